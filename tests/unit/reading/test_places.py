"""Places by path: an item from its id alone, anything else through the keys around it."""

import pytest

from generator.model.address import PlanAddress
from generator.model.places import Places
from generator.reading.merge import read
from generator.reading.places import places_in
from generator.reading.plan_files import PlanFiles, RawFile

TEXT = """\
kegiatan:
  - id: K-001
    nama: Portal
    anggaran:
      - {tahun: 2026, jumlah: 500}
      - {tahun: 2027, jumlah: 400}
sdm:
  - {peran: jaringan, ada: 3}
cetak_biru:
  pendanaan:
    pagu: {2026: 900}
  strategi:
"""


@pytest.fixture(scope="module")
def places() -> Places:
    file = RawFile("plans/sagara/2025-2029.yaml", TEXT.encode())
    return places_in(read(PlanFiles(PlanAddress("sagara", "2025-2029"), (file,))).root)


def found(places: Places, *path: str | int) -> str:
    """What the file holds at a place."""
    place = places.of(*path)
    return TEXT.splitlines()[place.line - 1][place.column - 1 :]


def test_an_item_is_found_from_its_id_alone(places: Places) -> None:
    assert found(places, "K-001") == "id: K-001"
    assert found(places, "K-001", "nama") == "Portal"


def test_a_line_of_a_list_inside_an_item_is_found_by_its_index(places: Places) -> None:
    assert found(places, "K-001", "anggaran", 1) == "{tahun: 2027, jumlah: 400}"
    assert found(places, "K-001", "anggaran", 1, "jumlah").startswith("400")


def test_elements_without_an_id_are_found_by_their_index(places: Places) -> None:
    assert found(places, "sdm", 0, "ada").startswith("3")


def test_a_key_that_is_a_number_is_found_as_text(places: Places) -> None:
    assert found(places, "cetak_biru", "pendanaan", "pagu", "2026").startswith("900")


def test_what_is_not_in_the_file_has_the_place_of_the_nearest_thing_around_it(places: Places) -> None:
    assert places.of("K-001", "status") == places.of("K-001")
    assert places.of("K-001", "anggaran", 7, "jumlah") == places.of("K-001", "anggaran")
    assert places.of("K-999") == places.of()
    assert places.of().line == 1


def test_an_empty_field_is_not_known_though_its_key_is_there(places: Places) -> None:
    assert not places.knows("cetak_biru", "strategi")
    assert places.knows("cetak_biru", "pendanaan")
    assert not places.knows("K-001", "status")


def test_items_continued_in_another_file_have_their_place_there() -> None:
    files = tuple(
        RawFile(f"plans/sagara/2025-2029/{name}.yaml", f"kegiatan:\n  - {{id: {identifier}}}\n".encode())
        for name, identifier in (("a", "K-001"), ("b", "K-002"))
    )
    places = places_in(read(PlanFiles(PlanAddress("sagara", "2025-2029"), files)).root)
    assert places.of("K-002").path == "plans/sagara/2025-2029/b.yaml"
    assert places.of("K-002").line == 2
