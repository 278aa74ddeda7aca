"""The guide's documents: each stands once, in the navigation too, and its links lead where it stands now."""

import re
from collections.abc import Iterator
from posixpath import dirname, normpath
from typing import Any

from generator.checks.findings import KINDS
from generator.diagnostics.explanations import documents as folder
from generator.diagnostics.explanations import explained_codes
from generator.publishing.guide.documents import CODES, FIRST, documents, navigation, pictures


def paths(entries: list[Any]) -> Iterator[str]:
    for entry in entries:
        for value in [entry] if isinstance(entry, str) else entry.values():
            yield from [value] if isinstance(value, str) else paths(value)


def test_every_document_stands_once_in_the_navigation() -> None:
    texts = documents()
    assert sorted(paths(navigation(texts))) == sorted(texts)
    assert len(texts) > 80


def test_every_document_of_the_planner_is_there() -> None:
    own = {path.relative_to(folder() / "panduan").as_posix() for path in (folder() / "panduan").rglob("*.md")}
    assert own - {"README.md"} | {FIRST, "format-rencana.md", "penerbitan.md"} <= documents().keys()
    assert {f"kode/{code}.md" for code in explained_codes()} <= documents().keys()


def test_links_lead_to_documents_of_the_guide() -> None:
    texts = documents()
    known = {*texts, *pictures(texts.values())}
    for path, text in texts.items():
        for target in re.findall(r"\]\(([^()#\s:]+)(?:#[^()\s]*)?\)", text):
            assert normpath(f"{dirname(path)}/{target}").lstrip("/") in known, f"{path}: {target}"


def test_a_link_to_the_planners_guide_leads_to_the_first_page() -> None:
    assert "](index.md)" in documents()["format-rencana.md"]
    assert "](../cara/menjawab-temuan.md)" in documents()[CODES]


def test_codes_are_listed_as_what_they_are() -> None:
    _, problems, findings = documents()[CODES].split("\n## ")
    assert problems.startswith("Kesalahan berkas\n")
    assert "[id-ganda](id-ganda.md) – " in problems
    assert findings.count("\n- ") == len(KINDS)
