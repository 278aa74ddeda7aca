import json
from collections.abc import Callable
from typing import Any

from generator.model.places import Places
from generator.source.nodes import Mapping
from generator.source.text import TextFile
from generator.source.yaml import compose

TEXT = """\
rencana: {periode: {mulai: 2025}}
sdm:
  - {peran: jaringan}
  - {peran: data}
kegiatan:
  - id: K-001
    nama:
    anggaran:
      - {tahun: 2026, jumlah: 1}
      - {tahun: 2027, jumlah: 2}
"""


def places() -> Places:
    root, _ = compose(TextFile("a.yaml", TEXT))
    assert isinstance(root, Mapping)
    return Places(root)


def test_keys_indices_and_ids_lead_to_their_lines() -> None:
    at = places()
    assert at.of("rencana", "periode", "mulai")[1:] == (1, 28, 1, 32)
    assert at.of("sdm", 1).line == 4
    assert at.of("K-001").line == 6
    assert at.of("K-001", "anggaran", 1, "tahun")[1:3] == (10, 17)


def test_what_has_no_place_gets_the_nearest_around_it() -> None:
    at = places()
    assert at.of("K-001", "nama") == at.of("K-001")
    assert at.of("K-001", "anggaran", 9) == at.of("K-001", "anggaran")
    assert at.of("tidak", "ada").line == 1
    assert at.knows("K-001")
    assert not at.knows("K-001", "nama")


def test_every_field_of_a_read_plan_has_its_place(small_plan: Callable[[], dict[str, Any]]) -> None:
    root, _ = compose(TextFile("a.yaml", json.dumps(small_plan(), indent=1)))
    assert isinstance(root, Mapping)
    at = Places(root)
    for activity in small_plan()["kegiatan"]:
        for name in activity:
            assert at.knows(activity["id"], name)
