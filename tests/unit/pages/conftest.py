"""Dossiers and templates, and the publisher's view of a page."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment

import generator
from generator.checks.findings import Elsewhere, findings
from generator.model.edition import Edition
from generator.model.portfolio import Portfolio
from generator.pages.plan.dossier import Dossier
from generator.pages.plan.pages import plan_pages
from generator.pages.rendering.page import Page
from generator.pages.rendering.templates import environment
from generator.pages.site import Site

AS_OF = date(2026, 11, 24)
SITE = Site(url="https://rencana.example/", repository="https://forge.example/dinas/rencana", commit="0123456789abcdef")


@pytest.fixture(scope="session")
def templates() -> Callable[[str], Environment]:
    return lambda code: environment((Path(generator.__file__).parents[1] / "site_templates",), code)


@pytest.fixture
def dossier_of(small_plan: Callable[[], dict[str, Any]], edition_of: Callable[..., Edition]) -> Callable[..., Dossier]:
    """The dossier of the small plan with top-level keys replaced."""

    def made(**changed: Any) -> Dossier:
        edition = edition_of(small_plan() | changed)
        (institution,) = Portfolio.of([edition]).institutions
        return Dossier(edition, institution, AS_OF, tuple(findings(edition, AS_OF, Elsewhere())))

    return made


@pytest.fixture
def pages_of(
    dossier_of: Callable[..., Dossier], templates: Callable[[str], Environment]
) -> Callable[..., dict[str, Page]]:
    """The pages of the small plan with top-level keys replaced, by their kind."""

    def made(site: Site = SITE, **changed: Any) -> dict[str, Page]:
        found = plan_pages(dossier_of(**changed), site, templates(site.language))
        return {page.front_matter["kind"]: page for page in found}

    return made
