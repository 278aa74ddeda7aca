"""Addresses that were published once: a plan that moved is led on to, and one that was taken down says when.

Every page of such a plan keeps its address, what others embed too, and the page of an institution of which nothing is
left. Only who serves the site can lead a file on: `_redirects` tells it, where the host reads that.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import NamedTuple
from urllib.parse import urlsplit

from jinja2 import Environment

from generator.locale import language
from generator.model.address import PlanAddress
from generator.model.changes.shapes import PlanFact
from generator.model.edition import Edition
from generator.model.history import History, Version
from generator.pages import addresses
from generator.pages.plan.contents import PLAN_PAGES
from generator.pages.plan.embeds import PARTS as EMBEDS
from generator.pages.plan.feeds import gone_feed, plan_feed
from generator.pages.plan.news import News
from generator.pages.portal.front_matter import portal_front_matter
from generator.pages.rendering.page import Page
from generator.pages.rendering.site_file import SiteFile
from generator.pages.rendering.templates import written
from generator.pages.site import Site

MOST = 20
"""Former addresses that an institution's plans keep, the newest: each is a dozen pages of every build. One that gives
each plan of its periods another name every ten years needs half of them in a century.
"""

_FOLDERS_OF_A_PLAN = 2
_PARTS = (*(page.part for page in PLAN_PAGES), *EMBEDS)


class Left(NamedTuple):
    """An address that was left by a commit on a day. `leads_to` is where the same is read now, if anywhere; `title` and
    `institution` are empty for an address that leads on."""

    address: str
    commit: str
    day: date
    leads_to: str = ""
    title: str = ""
    institution: str = ""

    @property
    def is_plan(self) -> bool:
        """Whether this is the address of a plan: below it are its files."""
        return self.address.count("/") == _FOLDERS_OF_A_PLAN

    @property
    def is_institution(self) -> bool:
        return self.address.count("/") < _FOLDERS_OF_A_PLAN


class _Leaving(NamedTuple):
    """That a plan left an address by a commit on a day. It stands at `new` now, or was taken down by a version."""

    day: date
    old: PlanAddress
    commit: str
    new: PlanAddress | None = None
    gone: Version | None = None


def left_addresses(past: Mapping[PlanAddress, History], present: Collection[PlanAddress]) -> tuple[Left, ...]:
    """The addresses that were left and are not in use again; `present` are the plans whose files are there today."""
    here = frozenset(present)
    institutions = {address.institution for address in here}
    found: dict[str, Left] = {}
    for leavings in _leavings(past, here).values():
        for day, old, commit, new, gone in sorted(leavings, key=lambda each: each[:3])[-MOST:]:
            if new:
                _lead_on(found, old, new, commit, day, institutions)
            elif gone:
                told = next(change for change in gone.changes if isinstance(change, PlanFact))
                whose = Left("", gone.commit, gone.day, "", told.name, told.institution)
                _take_down(found, old, whose, institutions)
    return tuple(found[address] for address in sorted(found))


def dropped(past: Mapping[PlanAddress, History], present: Collection[PlanAddress]) -> dict[str, int]:
    """How many former addresses each institution has that are older than those it keeps; the others are left out."""
    leavings = _leavings(past, frozenset(present))
    return {slug: len(own) - MOST for slug, own in leavings.items() if len(own) > MOST}


def _leavings(past: Mapping[PlanAddress, History], here: Collection[PlanAddress]) -> dict[str, list[_Leaving]]:
    """By the institution at whose name the plan stands or last stood."""
    found: dict[str, list[_Leaving]] = {}
    for address, history in past.items():
        new, gone = (address, None) if address in here else (None, history.gone)
        if new or gone:
            own = [_Leaving(day, old, commit, new, gone) for old, commit, day in history.former]
            own += [_Leaving(gone.day, address, gone.commit, gone=gone)] if gone else []
            found.setdefault(address.institution, []).extend(each for each in own if each.old not in here)
    return found


def _lead_on(
    found: dict[str, Left], old: PlanAddress, new: PlanAddress, commit: str, day: date, institutions: Collection[str]
) -> None:
    for part in _PARTS:
        address = addresses.plan(old, part)
        found[address] = Left(address, commit, day, addresses.plan(new, part))
    if old.institution not in institutions:
        address = addresses.institution(old.institution)
        found[address] = Left(address, commit, day, addresses.institution(new.institution))


def _take_down(found: dict[str, Left], old: PlanAddress, whose: Left, institutions: Collection[str]) -> None:
    for part in _PARTS:
        address = addresses.plan(old, part)
        found.setdefault(address, whose._replace(address=address))
    address = addresses.institution(old.institution)
    known = found.get(address)
    if old.institution not in institutions and (known is None or (not known.leads_to and known.day < whose.day)):
        found[address] = whose._replace(address=address)


def left_feeds(
    plans: Iterable[tuple[Edition, History]], gone: Iterable[News], left: Iterable[Left], site: Site, as_of: date
) -> Iterator[SiteFile]:
    """The feeds at old addresses: a feed reader follows no page, so that of a plan that moved stays there too."""
    words = language(site.language)
    kept = {one.address for one in left}
    here = {edition.address: (edition, history) for edition, history in plans}
    for edition, history in here.values():
        for former in history.former:
            page = addresses.plan(former.address, addresses.HISTORY)
            if page in kept:
                yield SiteFile.of_text(addresses.feed(page), plan_feed(edition, history, site, words, as_of))
    ordered = sorted(gone, key=lambda one: (one.address, one.version.number))
    for address, news in groupby(ordered, key=lambda one: one.address):
        page = addresses.plan(address, addresses.HISTORY)
        if page in kept:
            yield SiteFile.of_text(addresses.feed(page), gone_feed(list(news), site, words, as_of))


def left_redirects(left: Iterable[Left], site: Site) -> Iterator[SiteFile]:
    """`_redirects`, which Netlify, Cloudflare Pages and GitLab Pages read: the files below an old address too."""
    root = urlsplit(site.url).path or (f"/{site.tree}/" if site.tree else "/")
    lines = []
    for one in left:
        if one.leads_to and one.is_plan:
            lines.append(f"{root}{one.address}* {root}{one.leads_to}:splat 301")
        elif one.leads_to and one.is_institution:
            lines.append(f"{root}{one.address} {root}{one.leads_to} 301")
    if lines:
        yield SiteFile.of_text("_redirects", "\n".join(lines) + "\n")


def left_pages(left: Collection[Left], site: Site, templates: Environment, as_of: date) -> Iterator[Page]:
    """The page at each of these addresses."""
    words = language(site.language)
    for one in left:
        context = {"left": one, "link": addresses.link, "addresses": addresses}
        body, description = written(templates, "portal/alamat-lama.md.j2", context)
        title = words.gettext("Alamat ini pindah") if one.leads_to else words.gettext("Tidak lagi diterbitkan")
        more = {"leads_to": one.leads_to, "hidden": True, "embed": f"/{addresses.EMBED}" in one.address}
        yield Page(
            one.address,
            portal_front_matter("alamat-lama", [(title, one.address)], description, as_of, words, **more),
            body,
        )
