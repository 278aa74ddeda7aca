"""What a message tells of a text in a workbook, which may hold what nobody must publish."""

from generator.checks.problems.masking import cleaned

_LONGEST = 60
_LOOKED_AT = 5 * _LONGEST
"""Characters: a workbook of some kilobytes can say a text of many in a thousand cells."""


def quoted(text: str) -> str:
    """The beginning of a text, without personal data and secrets."""
    text = text.strip()
    clean = cleaned(text[:_LOOKED_AT])
    if len(text) > _LOOKED_AT:
        clean = clean[:-_LONGEST]  # a number that was cut there is not known as one
    is_whole = len(text) <= _LOOKED_AT and len(clean) <= _LONGEST
    return clean if is_whole else f"{clean[: _LONGEST - 1]}…"
