"""No regular expression takes longer than in proportion to its text: a small file stops nobody.

What is measured is how the time grows from a text to one four times as long. A time in proportion grows by four, one
with the square by sixteen; between them lies room for a busy machine.
"""

import re
from time import thread_time
from typing import Any

import pytest

from generator.reading.time_limit import OutOfTime, at_most

from .patterns import Used, attacks, patterns

_SHORT, _TIMES = 2_000, 4
_PARTS = 16
"""Of the expressions, for as many workers as there may be; which there are is not asked while tests are collected."""

pytestmark = pytest.mark.slow

_GENEROUS = 9.0
_UNSEEN = 0.004
"""Seconds below which growth is not told from noise: with the square, twice a plan's longest text takes a quarter."""

_SECONDS = 3
"""More than any attack costs whose time does not grow with the cube."""

_CARELESS = (
    r"\s+x",
    r"<[^>]*>",
    r"(?i)[\s>*•–-]*(?:\d+[.)]\s*)?alasan\b\s*(?P<about>[^:\n]{0,80}?)\s*(?:\*\*|__)?\s*:(?P<text>.*)",
    r"(?i)\b[a-z][a-z0-9+.-]*://[^\s/:@]+:(?P<secret>[^\s/@]+)@",
    r"\b(?:gh[pousr]_[A-Za-z0-9]{20,}|eyJ[\w-]{8,}\.eyJ[\w-]{8,}(?:\.[\w-]*)?)",
    r"(?ms)^```json[ \t]*\r?\n(.*?)^```[ \t\r]*$",
    r"\s+#.*$",
    r"(?P<key>[^\s:#][^:#]*?)?(?P<colon>(?(key)[ \t]*:(?=[ \t]|$)|))(?P<gap>[ \t]*)(?P<value>.*?)[ \t]*$",
    r"(?:(?<=[:\[{,] )|(?<=[\[{,]))[^,:{}\[\]]*[\"'][^,:{}\[\]]*(?=[,}\]]|$)",
    r"(?s)<!--.*?-->",
    r'(?s)<div class="banner banner--stale".*?</div>\n?',
    r"(?s)(?=<article\b)|<main\b[^<>]*>(?!.*<article\b)",
    r"href=\"[^\"]*\"[^>]*>",
    r"(?m)^(\w+\s*)*$",
    r"\{\{.*?\}\}",
    r"(?: *\| *)+$",
)
"""Expressions of which each was here once, or is of a kind with one that was."""

_BOUNDED = {
    "generator.model.spelling.amounts": "a number is asked of a text of 60 characters at most",
    "generator.pages.rendering.blocks": "what a template wrote; a mark left open ends the build",
    "generator.pages.rendering.plan_text": "HTML that was sanitised closes what it opens",
    "generator.publishing.guide.documents": "our own documents",
    "generator.publishing.guide.making": "our own templates",
    "generator.reading.file_names": "no system has names of more than 255 characters",
    "generator.search.vocabulary": "a page of ours has one head",
    "generator.reading.unreadable.brackets": "lines of `lines.LONGEST` characters at most",
}
"""Modules whose expressions only ever see short texts or our own, with what bounds them."""


def test_every_expression_is_found() -> None:
    found = patterns()
    assert len(found) > 60
    assert any("personal_data" in name for name in found)
    assert set(_BOUNDED) <= {name.split(" ")[0] for name in found}


@pytest.mark.parametrize("part", range(_PARTS))
def test_the_time_grows_with_the_text_and_no_faster(part: int) -> None:
    costly = [
        (name, attack)
        for name in _unbounded()[part::_PARTS]
        for attack in attacks(patterns()[name].pattern)
        if _costs_too_much(patterns()[name], *attack)
    ]
    assert costly == []


def _unbounded() -> list[str]:
    return sorted(name for name in patterns() if name.split(" ")[0] not in _BOUNDED)


@pytest.mark.parametrize("careless", _CARELESS)
def test_the_attacks_find_what_was_careless_once(careless: str) -> None:
    pattern = Used(re.compile(careless), anywhere=True)
    assert any(_costs_too_much(pattern, *attack) for attack in attacks(pattern.pattern))


def _costs_too_much(used: Used, begin: Any, unit: Any, end: Any) -> bool:
    short, long = (begin + unit * (_SHORT * times // len(unit)) + end for times in (1, _TIMES))
    try:
        with at_most(_SECONDS):
            if _seconds(used, long) < _UNSEEN:
                return False
            return all(_growth(used, short, long) > _GENEROUS for _ in range(5))
    except OutOfTime:
        return True


def _growth(used: Used, short: str, long: str) -> float:
    return _seconds(used, long) / max(_seconds(used, short), 1e-6)


def _seconds(used: Used, text: Any) -> float:
    begun = thread_time()
    if used.anywhere:
        for _ in used.pattern.finditer(text):
            pass
    else:
        used.pattern.match(text)
    used.pattern.fullmatch(text)
    return thread_time() - begun
