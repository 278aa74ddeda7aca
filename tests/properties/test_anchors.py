"""Whatever words a plan uses as ids, no page has an id twice, and every link to an item leads to it."""

import re
from collections import Counter
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from generator.pages.rendering.page import Page

from .plans import plans
from .test_pages import ID, body, broken, pages

SIGNED = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")


def doubled(made: list[Page]) -> list[str]:
    """The ids that stand twice on a page, each with its page."""
    return [
        f"{page.address}: {name}"
        for page in made
        for name, times in Counter(one or other for one, other in ID.findall(body(page))).items()
        if times > 1
    ]


def renamed(values: Any, names: dict[str, str]) -> Any:
    """The values of a plan with other ids, wherever they are named."""
    match values:
        case dict():
            return {key: renamed(value, names) for key, value in values.items()}
        case list():
            return [renamed(value, names) for value in values]
        case str():
            return names.get(values, values)
    return values


def ids(values: Any) -> list[str]:
    """The ids of a plan's items."""
    if isinstance(values, list):
        return [name for value in values for name in ids(value)]
    if isinstance(values, dict):
        return [
            *([values["id"]] if "id" in values else []),
            *(name for value in values.values() for name in ids(value)),
        ]
    return []


@given(plans(), st.randoms(use_true_random=False))
@settings(max_examples=8, phases=(Phase.explicit, Phase.generate))  # a smaller plan tells no more
def test_an_item_may_be_called_as_any_anchor_of_ours(values: dict[str, Any], chance: Any) -> None:
    ours = sorted({one or other for page in pages(values) for one, other in ID.findall(body(page))})
    own = {name.lower() for name in ids(values)}
    free = [name for name in ours if name not in own and SIGNED.fullmatch(name)]
    taken = dict(zip(dict.fromkeys(ids(values)), chance.sample(free, min(len(free), len(own))), strict=False))
    made = pages(renamed(values, taken))
    assert doubled(made) == []
    assert broken(made) == []


@pytest.mark.parametrize("name", ["selesai", "terlambat", "pentahapan", "anggaran", "bukti", "isi", "daftar-isi"])
@given(plans())
@settings(max_examples=1)
def test_what_no_item_takes_keeps_its_name(name: str, values: dict[str, Any]) -> None:
    before, after = (
        {one or other for page in made for one, other in ID.findall(body(page))}
        for made in (pages(values), pages(renamed(values, {"K-1": name})))
    )
    assert {each for each in before - after if not each.startswith("k-1")} == set()
    assert name in after
