"""Atom feeds (RFC 4287) of what changed, for one plan and for all. Pure text: the same history, the same bytes.

Ids are made of the site's own id, the address at which a version was published and its commit (RFC 4122, version 5): a
reader sees an entry once, however often the feed is made, whatever host it is on and wherever its plan moves.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from uuid import UUID, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from markupsafe import Markup

from generator.locale import Language, say
from generator.model.edition import Edition
from generator.model.history import History
from generator.pages import addresses
from generator.pages.plan.news import News, news_of
from generator.pages.site import Site
from generator.pages.words.changes import ChangeWords
from generator.views.late_of_all import LateOf

PLAN_ENTRIES = 50
PORTAL_ENTRIES = 100
MOST_TOLD = 50
"""Changes in an entry; a feed is fetched whole, again and again, and an entry leads to the page that has all."""

_OURS = UUID("6f1e1e0e-6a3b-5f0e-9c55-3a3f5f2f7c11")
"""The name space of these feeds, picked once by chance."""
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def plan_feed(edition: Edition, history: History, site: Site, words: Language, as_of: date) -> str:
    """The feed of one plan, the newest version first; valid and without entries when nothing is known."""
    page = addresses.plan(edition.address, addresses.HISTORY)
    title = words.word(say("Perubahan {judul}", judul=edition.plan.header.title))
    feed = _feed(page, title, site, words)
    _text(SubElement(feed, "author"), "name", edition.plan.institution.name)
    _text(feed, "rights", edition.plan.header.licence)
    return _finished(feed, news_of(edition, history), PLAN_ENTRIES, site, words, as_of)


def gone_feed(news: Sequence[News], site: Site, words: Language, as_of: date) -> str:
    """The feed of a plan that was taken down, which ends in that; `news` are its own."""
    about = news[-1]
    title = words.word(say("Perubahan {judul}", judul=about.title))
    feed = _feed(addresses.plan(about.address, addresses.HISTORY), title, site, words)
    _text(SubElement(feed, "author"), "name", about.institution)
    return _finished(feed, news, PLAN_ENTRIES, site, words, as_of)


def portal_feed(news: Iterable[News], site: Site, words: Language, as_of: date) -> str:
    """The feed of all plans, the newest version first."""
    feed = _feed(addresses.CHANGES, words.word(say("Perubahan semua rencana: {situs}", situs=site.name)), site, words)
    _text(SubElement(feed, "author"), "name", site.name)
    return _finished(feed, list(news), PORTAL_ENTRIES, site, words, as_of)


def late_feed(late: Sequence[LateOf], site: Site, words: Language, as_of: date) -> str:
    """The feed of late promises, what became late last first. An entry is of one promise: a new end makes a new one."""
    feed = _feed(addresses.LATE, words.word(say("Janji yang terlambat: {situs}", situs=site.name)), site, words)
    _text(SubElement(feed, "author"), "name", site.name)
    newest = sorted(late, key=lambda each: each.promise.days)[:PORTAL_ENTRIES]
    _text(feed, "updated", _became_late(newest[0], site) if newest else site.begin(as_of))
    _text(feed, "generator", "rencana-induk")
    for portrait, promise in newest:
        element = SubElement(feed, "entry")
        page = addresses.plan(portrait.address, addresses.IMPLEMENTATION)
        anchor = addresses.item_anchor(promise.activity)
        _text(element, "id", _id(site, f"{page}#{anchor} {promise.end}"))
        _text(element, "title", f"{portrait.name}: {promise.name}")
        _text(element, "updated", _became_late(LateOf(portrait, promise), site))
        _text(SubElement(element, "author"), "name", portrait.name)
        SubElement(
            element, "link", rel="alternate", type="text/html", href=f"{site.url + page if site.url else './'}#{anchor}"
        )
        _text(
            element,
            "summary",
            words.word(
                say("Dijanjikan selesai {akhir}", akhir=words.formats.quarter(promise.end.number, promise.end.year))
            ),
        )
    indent(feed)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(feed, encoding="unicode") + "\n"


def _became_late(late: LateOf, site: Site) -> str:
    return site.begin(late.promise.end.last_day + timedelta(days=1))


def _feed(page: str, title: str, site: Site, words: Language) -> Element:
    feed = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": words.code})
    _text(feed, "id", _id(site, page))
    _text(feed, "title", title)
    address = site.url + page if site.url else ""
    SubElement(feed, "link", rel="alternate", type="text/html", href=address or "./")
    SubElement(feed, "link", rel="self", type="application/atom+xml", href=addresses.feed(address))
    return feed


def _finished(feed: Element, news: Sequence[News], most: int, site: Site, words: Language, as_of: date) -> str:
    # In the order of the commits: their dates may be any.
    newest = sorted(news, key=lambda one: one.version.number)[::-1][:most]
    _text(feed, "updated", newest[0].version.moment if newest else site.begin(as_of))
    _text(feed, "generator", "rencana-induk")
    for one in newest:
        feed.append(_entry(one, site, words))
    indent(feed)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(feed, encoding="unicode") + "\n"


def _entry(one: News, site: Site, words: Language) -> Element:
    version, told = one.version, ChangeWords(words)
    element = Element("entry")
    where = addresses.plan(version.address or one.address, addresses.HISTORY)
    _text(element, "id", _id(site, f"{where}{version.commit}"))
    count = words.ngettext("{jumlah} perubahan", "{jumlah} perubahan", len(version.changes))
    title = f"{one.title}: {count.format(jumlah=len(version.changes))}"
    _text(element, "title", words.word(say("{judul} (rancangan)", judul=title)) if version.draft else title)
    _text(element, "updated", version.moment)
    _text(SubElement(element, "author"), "name", one.institution)
    SubElement(element, "link", rel="alternate", type="text/html", href=_link(one, site))
    first, more = version.changes[:MOST_TOLD], len(version.changes) - MOST_TOLD
    lines = [Markup("<li><b>{}</b>: {}</li>").format(told.subject(each), told.told(each)) for each in first]
    if more > 0:
        lines.append(Markup("<li>{}</li>").format(words.word(say("dan {jumlah} perubahan lain", jumlah=more))))
    _text(element, "content", Markup("<ul>{}</ul>").format(Markup("").join(lines)), type="html")
    return element


def _link(one: News, site: Site) -> str:
    page, mark, anchor = one.page.partition("#")
    return f"{site.url + page if site.url else './'}{mark}{anchor}"


def _text(parent: Element, name: str, text: str, **attributes: str) -> None:
    SubElement(parent, name, attributes).text = _NOT_XML.sub("\ufffd", str(text))


def _id(site: Site, path: str) -> str:
    # Without an id of its own, and outside Git, a site is known by its address, or by its name alone.
    return f"urn:uuid:{uuid5(_OURS, ' '.join((site.identity or site.url or site.name, site.language, path)))}"
