"""What a message tells of a text in a workbook, which may hold what nobody must publish."""

from generator.checks.problems.masking import cleaned

_LONGEST = 60


def quoted(text: str) -> str:
    """The beginning of a text, without personal data and secrets."""
    clean = cleaned(text.strip())
    return clean if len(clean) <= _LONGEST else f"{clean[: _LONGEST - 1]}…"
