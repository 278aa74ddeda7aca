"""Whatever a plan holds, its pages can be made: its text stays text, and no link leads nowhere."""

import re
from pathlib import Path
from posixpath import normpath
from typing import Any

import pytest
from hypothesis import given, settings
from jinja2 import Environment

import generator
from generator.checks.findings import Elsewhere, findings
from generator.model.portfolio import Portfolio
from generator.pages.plan.dossier import Dossier
from generator.pages.plan.pages import plan_pages
from generator.pages.rendering.page import Page
from generator.pages.rendering.templates import environment
from generator.pages.site import Site
from generator.publishing.markdown import markdown

from .days import AS_OF
from .plans import MARK, edition, plans

SITE = Site(url="https://rencana.example/", repository="https://forge.example/dinas/rencana", commit="0123456789abcdef")
ID = re.compile(r'(?m)\bid="([^"]*)"|^#{1,6} .*\{#([^}]*)\}$')
LINK = re.compile(r'\bhref="([^"]*)"')


def templates(language: str) -> Environment:
    return environment((Path(generator.__file__).parents[1] / "site_templates",), language)


def pages(values: dict[str, Any], language: str = "id") -> list[Page]:
    read = edition(values)
    (institution,) = Portfolio.of([read]).institutions
    dossier = Dossier(read, institution, AS_OF, tuple(findings(read, AS_OF, Elsewhere())))
    site = Site(**(vars(SITE) | {"language": language}))
    return list(plan_pages(dossier, site, templates(language)))


def body(page: Page) -> str:
    return markdown(page).split("\n---\n", 1)[1]


def broken(made: list[Page]) -> list[str]:
    """Links to an anchor that the page they lead to does not have."""
    anchors = {page.address: {one or other for one, other in ID.findall(body(page))} for page in made}
    wrong = []
    for page in made:
        for link in LINK.findall(body(page)):
            path, mark, anchor = link.partition("#")
            target = page.address if not path else normpath(f"/{page.address}{path}").strip("/") + "/"
            if target.endswith("/usul/"):  # the form reads which item to open
                continue
            if ":" not in path and mark and anchor not in anchors.get(target, {anchor}):
                wrong.append(f"{page.address}: {link}")
    return wrong


@given(plans())
@settings(max_examples=25)
def test_the_text_of_a_plan_stays_text(values: dict[str, Any]) -> None:
    for page in pages(values):
        assert MARK not in body(page), page.address
        assert "<" not in page.front_matter["jsonld"], page.address
        assert "<span" not in page.front_matter["description"], page.address
        assert "&lt;" not in page.front_matter["description"], page.address


@given(plans())
@settings(max_examples=25)
def test_every_link_to_an_anchor_finds_it(values: dict[str, Any]) -> None:
    assert broken(pages(values)) == []


@given(plans())
@settings(max_examples=15)
def test_no_id_stands_twice_on_a_page(values: dict[str, Any]) -> None:
    for page in pages(values):
        ids = [one or other for one, other in ID.findall(body(page))]
        assert len(ids) == len(set(ids)), sorted({each for each in ids if ids.count(each) > 1})


@given(plans())
@settings(max_examples=15)
def test_two_renderings_are_the_same_to_the_byte(values: dict[str, Any]) -> None:
    assert [markdown(page) for page in pages(values)] == [markdown(page) for page in pages(values)]


@pytest.mark.parametrize("language", ["id", "en"])
def test_pages_are_made_in_every_language(language: str) -> None:
    @given(plans())
    @settings(max_examples=5)
    def in_this_language(values: dict[str, Any]) -> None:
        assert all(page.front_matter["title"] and page.body for page in pages(values, language))

    in_this_language()
