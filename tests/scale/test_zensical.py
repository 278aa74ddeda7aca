"""The same Markdown and theme under Material's successor; the differences stand in docs/decisions/publisher.md."""

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from generator.build.building import BuildOptions
from generator.cli.making import making
from generator.pipeline import sites

from .conftest import AS_OF, contents

REPOSITORY = Path(__file__).parents[2]


_FIELD = re.compile(r'<meta name="saring-[^>]*>')


def shown(page: bytes) -> str:
    """A page as a reader gets it: without white space between elements, each address written one way, and the
    fields of the search, whose order means nothing, at the end."""
    text = re.sub(r">\s+<", "><", re.sub(r"\s+", " ", unescape(page.decode())))
    text = re.sub(r'((?:href|src|action)=")(?:\./)+(?=[^"])', r"\1", text)
    text = re.sub(r' href="\.?"', ' href="./"', text)
    return _FIELD.sub("", text) + "".join(sorted(_FIELD.findall(text)))


@pytest.mark.slow
def test_the_example_plans_are_the_same_under_zensical(tmp_path: Path) -> None:
    pytest.importorskip("zensical")
    plans = REPOSITORY / "plans"
    made = []
    for publisher in ("mkdocs", "zensical"):
        given = replace(making(plans, AS_OF, tmp_path / "cache"), publisher=publisher)
        sites.build(plans, given, tmp_path / publisher, BuildOptions(), search=False)
        made.append(contents(tmp_path / publisher))
    one, other = made
    assert one.keys() == other.keys()
    pages = [name for name in one if name.endswith(".html") and name != "404.html"]
    assert len(pages) > 50
    assert not [name for name in pages if shown(one[name]) != shown(other[name])]
    assert not [name for name in one if not name.endswith(".html") and one[name] != other[name]]
