"""The pages of a published plan on which its items stand."""

from enum import StrEnum


class Chapter(StrEnum):
    """A page that tells of items, by the word it has in its address."""

    FRAMEWORK = "kerangka-pemikiran"
    BLUEPRINT = "cetak-biru"
    IMPLEMENTATION = "rencana-implementasi"
    SERVICES = "layanan"
