"""Everything a problem or a report says has its English words."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.locale import language

PACKAGE = Path(__file__).parents[3] / "generator"
MODULES = [
    *sorted((PACKAGE / "checks/problems").glob("*.py")),
    *sorted((PACKAGE / "report").glob("*.py")),
    *sorted((PACKAGE / "reading").rglob("*.py")),
    *sorted((PACKAGE / "model/scalars").glob("*.py")),
    PACKAGE / "model/mistake.py",
    PACKAGE / "model/values.py",
    PACKAGE / "model/plan.py",
]
SAME_IN_BOTH = {"unit", "data", "error", "{jenis} `{id}`", "{dekat}; {pilihan}", "{sebab}; {bantuan}"}


def messages(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in (
            "say",
            "ngettext",
        ):
            first = node.args[0] if node.args else None
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_every_message_has_english_words(path: Path) -> None:
    english = language("en")
    untranslated = {text for text in messages(path) if text == english.gettext(text) == english.ngettext(text, text, 2)}
    assert untranslated <= SAME_IN_BOTH
