"""The comments that belong to a thing: a key that a file shows switched off with `#`, and notes inside an element."""

from generator.editing.document import EditedFile


def below_example(document: EditedFile, name: str, indent: str, start: int) -> int | None:
    """Where a key goes that the comments from `start` on show as an example (`#name: …`): right below it.

    `None` where they show none before the next key.
    """
    lines = document.file.lines
    number = document.file.line_at(start) - 1
    example = f"{indent}#{name}:"
    while number < len(lines) and (not lines[number].strip() or lines[number].lstrip().startswith("#")):
        if lines[number].startswith(example):
            number += 1
            while number < len(lines) and lines[number].startswith((f"{indent}#  ", f"{indent}#-")):
                number += 1
            return document.file.offset(number + 1)
        number += 1
    return None


def after_own_comments(document: EditedFile, start: int, indent: str) -> int:
    """The offset after the comments from `start` on that stand deeper than `indent`: they are of what stands above."""
    lines = document.file.lines
    number = document.file.line_at(start) - 1 if start < len(document.text) else len(lines)
    while number < len(lines):
        own = lines[number].lstrip(" ")
        if not own.startswith("#") or len(lines[number]) - len(own) <= len(indent):
            break
        number += 1
    return document.file.offset(number + 1)
