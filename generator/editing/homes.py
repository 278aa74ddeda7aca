"""Which file of a plan a key belongs to, as a reader of the guideline would look for it."""

from collections.abc import Iterator

from generator.editing.written import Plain
from generator.model.address import PlanAddress

_HOMES = {
    "lembaga.yaml": ("versi_format", "lembaga", "rencana", "unit"),
    "kerangka-pemikiran.yaml": ("kerangka_pemikiran",),
    "cetak-biru.yaml": ("cetak_biru", "kesenjangan"),
    "tahap-pengembangan.yaml": ("tahap_pengembangan",),
    "rencana-implementasi.yaml": (
        *("program", "kegiatan_induk", "kegiatan", "indikator_kinerja", "risiko", "perubahan"),
        *("bukti", "tanggapan", "alasan_perubahan"),
    ),
}
_REST = "inventaris.yaml"


_OF_KEY = {key: name for name, keys in _HOMES.items() for key in keys}


def home(key: str) -> str:
    """The name of the file that a key of the plan customarily stands in."""
    return _OF_KEY.get(key, _REST)


def homes(plan: PlanAddress, values: dict[str, Plain]) -> Iterator[tuple[str, dict[str, Plain]]]:
    """The files by their path, each with what it holds; in the order of their names."""
    files: dict[str, dict[str, Plain]] = {}
    for key, value in values.items():
        files.setdefault(home(key), {})[key] = value
    for name, own in sorted(files.items()):
        yield f"plans/{plan.institution}/{plan.period}/{name}", own
