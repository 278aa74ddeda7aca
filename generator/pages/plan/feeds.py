"""Atom feeds (RFC 4287) of what changed, for one plan and for all. Pure text: the same history, the same bytes.

Ids are `tag:` URIs (RFC 4151) of the site's host, the plan's permanent address and the commit, so that a
reader sees an entry once however often the feed is made. The year in them is fixed for the same reason.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from markupsafe import Markup

from generator.locale import Language, say
from generator.model.edition import Edition
from generator.model.history import History, Version
from generator.pages import addresses
from generator.pages.site import Site
from generator.pages.words.changes import ChangeWords

PLAN_ENTRIES = 50
PORTAL_ENTRIES = 100
_TAG_YEAR = 2026
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class _Entry(NamedTuple):
    version: Version
    edition: Edition


def plan_feed(edition: Edition, history: History, site: Site, words: Language, as_of: date) -> str:
    """The feed of one plan, the newest version first; valid and without entries when nothing is known."""
    page = addresses.plan(edition.address, addresses.HISTORY)
    title = words.word(say("Perubahan {judul}", judul=edition.plan.header.title))
    feed = _feed(page, title, site, words)
    _text(SubElement(feed, "author"), "name", edition.plan.institution.name)
    _text(feed, "rights", edition.plan.header.licence)
    return _finished(feed, [_Entry(version, edition) for version in history.changed], PLAN_ENTRIES, site, words, as_of)


def portal_feed(plans: Iterable[tuple[Edition, History]], site: Site, words: Language, as_of: date) -> str:
    """The feed of all plans, the newest version first."""
    feed = _feed(addresses.CHANGES, words.word(say("Perubahan semua rencana: {situs}", situs=site.name)), site, words)
    _text(SubElement(feed, "author"), "name", site.name)
    entries = [_Entry(version, edition) for edition, history in plans for version in history.changed]
    return _finished(feed, entries, PORTAL_ENTRIES, site, words, as_of)


def _feed(page: str, title: str, site: Site, words: Language) -> Element:
    feed = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": words.code})
    _text(feed, "id", _tag(site, page))
    _text(feed, "title", title)
    address = site.url + page if site.url else ""
    SubElement(feed, "link", rel="alternate", type="text/html", href=address or "./")
    SubElement(feed, "link", rel="self", type="application/atom+xml", href=addresses.feed(address))
    return feed


def _finished(feed: Element, entries: Sequence[_Entry], most: int, site: Site, words: Language, as_of: date) -> str:
    # Of two commits in one second the later one comes first: the entries are in the order of the history.
    newest = sorted(entries, key=_when)[::-1][:most]
    _text(feed, "updated", newest[0].version.moment if newest else f"{as_of.isoformat()}T00:00:00Z")
    _text(feed, "generator", "rencana-induk")
    for entry in newest:
        feed.append(_entry(entry, site, words))
    indent(feed)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(feed, encoding="unicode") + "\n"


def _when(entry: _Entry) -> datetime:
    return datetime.fromisoformat(entry.version.moment)


def _entry(entry: _Entry, site: Site, words: Language) -> Element:
    version, plan = entry.version, entry.edition.plan
    page = addresses.plan(entry.edition.address, addresses.HISTORY)
    told = ChangeWords(words)
    element = Element("entry")
    _text(element, "id", _tag(site, f"{page}{version.commit}"))
    count = words.ngettext("{jumlah} perubahan", "{jumlah} perubahan", len(version.changes))
    _text(element, "title", f"{plan.header.title}: {count.format(jumlah=len(version.changes))}")
    _text(element, "updated", version.moment)
    _text(SubElement(element, "author"), "name", plan.institution.name)
    anchor = addresses.version_anchor(version.commit)
    SubElement(
        element, "link", rel="alternate", type="text/html", href=f"{site.url + page if site.url else './'}#{anchor}"
    )
    lines = (Markup("<li><b>{}</b>: {}</li>").format(told.subject(each), told.told(each)) for each in version.changes)
    _text(element, "content", Markup("<ul>{}</ul>").format(Markup("").join(lines)), type="html")
    return element


def _text(parent: Element, name: str, text: str, **attributes: str) -> None:
    SubElement(parent, name, attributes).text = _NOT_XML.sub("\ufffd", str(text))


def _tag(site: Site, path: str) -> str:
    # An authority is needed even while a site has no address; `.invalid` can never be anybody's.
    host = urlsplit(site.url).hostname or "rencana.invalid"
    return f"tag:{host},{_TAG_YEAR}:{path}"
