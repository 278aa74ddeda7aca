import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest

from generator.locale import language
from generator.model.address import PlanAddress
from generator.model.edition import Edition
from generator.model.history import History
from generator.pages.plan import feeds
from generator.pages.plan.feeds import PLAN_ENTRIES, plan_feed, portal_feed
from generator.pages.plan.news import news_of
from generator.pages.site import Site
from generator.reading.past.histories import histories
from generator.reading.past.repository import repository_at
from generator.reading.plan_files import PlanFiles, RawFile
from generator.reading.reader import read_plan
from generator.store.cache import Cache

Values = dict[str, Any]
HERE = PlanAddress("sagara", "2025-2029")
FILE = "plans/sagara/2025-2029.yaml"
SITE = Site(name="Rencana & kawan", url="https://rencana.example/")
DAY = date(2026, 11, 24)
ATOM = "{http://www.w3.org/2005/Atom}"

# RFC 4287, sections 4.1.1 and 4.1.2: what must stand there once, and what may stand there at all.
ONCE = {"feed": {"id", "title", "updated"}, "entry": {"id", "title", "updated", "content"}}
AT_MOST_ONCE = {"generator", "rights", "subtitle", "icon", "logo", "published", "summary", "source"}
MANY = {"feed": {"author", "link", "category", "contributor", "entry"}, "entry": {"author", "link", "category"}}


def edition(values: Values) -> Edition:
    found = read_plan(PlanFiles(HERE, (RawFile(FILE, json.dumps(values).encode()),))).edition
    assert found is not None
    return found


def told(workshop: Any) -> History:
    return histories(repository_at(workshop.folder), "plans", [HERE], Cache(None))[HERE]


class _Balanced(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.open.append(tag)
        self.tags.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def assert_valid(text: str) -> ElementTree.Element:
    """The rules of RFC 4287 that apply to these feeds; the parser sees to the XML."""
    root = ElementTree.fromstring(text.encode())
    assert root.tag == f"{ATOM}feed"
    ids = []
    for element in (root, *root.iter(f"{ATOM}entry")):
        kind = element.tag.removeprefix(ATOM)
        names = [child.tag.removeprefix(ATOM) for child in element]
        assert set(names) <= ONCE[kind] | AT_MOST_ONCE | MANY[kind]
        for name in ONCE[kind]:
            assert names.count(name) == 1, name
        for name in AT_MOST_ONCE:
            assert names.count(name) <= 1, name
        assert all(author.findtext(f"{ATOM}name") for author in element.iter(f"{ATOM}author"))
        assert element.find(f"{ATOM}author") is not None
        identity = element.findtext(f"{ATOM}id") or ""
        assert urlsplit(identity).scheme
        assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", identity)
        ids.append(identity)
        updated = element.findtext(f"{ATOM}updated") or ""
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)", updated)
        assert datetime.fromisoformat(updated).tzinfo is not None
        links = [(link.get("rel"), link.get("type")) for link in element.findall(f"{ATOM}link")]
        assert len(links) == len(set(links))
        assert all(link.get("href") for link in element.findall(f"{ATOM}link"))
    assert len(ids) == len(set(ids))
    assert [link.get("rel") for link in root.findall(f"{ATOM}link")].count("self") == 1
    for content in root.iter(f"{ATOM}content"):
        assert content.get("type") == "html"
        assert len(content) == 0
        page = _Balanced()
        page.feed(content.text or "")
        assert page.open == []
        assert page.tags == {"ul", "li", "b"}
    return root


@pytest.fixture
def values(small_plan: Callable[[], Values]) -> Values:
    return small_plan()


def test_the_feed_of_a_plan(workshop: Any, values: Values) -> None:
    first = workshop.commit({FILE: values}, day="2025-02-14")
    workshop.commit({FILE: json.dumps(values, indent=1)}, day="2025-03-01")
    values["kegiatan"][0]["selesai"] = "2029-T2"
    second = workshop.commit({FILE: values}, day="2026-01-10")
    feed = plan_feed(edition(values), told(workshop), SITE, language(), DAY)
    root = assert_valid(feed)
    assert [entry.find(f"{ATOM}link").get("href")[-10:] for entry in root.iter(f"{ATOM}entry")] == [
        second[:10],
        first[:10],
    ]
    assert root.findtext(f"{ATOM}updated") == "2026-01-10T08:00:00+07:00"
    assert "selesai diundur 6 triwulan, dari T4 2027 ke T2 2029" in feed
    assert f'href="https://rencana.example/sagara/2025-2029/riwayat/#versi-{second[:10]}"' in feed
    assert 'href="https://rencana.example/sagara/2025-2029/riwayat/atom.xml"' in feed
    assert "Orang" not in feed
    assert feed == plan_feed(edition(values), told(workshop), SITE, language(), date(2027, 1, 1))


