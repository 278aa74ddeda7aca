"""Which file of a plan holds which keys, as `rencana new` lays them out; any other division is as good, but rarer."""

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

_LAYOUT: dict[str, tuple[str, ...]] = {
    "lembaga": ("versi_format", "lembaga", "rencana", "unit"),
    "kerangka-pemikiran": ("kerangka_pemikiran",),
    "inventaris": ("layanan", "aplikasi", "infrastruktur", "data", "sdm", "peraturan"),
    "cetak-biru": ("cetak_biru", "kesenjangan"),
    "tahap-pengembangan": ("tahap_pengembangan",),
    "rencana-implementasi": (
        *("program", "kegiatan", "indikator_kinerja", "risiko", "perubahan"),
        *("tanggapan", "alasan_perubahan"),
    ),
}
_COPY = re.compile(
    r"(?i)\bcopy\b|\bsalin(?:an)?\b|\bkopi\b|\(\d+\)|\bbackup\b|\bcadangan\b|\b(?:old|lama|bak|rev\d*|final|baru)\b"
)


def file_of(key: str) -> str:
    """The name of the file that customarily holds a key."""
    return next((f"{name}.yaml" for name, keys in _LAYOUT.items() if key in keys), "")


def path_for(key: str, written: Mapping[str, str], first: str) -> str:
    """The file in which a missing key belongs, given the file of every key that is written; else the `first`."""
    beside = next((keys for keys in _LAYOUT.values() if key in keys), ())
    return next((written[other] for other in beside if other in written), first)


def is_copy(path: str) -> bool:
    """Whether a file is called a copy or another state of one: `rencana - Copy.yaml`, `rencana (1).yaml`."""
    return bool(_COPY.search(PurePosixPath(path).stem.replace("_", " ")))


def lateness(path: str) -> tuple[bool, bool, int, str]:
    """Sorts files by how likely they came later: those called copies last, those of customary names first."""
    stem = PurePosixPath(path).stem
    return is_copy(path), stem not in _LAYOUT, len(stem), path
