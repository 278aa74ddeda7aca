"""The documents of the guide, where they stand in it, and its navigation.

The planner's guide is the root, and its first page is the navigation: a heading is a section, and the links in the
lists below it are its pages. What the guide leans on stands beside it, as it does in `docs/`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from posixpath import dirname, normpath, relpath
from typing import Any

from generator.checks.findings import KINDS
from generator.diagnostics.explanations import documents as folder
from generator.diagnostics.explanations import explained_codes, explanation
from generator.locale import language

FIRST = "index.md"
CODES = "kode/README.md"

_PATTERNS = ("panduan/**/*.md", "kode/*.md", "format-rencana.md", "penerbitan.md")
_LINK = re.compile(r"\]\(([^()#\s:]+)(#[^()\s]*)?\)")
_SECTION = re.compile(r"^## (.+)$", re.MULTILINE)
_ITEM = re.compile(r"^(?:-|\d+\.) .*$", re.MULTILINE)
_NAMED_LINK = re.compile(r"\[([^\]]+)\]\(([^()#\s:]+)\)")


def documents() -> dict[str, str]:
    """Every document by its path in the guide, its links as they lead there."""
    found = {
        path.relative_to(folder()).as_posix(): path.read_text(encoding="utf-8")
        for pattern in _PATTERNS
        for path in folder().glob(pattern)
    }
    placed = {_place(path): _linked(text, path) for path, text in sorted(found.items())}
    placed[CODES] += "".join(_listed(title, codes) for title, codes in _codes())
    return placed


def pictures(texts: Iterable[str]) -> dict[str, bytes]:
    """The pictures that documents show, by their path in the guide."""
    found = {f"gambar/{path.name}": path for path in folder().glob("gambar/*.png")}
    shown = "\n".join(texts)
    return {name: path.read_bytes() for name, path in sorted(found.items()) if f"{name})" in shown}


def navigation(texts: Mapping[str, str]) -> list[Any]:
    """The navigation as MkDocs wants it: titles over paths, and sections over those."""
    titled: list[Any] = [{_title(texts[FIRST]): FIRST}]
    parts = _SECTION.split(texts[FIRST])[1:]
    for section, body in zip(parts[::2], parts[1::2], strict=True):
        items = "\n".join(_ITEM.findall(body))
        titled.append({section: [_entry(name, target) for name, target in _NAMED_LINK.findall(items)]})
    return titled


def _entry(name: str, target: str) -> Any:
    name = name[0].upper() + name[1:]
    if target != CODES:
        return {name: target}
    return {name: [CODES, *({title: [f"kode/{code}.md" for code in codes]} for title, codes in _codes())]}


def _codes() -> Iterator[tuple[str, list[str]]]:
    findings = {kind.code for kind in KINDS}
    yield "Kesalahan berkas", [code for code in explained_codes() if code not in findings]
    yield "Temuan isi rencana", [code for code in explained_codes() if code in findings]


def _listed(title: str, codes: Iterable[str]) -> str:
    labels = {kind.code: language().word(kind.label) for kind in KINDS}
    told = ((code, page) for code in codes if (page := explanation(code)))
    rows = (f"- [{labels.get(code, code)}]({code}.md) – {page.summary}\n" for code, page in told)
    return f"\n## {title}\n\n{''.join(rows)}"


def _title(text: str) -> str:
    return text.partition("\n")[0].removeprefix("# ")


def _place(path: str) -> str:
    """Where a document of `docs/` stands: `panduan/cara/x.md` as `cara/x.md`, and the guide's own first page first."""
    inside = path.removeprefix("panduan/")
    return FIRST if inside == "README.md" else inside


def _linked(text: str, path: str) -> str:
    home = dirname(_place(path)) or "."

    def led(link: re.Match[str]) -> str:
        target = _place(normpath(f"{dirname(path)}/{link[1]}").lstrip("/"))
        return f"]({relpath(target, home)}{link[2] or ''})"

    return _LINK.sub(led, text)
