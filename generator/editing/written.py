"""A value as YAML, so that every reader of YAML takes it for the text it is."""

import re
from typing import TypeAlias, Union

Plain: TypeAlias = Union[str, "list[Plain]", "dict[str, Plain]"]
"""The raw texts of a plan, without their places."""

_FIRST = re.compile(r"[^\W_]")  # a letter or digit begins every plain text that is written here
_NEVER_PLAIN = re.compile(r": |:$| #|[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]|[ ]$")
_NOT_IN_FLOW = re.compile(r"[,\[\]{}]|://")
# What a reader of YAML 1.1 or 1.2 takes for a number, a day, a flag or nothing; our fields read it as its own text.
_NO_TEXT = re.compile(
    r"[0-9][0-9_.,:]*(?:e[+-]?[0-9]+)?|0[xob][0-9a-f_]+|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*|true|false|yes|no|on|off|y|n|null",
    re.IGNORECASE,
)
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_ESCAPED = re.compile(r'[\\"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]')
_YEAR = re.compile(r"[0-9]{4}")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?|[0-9]{4}-[0-9]{2}-[0-9]{2}|true|false")
_WIDTH = 100
"""Characters of a group that stands on one line."""


def scalar(text: str, *, typed: bool, flow: bool, quote: str = "") -> str:
    """One line of YAML for a text. `typed` is a number, a day or a flag, which stands without quotes.

    `quote` is the sign that the value it replaces stood in, if any.
    """
    if typed and _NUMBER.fullmatch(text):
        return text
    if not quote and is_plain(text, flow=flow):
        return text
    if quote == "'" and not _ESCAPED.search(text.replace("\\", "").replace('"', "")):
        return "'" + text.replace("'", "''") + "'"
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def is_plain(text: str, *, flow: bool) -> bool:
    """Whether a text needs no quotes to be read as itself, by us and by any editor."""
    if not _FIRST.match(text) or _NEVER_PLAIN.search(text) or _NO_TEXT.fullmatch(text):
        return False
    return not (flow and _NOT_IN_FLOW.search(text))


def as_key(name: str) -> str:
    """A key: one of the format and a year stand bare, whatever else somebody wrote for a year is one text."""
    return name if _YEAR.fullmatch(name) else scalar(name, typed=False, flow=True)


def literal(text: str, indent: str, end: str) -> str | None:
    """The lines of a text in a block (`|`), each after `indent`; `None` where a block cannot hold it."""
    lines = text.split("\n")
    if lines[0][:1] in ("", " ", "\t") or _ESCAPED.search("".join(lines).replace("\\", "").replace('"', "")):
        return None
    return end.join(f"{indent}{line}" if line.strip() else "" for line in lines)


def folded(text: str, indent: str, end: str) -> str | None:
    """The lines of a text in a folded block (`>`), in which one line end is a space."""
    if re.search(r"\n[ \t]", text):
        return None
    return literal(re.sub("\n+", lambda found: found[0] + "\n", text), indent, end)


def flow(value: Plain, typed: frozenset[str], *, key: str = "") -> str:
    """A value on one line; `typed` are the keys whose values are numbers, days or flags."""
    if isinstance(value, str):
        return scalar(value, typed=_is_typed(key, typed), flow=True)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{as_key(name)}: {flow(each, typed, key=name)}" for name, each in value.items()) + "}"
    return "[" + ", ".join(flow(each, typed, key=key) for each in value) + "]"


def block(value: dict[str, Plain], indent: str, end: str, typed: frozenset[str]) -> str:
    """A group of keys, one a line after `indent`, the first without it."""
    return f"{end}{indent}".join(entry(name, each, indent, end, typed) for name, each in value.items())


def entry(name: str, value: Plain, indent: str, end: str, typed: frozenset[str]) -> str:
    """`name: value` in a group whose keys stand after `indent`, without the end of its last line."""
    inner, own = f"{indent}  ", as_key(name)
    if isinstance(value, str):
        lines = literal(value, inner, end) if "\n" in value else None
        return f"{own}: " + (f"|{end}{lines}" if lines else scalar(value, typed=_is_typed(name, typed), flow=False))
    if isinstance(value, dict):
        return (
            f"{own}: {flow(value, typed)}"
            if _is_short(value)
            else f"{own}:{end}{inner}{block(value, inner, end, typed)}"
        )
    if all(isinstance(each, str) for each in value):
        return f"{own}: {flow(value, typed, key=name)}"
    return f"{own}:{end}" + end.join(element(each, inner, end, typed) for each in value)


def element(value: Plain, indent: str, end: str, typed: frozenset[str], *, one_line: bool | None = None) -> str:
    """`- value` of a list whose hyphens stand after `indent`; a group on `one_line` or as it fits."""
    if not isinstance(value, dict):
        return f"{indent}- {scalar(value, typed=False, flow=False) if isinstance(value, str) else flow(value, typed)}"
    if _is_short(value) if one_line is None else one_line:
        return f"{indent}- {flow(value, typed)}"
    return f"{indent}- {block(value, indent + '  ', end, typed)}"


def _is_short(value: dict[str, Plain]) -> bool:
    """Whether a group reads well on one line: few words, and nothing but texts and lists of texts in it."""
    texts = [each for part in value.values() for each in (part if isinstance(part, list) else [part])]
    if not all(isinstance(each, str) and "\n" not in each for each in texts):
        return False
    return sum(map(len, value)) + sum(len(str(each)) for each in texts) + 4 * len(value) <= _WIDTH


def _is_typed(key: str, typed: frozenset[str]) -> bool:
    return key in typed or key.isdecimal()  # the values of a map by year are numbers


def _escape(found: re.Match[str]) -> str:
    sign = found[0]
    return _ESCAPES.get(sign) or (f"\\x{ord(sign):02x}" if ord(sign) < 256 else f"\\u{ord(sign):04x}")
