"""`/perubahan/`: what changed last in the plans of all institutions."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from jinja2 import Environment

from generator.locale import Language, language
from generator.model.edition import Edition
from generator.model.history import History
from generator.pages import addresses
from generator.pages.plan.feeds import portal_feed
from generator.pages.plan.news import News, news_of
from generator.pages.portal.front_matter import portal_front_matter
from generator.pages.portal.search import asked
from generator.pages.rendering.page import Page
from generator.pages.rendering.site_file import SiteFile
from generator.pages.rendering.templates import written
from generator.pages.site import Site
from generator.pages.words.changes import ChangeWords
from generator.views.told_versions import ToldVersion, told_version

NEWEST = 60
"""Versions that the page tells; the feed has its own limit."""

ASKED_BY = "perubahan terakhir terbaru apa yang berubah berita"
"""Words of the questions that the page answers."""


class Month(NamedTuple):
    """A month with its days, the newest first, and on each the versions of it."""

    anchor: str
    title: str
    days: tuple[tuple[date, tuple[tuple[News, ToldVersion], ...]], ...]


def changes_page(
    plans: Sequence[tuple[Edition, History]],
    gone: Sequence[News],
    site: Site,
    templates: Environment,
    as_of: date,
) -> Iterator[Page | SiteFile]:
    """`/perubahan/`, the newest changes of all plans and of those that are `gone`, and its feed."""
    words = language(site.language)
    known = [(edition, history) for edition, history in plans if history.known]
    news = [one for edition, history in known for one in news_of(edition, history)]
    news = sorted((*news, *gone), key=lambda one: one.version.number)[::-1]
    context = {
        "news": news[:NEWEST],
        "months": tuple(_months(news[:NEWEST], words)),
        "known": len(known),
        "unknown": [edition for edition, history in plans if not history.known],
        "addresses": addresses,
        "told": ChangeWords(words),
        "as_of": as_of,
        "link": addresses.link,
    }
    body, description = written(templates, "portal/perubahan.md.j2", context)
    steps = [(words.gettext("Perubahan"), addresses.CHANGES)]
    front_matter = portal_front_matter("perubahan", steps, description, as_of, words)
    yield Page(addresses.CHANGES, front_matter, body, asked(body, ASKED_BY))
    yield SiteFile.of_text(addresses.feed(addresses.CHANGES), portal_feed(news, site, words, as_of))


def _months(news: Sequence[News], words: Language) -> Iterator[Month]:
    by_day = sorted(news, key=lambda one: one.version.day, reverse=True)
    for (year, month), of_month in groupby(by_day, key=lambda one: (one.version.day.year, one.version.day.month)):
        days = tuple(
            (day, tuple((one, told_version(one.version, one.entries)) for one in of_day))
            for day, of_day in groupby(of_month, key=lambda one: one.version.day)
        )
        yield Month(f"bulan-{year}-{month:02}", f"{words.formats.month(month)} {year}", days)