def test_text_of_a_plan_is_text(workshop: Any, values: Values) -> None:
    values["lembaga"]["nama"] = "A & B <i>"
    values["rencana"]["judul"] = "]]> & <script>alert(1)</script>"
    workshop.commit({FILE: values})
    values["kegiatan"][0]["nama"] = "<img src=x onerror=alert(1)>"
    values["kegiatan"][0]["selesai"] = "2029-T2"
    workshop.commit({FILE: values})
    root = assert_valid(plan_feed(edition(values), told(workshop), SITE, language(), DAY))
    page = _Balanced()
    page.feed(root.findtext(f"{ATOM}entry/{ATOM}content") or "")
    assert "<img src=x onerror=alert(1)>" in page.text


def test_a_history_that_is_not_known_is_a_valid_empty_feed(values: Values) -> None:
    root = assert_valid(plan_feed(edition(values), History(False), Site(), language(), DAY))
    assert root.findtext(f"{ATOM}updated") == "2026-11-24T00:00:00+07:00"
    assert list(root.iter(f"{ATOM}entry")) == []


def ids(feed: str) -> list[str]:
    return [str(element.text) for element in ElementTree.fromstring(feed.encode()).iter(f"{ATOM}id")]


def test_ids_are_the_sites_own_and_survive_another_host_and_another_folder(workshop: Any, values: Values) -> None:
    workshop.commit({FILE: values})
    here = replace(SITE, identity="a1")
    before = ids(plan_feed(edition(values), told(workshop), here, language(), DAY))
    assert (
        ids(plan_feed(edition(values), told(workshop), replace(here, url="https://lain.example/x/"), language(), DAY))
        == before
    )
    for other in (
        replace(here, identity="b2"),
        replace(here, language="en"),
        replace(SITE, url="https://lain.example/"),
    ):
        assert not set(ids(plan_feed(edition(values), told(workshop), other, language(), DAY))) & set(before)
    workshop.commit({FILE: None, "plans/baru/2025-2029.yaml": values})
    moved = histories(repository_at(workshop.folder), "plans", [], Cache(None))[PlanAddress("baru", "2025-2029")]
    assert ids(plan_feed(edition(values), moved, here, language(), DAY))[-1] == before[-1]


def test_the_feed_of_all_plans_is_in_the_order_of_the_commits(workshop: Any, values: Values) -> None:
    other = "plans/lain/2025-2029.yaml"
    workshop.commit({FILE: values}, day="2026-01-03")
    workshop.commit({other: values}, day="2026-01-01")
    both = histories(repository_at(workshop.folder), "plans", [], Cache(None))
    news = [one for history in both.values() for one in news_of(edition(values), history)]
    root = assert_valid(portal_feed(news, SITE, language(), DAY))
    days = [entry.findtext(f"{ATOM}updated", "")[:10] for entry in root.iter(f"{ATOM}entry")]
    assert days == ["2026-01-01", "2026-01-03"]
    assert root.findtext(f"{ATOM}title") == "Perubahan semua rencana: Rencana & kawan"


def test_a_long_history_keeps_the_newest(workshop: Any, values: Values) -> None:
    workshop.commit({FILE: values})
    history = told(workshop)
    (version,) = history.versions
    many = History(True, versions=tuple(version._replace(commit=f"{number:040}") for number in range(200)))
    root = assert_valid(plan_feed(edition(values), many, SITE, language(), DAY))
    assert len(list(root.iter(f"{ATOM}entry"))) == PLAN_ENTRIES


def test_an_entry_tells_so_many_changes_and_counts_the_rest(
    workshop: Any, values: Values, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop.commit({FILE: values}, day="2025-02-14")
    for activity in values["kegiatan"]:
        activity["nama"] += " lagi"
    values["rencana"]["judul"] += " lagi"
    workshop.commit({FILE: values}, day="2025-03-01")
    monkeypatch.setattr(feeds, "MOST_TOLD", 1)
    newest = next(assert_valid(plan_feed(edition(values), told(workshop), SITE, language(), DAY)).iter(f"{ATOM}entry"))
    count = int((newest.findtext(f"{ATOM}title") or "").rpartition(": ")[2].split()[0])
    content = newest.findtext(f"{ATOM}content") or ""
    assert count > 2
    assert content.count("<li>") == 2
    assert content.endswith(f"<li>dan {count - 1} perubahan lain</li></ul>")
