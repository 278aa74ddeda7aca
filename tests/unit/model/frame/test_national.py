from collections.abc import Iterable
from itertools import chain

import pytest

from generator.model.frame import load_frame

FRAME = load_frame()


def ids(entries: Iterable[object]) -> list[str]:
    return [each.id for each in entries]  # type: ignore[attr-defined]


def test_the_frame_is_read_once() -> None:
    assert load_frame() is FRAME


def test_the_four_stages_stand_in_order_with_the_service_level_they_match() -> None:
    assert [(each.number, each.id, each.service_level) for each in FRAME.stages] == [
        (1, "persiapan", 1),
        (2, "pematangan", 2),
        (3, "pemantapan", 3),
        (4, "pemanfaatan", 4),
    ]
    assert all(each.contents and each.gloss for each in FRAME.stages)


def test_the_seven_contents_and_the_six_domains_of_the_spbe_architecture() -> None:
    assert ids(FRAME.contents) == [
        "tata_kelola", "manajemen", "layanan", "infrastruktur", "aplikasi", "keamanan", "audit_tik",
    ]  # fmt: skip
    assert [(each.id, each.reference_code, each.local_code) for each in FRAME.domains] == [
        ("proses_bisnis", "RAB", "DAB"),
        ("data_informasi", "RAD", "DAD"),
        ("layanan", "RAL", "DAL"),
        ("aplikasi", "RAA", "DAA"),
        ("infrastruktur", "RAI", "DAI"),
        ("keamanan", "RAK", "DAK"),
    ]


def test_the_blueprint_has_seventeen_numbered_sections_in_four_parts() -> None:
    assert [each.number for each in FRAME.sections] == list(range(1, 18))
    numbers = [[each.number for each in FRAME.sections_of(part)] for part in FRAME.parts]
    assert numbers == [[1, 2, 3, 4], [5, 6, 7, 8, 9, 10, 11, 12], [13, 14, 15, 16], [17]]
    assert (FRAME.sections[0].id, FRAME.sections[-1].id) == ("strategi", "manajemen_perubahan")


def test_entries_are_found_by_id_and_nothing_else_is() -> None:
    section = FRAME.section("integrasi")
    assert section is not None
    assert section.number == 9
    found = [FRAME.stage("pemantapan"), FRAME.content("audit_tik"), FRAME.domain("keamanan")]
    assert [each and each.title for each in found] == ["Pemantapan", "Audit TIK", "Keamanan SPBE"]
    assert [FRAME.section("x"), FRAME.stage("x"), FRAME.content("x"), FRAME.domain("x")] == [None] * 4


def test_shared_applications_are_told_apart_by_lower_case_names_and_signs() -> None:
    assert [each.name for each in FRAME.shared_applications] == [
        "SRIKANDI", "SP4N-LAPOR!", "SIPD", "SIASN", "JDIH", "SPSE",
    ]  # fmt: skip
    words = list(chain.from_iterable((*each.aliases, *each.signs) for each in FRAME.shared_applications))
    assert len(words) == len(set(words))
    assert all(word == word.lower() for word in words)
    assert all(FRAME.indicator(each.indicator) for each in FRAME.shared_applications)


@pytest.mark.parametrize("id", sorted(FRAME.sources))
def test_every_codelist_says_where_it_comes_from(id: str) -> None:
    source = FRAME.sources[id]
    assert source.id == id
    assert len(source.citation) > 20
    assert source.confidence in ("primary", "secondary", "own")
    assert source.note.endswith(".")


def test_what_is_ours_is_not_passed_off_as_regulation() -> None:
    own = {source.id for source in FRAME.sources.values() if source.confidence == "own"}
    assert own == {"padanan-tahap", "aplikasi-bersama"}
    assert not [source.id for source in FRAME.sources.values() if source.confidence == "primary"]
    assert "naskah resmi" in FRAME.sources["pemdi-8-2026"].note
