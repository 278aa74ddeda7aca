"""The index of a plan's files is read back from earlier sites, which may come from anywhere."""

import json
from typing import Any

import msgspec
import pytest

from generator.data.file_index import read

SOUND: dict[str, Any] = {
    "lembaga": "kabupaten-sagara",
    "nama_lembaga": "Kabupaten Sagara",
    "periode": "2025-2029",
    "judul": "Rencana",
    "lisensi": "CC-BY-4.0",
    "diperbarui": "2026-02-28",
    "contoh": True,
    "berkas": [{"nama": "kegiatan.csv", "byte": 3, "sha256": "00"}],
}


def test_what_an_earlier_version_wrote_is_read() -> None:
    assert str(read(json.dumps(SOUND).encode()).address) == "kabupaten-sagara/2025-2029"


@pytest.mark.parametrize(
    "content",
    [
        *(
            json.dumps(SOUND | changed).encode()
            for changed in (
                {"periode": "2025-2029-lama"},
                {"periode": "2025"},
                {"periode": "2025-2029\n"},
                {"diperbarui": "kemarin"},
                {"diperbarui": "2026-13-01"},
                {"berkas": [{"nama": "../kegiatan.csv", "byte": 3, "sha256": "00"}]},
                {"berkas": [{"nama": "kegiatan", "byte": 3, "sha256": "00"}]},
                {"berkas": None},
            )
        ),
        json.dumps(SOUND).encode().replace(b"Kabupaten", b"Kab\xffpaten"),
        json.dumps(SOUND).encode().replace(b"judul", b"jud\xffl"),
        b"\xff",
        b"[]",
        b"",
    ],
)
def test_anything_else_is_told_as_such(content: bytes) -> None:
    with pytest.raises(msgspec.MsgspecError):
        read(content)
