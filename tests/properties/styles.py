"""The same plan as people of other habits write it: indented by four, with tabs, CRLF, comments, folded texts."""

import re
from collections.abc import Callable

_BLOCK = re.compile(r"^(?P<indent> *)(?:- )*(?:[\w.-]+:)? ?[|>][-+]?\s*(?:#.*)?$")
_LONG = re.compile(r"^(?P<before> *(?:- )?(?:uraian|nama|judul): )(?P<text>[A-Z][\w ,.()/]{30,})$")


def _outside_blocks(text: str, change: Callable[[str, int], str]) -> str:
    """The text with every line outside of `|` and `>` blocks changed; blank ones stay."""
    made, depth = [], -1
    for number, line in enumerate(text.split("\n")):
        indent = len(line) - len(line.lstrip(" "))
        if depth >= 0 and (not line.strip() or indent > depth):
            made.append(line)
            continue
        block = _BLOCK.match(line)
        depth = indent if block else -1
        made.append(change(line, number) if line.strip() else line)
    return "\n".join(made)


def wide(text: str) -> str:
    """Twice as deep, behind hyphens too."""
    deeper = re.sub(r"^ +", lambda found: found[0] * 2, text, flags=re.MULTILINE)
    return re.sub(r"^( *)- ", r"\1-   ", deeper, flags=re.MULTILINE)


def tabbed(text: str) -> str:
    """A tab behind every value."""
    return _outside_blocks(text, lambda line, _: f"{line}\t")


def crlf(text: str) -> str:
    """The line ends of Windows."""
    return text.replace("\r\n", "\n").replace("\n", "\r\n")


def commented(text: str) -> str:
    """A comment before and behind every line."""

    def change(line: str, number: int) -> str:
        indent = line[: len(line) - len(line.lstrip(" "))]
        behind = "" if line.lstrip().startswith("#") else f"  # belakang {number}: 'a' \"b\" [c]"
        return f"{indent}# depan {number}: {{x}}\n{line}{behind}"

    return _outside_blocks(text, change)


def _blocks(text: str, sign: str) -> str:
    def change(line: str, _: int) -> str:
        found = _LONG.match(line)
        if not found:
            return line
        depth = " " * (len(found["before"]) - len(found["before"].lstrip(" -")) + 2)
        words = found["text"].split(" ")
        half = len(words) // 2 if sign == ">" else len(words)
        parts = [" ".join(words[:half]), " ".join(words[half:])]
        return f"{found['before']}{sign}-\n" + "\n".join(depth + part for part in parts if part)

    return _outside_blocks(text, change)


def folded(text: str) -> str:
    """Long texts in `>-` blocks."""
    return _blocks(text, ">")


def literal(text: str) -> str:
    """Long texts in `|-` blocks."""
    return _blocks(text, "|")


STYLES: tuple[Callable[[str], str], ...] = (folded, literal, wide, tabbed, commented, crlf)
"""In an order in which they may follow each other."""
