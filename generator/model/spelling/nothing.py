"""The ways to write that something is not known, which the format calls `tidak_diketahui`."""

import re

_WORDS = frozenset(
    (
        *("tidak diketahui", "tidak di ketahui", "tak diketahui", "belum diketahui", "tidak tahu", "belum tahu"),
        *("belum ada data", "tidak ada data", "data belum ada", "belum tersedia", "tidak tersedia", "belum ditentukan"),
        *("belum ditetapkan", "menyusul", "kosong", "n a", "na", "tba", "tbd", "unknown", "nihil", "belum jelas"),
    )
)


def means_unknown(text: str) -> bool:
    """Whether a text says no more than that something is not known."""
    words = " ".join(re.findall(r"[a-z]+", text[:60].casefold()))
    return not re.search(r"\w", text) or words in _WORDS
