"""A plan whose every text is an attack or a nuisance: it is shown as text, and its pages stay whole."""

import re
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from ruamel.yaml import YAML

from tests.once import built_once

from .axe import add_axe, violations
from .conftest import ROOT
from .layout import TOO_WIDE
from .sites import SMALL, small_site

pytestmark = pytest.mark.browser

ATTACK = (
    "<script>window.ran = 1</script><img src=x onerror='window.ran = 2'><svg onload=window.ran=3> "
    "\"'><b onmouseover=window.ran=4>tebal</b> </title></textarea></script><style>*{color:red}</style> "
    "[tautan](javascript:window.ran=5) ![gambar](https://elsewhere.invalid/a.png) <https://elsewhere.invalid> "
    "{{ 7 * 7 }} {% raw %} {#anchor onclick=window.ran=6} `kode` --> ]]> <!-- ]--> &lt;i&gt; "
)
NUISANCE = "👩🏽 مخطط " + "Pertanggungjawaban" * 2 + " e\u0301"  # a name has 500 characters at most
NO_TEXT = re.compile(r"https?:|\d{4}-T\d$|[A-Z]{1,3}-\d+$|CC-BY")
HOSTILE = ATTACK + NUISANCE
PROSE = {"konsep", "kondisi_saat_ini", "kondisi", "sasaran", "uraian"}


def hostile(value: Any) -> Any:
    """A plan with `HOSTILE` behind every free text: what holds a capital, but no address, quarter or licence."""
    if isinstance(value, dict):
        # A comma in a short text of the example reads as one more key, to a reader that knows no plans.
        given = {key: hostile(each) for key, each in value.items() if each is not None}
        # A text in Markdown may say all of this as code only.
        return {
            key: each.replace(ATTACK, f"``{ATTACK}``") if key in PROSE and isinstance(each, str) else each
            for key, each in given.items()
        }
    if isinstance(value, list):
        return [hostile(each) for each in value]
    is_text = isinstance(value, str) and value != value.lower() and not NO_TEXT.match(value)
    return f"{value} {HOSTILE}" if is_text else value


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    yaml = YAML(typ="safe", pure=True)
    plan = hostile(yaml.load((ROOT / "tests/examples/contoh.yaml").read_text(encoding="utf-8")))
    written = StringIO()
    yaml.dump(plan, written)
    assert written.getvalue().count("مخطط") > 60
    return built_once(tmp_path_factory, "hostile", lambda output: small_site(output, written.getvalue()))


@pytest.fixture(scope="module")
def addresses(site: Path) -> list[str]:
    found = sorted(path.parent.relative_to(site).as_posix() for path in site.rglob("index.html"))
    found = [address for address in found if not address.startswith("panduan")]  # says nothing of a plan
    assert len(found) > 15
    assert f"{SMALL}/cetak" in found
    return ["" if address == "." else f"{address}/" for address in found]


@pytest.fixture(scope="module")
def url(site: Path, serve: Callable[..., str]) -> str:
    return serve(site, "/")


def test_it_runs_nothing_and_asks_nobody(browser: Browser, url: str, addresses: list[str]) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        heard: list[str] = []
        page.on("dialog", lambda dialog: (heard.append(dialog.message), dialog.dismiss()))
        page.on("pageerror", lambda error: heard.append(str(error)))
        page.on("console", lambda message: heard.append(message.text))
        page.on("request", lambda request: heard.append(request.url) if not request.url.startswith(url) else None)
        for address in addresses:
            page.goto(url + address)
            page.wait_for_load_state("networkidle")
            assert page.evaluate("window.ran") is None, address
            assert (
                page.locator("main script:not([src]), main img, main style, main [onload], main [onerror]").count() == 0
            )
            schemes = "all => all.map((each) => new URL(each.getAttribute('href'), location).protocol)"
            links = page.locator("a[href]").evaluate_all(schemes)
            assert set(links) <= {"http:", "https:", "mailto:"}, address
        assert heard == []


def test_it_is_shown_as_it_is_written(page: Page, url: str) -> None:
    page.goto(f"{url}{SMALL}/")
    title = page.locator("h1").inner_text()
    assert "<script>window.ran = 1</script>" in title
    assert "{{ 7 * 7 }}" in title
    assert "مخطط" in title
    assert page.title().startswith("Rencana Induk")
    assert "49" not in title


def test_a_search_result_shows_it_as_text(page: Page, url: str) -> None:
    page.goto(f"{url}cari/?q=perizinan")
    page.locator("main .found__list > li").first.wait_for()
    assert page.locator("main .found__list :is(script, img, b, svg, style)").count() == 0
    assert page.evaluate("window.ran") is None


@pytest.mark.parametrize("width", [375, 1280])
def test_it_fits_the_screen(open_page: Callable[..., Page], url: str, addresses: list[str], width: int) -> None:
    page = open_page(viewport={"width": width, "height": 900})
    wide = {}
    for address in addresses:
        page.goto(url + address)
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        if found := page.evaluate(TOO_WIDE):
            wide[address] = found
    assert not wide, wide


def test_axe_finds_nothing_on_its_pages(open_page: Callable[..., Page], url: str, addresses: list[str]) -> None:
    page = open_page(viewport={"width": 375, "height": 900})
    add_axe(page)
    wrong = {}
    for address in addresses:
        if address.endswith("cetak/"):
            continue  # repeats the others
        page.goto(url + address)
        if found := violations(page):
            wrong[address] = found
    assert not wrong, wrong
