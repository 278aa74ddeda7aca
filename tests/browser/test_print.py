"""Every kind of page on paper, and the PDF of a whole plan."""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader
from pypdf.generic import Destination

from generator.locale import language
from generator.pdf import printing
from generator.pdf.printing import chromium, print_plans

ROOT = Path(__file__).parents[2]
PLAN = "kabupaten-tirtawening/2025-2029/"
PORTRAIT, LANDSCAPE = 688, 1017
"""Width of the text on A4, CSS pixels: 210 or 297 mm less the margins of print.css."""
ON_ITS_SIDE = ("rencana-implementasi/", "layanan/", "lembaga/", "perbandingan/kabupaten/")

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def addresses(site_folder: Path) -> list[str]:
    """Every page of a plan, of its institution, and of the portal."""
    portal = [
        "",
        "lembaga/",
        "metode/",
        "perbandingan/",
        "perbandingan/kabupaten/",
        "perubahan/",
        "data/",
        PLAN.partition("/")[0] + "/",
    ]
    own = [f"{path.parent.relative_to(site_folder).as_posix()}/" for path in (site_folder / PLAN).rglob("index.html")]
    found = [address for address in [*portal, *sorted(own)] if (site_folder / address / "index.html").is_file()]
    assert len(found) > 15
    return found


def test_nothing_is_wider_than_the_sheet(page: Page, site_url: str, addresses: list[str]) -> None:
    page.emulate_media(media="print")
    wide = {}
    for address in addresses:
        width = LANDSCAPE if address.removeprefix(PLAN) in ON_ITS_SIDE else PORTRAIT
        if address.endswith("cetak/"):
            continue  # sheets of both kinds: what it holds is measured on the pages it is made from
        page.set_viewport_size({"width": width, "height": 1000})
        page.goto(site_url + address)
        over = page.evaluate(
            """width => [...document.querySelectorAll('main *:not(svg *)')]
              .filter((each) => each.checkVisibility() && !each.closest('.out-of-sight, .tile__name')
                && each.getBoundingClientRect().right > width + 1)
              .map((each) => `${each.tagName}.${each.className} ${each.textContent.trim().slice(0, 40)}`)
              .slice(0, 3)""",
            width,
        )
        if over:
            wide[address] = over
    assert wide == {}


def test_the_frame_stays_on_the_screen(page: Page, site_url: str, addresses: list[str]) -> None:
    page.emulate_media(media="print")
    for address in addresses:
        page.goto(site_url + address)
        for part in (".head", ".foot", ".drawer", ".skip", ".filters"):
            for found in page.locator(part).all():
                assert not found.is_visible(), f"{part} is printed with {address or 'the portal'}"
        assert page.locator("h1").first.is_visible(), address


def test_what_is_folded_on_the_screen_is_printed(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}{PLAN}rencana-implementasi/")
    folded = page.locator("main details.card:not([open]) > div[id] > p:first-child")
    assert folded.count() == 73
    assert not folded.first.is_visible()
    page.emulate_media(media="print")
    heights = folded.evaluate_all("all => all.map((each) => each.getBoundingClientRect().height)")
    assert min(heights) > 10


def test_the_printed_plan_begins_with_its_title_and_contents_that_lead_on(page: Page, site_url: str) -> None:
    page.emulate_media(media="print")
    page.goto(f"{site_url}{PLAN}cetak/")
    title = page.locator(".title-page")
    for word in ("Kabupaten Tirtawening", "2025–2029", "Berlaku", "Peraturan Bupati", "24 November 2026", "CC-BY-4.0"):
        assert word in title.inner_text()
    assert "Contoh." in title.inner_text()
    lost = page.locator(".contents a").evaluate_all(
        """all => all.map((each) => each.hash.slice(1))
          .filter((id) => document.querySelectorAll(`[id='${id}']`).length !== 1)"""
    )
    assert lost == []
    starts = page.locator("article > h2").evaluate_all("all => all.map((each) => getComputedStyle(each).breakBefore)")
    assert len(starts) == 9
    # The contents before the first part end their own sheet.
    assert set(starts[1:]) == {"page"}


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory, rencana_pdf: Callable[[Path], None]) -> Path:
    """The PDF of the small complete plan."""
    base = tmp_path_factory.mktemp("pdf")
    plan = base / "plans" / "kabupaten-sagara" / "2025-2029.yaml"
    plan.parent.mkdir(parents=True)
    plan.write_bytes((ROOT / "tests" / "examples" / "contoh.yaml").read_bytes())
    rencana_pdf(base)
    return base / "site" / "kabupaten-sagara" / "2025-2029" / "cetak" / "kabupaten-sagara-2025-2029.pdf"


@pytest.fixture(scope="module")
def rencana_pdf() -> Callable[[Path], None]:
    """Builds the plans of a folder with their PDFs, into `site` beside them."""

    def run(base: Path) -> None:
        options = ["--plans", "plans", "--output", "site", "--as-of", "2026-11-24", "--no-cache", "--pdf"]
        done = subprocess.run(
            [sys.executable, "-m", "generator.cli", "build", *options],
            cwd=base,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr

    return run


@pytest.fixture(scope="module")
def reader(printed: Path) -> PdfReader:
    return PdfReader(printed)


def _bookmarks(reader: PdfReader) -> dict[str, int]:
    """Title and page, from 1, of every bookmark at any depth."""
    found: dict[str, int] = {}

    def walk(entries: list[object]) -> None:
        for entry in entries:
            if isinstance(entry, list):
                walk(entry)
            elif isinstance(entry, Destination):
                found[str(entry.title)] = (reader.get_destination_page_number(entry) or 0) + 1

    walk(list(reader.outline))
    return found


def test_a_pdf_has_its_parts_in_order_as_bookmarks_and_in_its_text(reader: PdfReader) -> None:
    marks = _bookmarks(reader)
    parts = ["Ringkasan", "Kerangka pemikiran", "Cetak biru", "Tahap pengembangan", "Rencana implementasi", "Anggaran"]
    parts += ["Sumber daya manusia", "Layanan dan aplikasi"]
    assert [mark for mark in marks if mark in parts] == parts
    pages = [marks[part] for part in parts]
    assert pages == sorted(set(pages)), "each part begins on a sheet of its own"
    assert len(reader.pages) > pages[-1]
    for part in parts:
        assert part in reader.pages[marks[part] - 1].extract_text()
    assert "Kabupaten Sagara" in reader.pages[0].extract_text()
    assert "Temuan" in "".join(page.extract_text() for page in reader.pages[pages[-1] :])


def test_the_contents_tell_the_pages_the_bookmarks_lead_to(reader: PdfReader) -> None:
    marks = _bookmarks(reader)
    contents = reader.pages[marks["Daftar isi"] - 1].extract_text()
    told = [line.rsplit(maxsplit=1) for line in contents.splitlines() if line[-1:].isdigit() and "/" not in line]
    numbered = {name: int(number) for name, number in (each for each in told if len(each) == 2 and each[1].isdigit())}
    for part in ("Ringkasan", "Cetak biru", "Anggaran", "Temuan"):
        assert numbered[part] == marks[part]


def test_a_pdf_has_sheets_on_their_side_numbers_and_tags(reader: PdfReader) -> None:
    sizes = [(round(page.mediabox.width), round(page.mediabox.height)) for page in reader.pages]
    assert {(595, 842), (842, 595)} == set(sizes)
    assert sizes[_bookmarks(reader)["Peta jalan"] - 1] == (842, 595)
    assert f"{len(sizes)} / {len(sizes)}" in reader.pages[-1].extract_text()
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert reader.trailer["/Root"]["/Lang"] == "id"


def test_a_pdf_tells_nothing_of_the_machine_that_made_it(reader: PdfReader, printed: Path) -> None:
    assert reader.metadata is not None
    assert reader.metadata.title is not None
    assert "Sagara" in reader.metadata.title
    assert str(reader.metadata["/CreationDate"]).startswith("D:20261124000000")
    links = [
        str(note.get_object()["/A"]["/URI"])
        for page in reader.pages
        for note in page.get("/Annots", [])
        if "/URI" in note.get_object().get("/A", {})
    ]
    assert links
    assert all(link.startswith(("https://", "http://")) and "127.0.0.1" not in link for link in links)
    assert b"file:" not in printed.read_bytes()


def test_the_pages_of_the_plan_offer_the_pdf(printed: Path) -> None:
    for page in (printed.parent / "index.html", printed.parents[1] / "index.html"):
        assert printed.name in page.read_text(encoding="utf-8")
    assert sorted(path.name for path in printed.parent.iterdir()) == sorted(["index.html", printed.name])


def test_every_sheet_but_the_title_has_a_running_head(reader: PdfReader) -> None:
    texts = [page.extract_text() for page in reader.pages]
    title = str(reader.metadata.title if reader.metadata else "")
    running = title.partition(" – ")[0][:30]
    assert len(running) > 10
    assert [number for number, text in enumerate(texts[1:], 2) if running not in text] == []


def test_the_contents_number_nothing_twice(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}{PLAN}cetak/")
    styles = page.locator(".contents ol").evaluate_all("all => all.map((each) => getComputedStyle(each).listStyleType)")
    assert set(styles) == {"none"}


def test_only_what_needs_it_lies_on_its_side(reader: PdfReader) -> None:
    marks = _bookmarks(reader)
    for part in ("Anggaran", "Menurut tahun dan triwulan", "Kartu kegiatan", "Temuan"):
        box = reader.pages[marks[part] - 1].mediabox
        assert box.width < box.height, part


@pytest.fixture
def on_paper(tmp_path: Path) -> Callable[[dict[str, str]], dict[str, str]]:
    """The text of what becomes of pages, by their names, that may be of a share that was changed on its way. `FILE` in
    them is the address of a page of this machine that says `rahasia`, `PICTURE` that of a picture that does."""
    secret = tmp_path / "rahasia.html"
    secret.write_text("rahasia", encoding="utf-8")
    picture = tmp_path / "rahasia.svg"
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60"><text y="40">rahasia</text></svg>'
    picture.write_text(drawing, encoding="utf-8")
    program = chromium()
    assert program

    def run(pages: dict[str, str]) -> dict[str, str]:
        for name, page in pages.items():
            place = tmp_path / "site" / name / "2025-2029" / "cetak"
            place.mkdir(parents=True)
            content = page.replace("FILE", secret.as_uri()).replace("PICTURE", picture.as_uri())
            (place / "index.html").write_text(f"<!doctype html>{content}", encoding="utf-8")
        assert print_plans(program, tmp_path / "site", "", date(2026, 11, 24), tmp_path) == {}
        made = {name: tmp_path / "site" / name / f"2025-2029/cetak/{name}-2025-2029.pdf" for name in pages}
        return {name: "".join(each.extract_text() for each in PdfReader(file).pages) for name, file in made.items()}

    return run


def test_nothing_runs_in_a_page_that_is_printed_and_it_shows_no_other_file(
    tmp_path: Path, on_paper: Callable[[dict[str, str]], dict[str, str]]
) -> None:
    (tmp_path / "ubah.js").write_text('document.body.append("luar")', encoding="utf-8")
    told = on_paper(
        {
            "naskah": f"""<h1>Rencana</h1><script>document.body.append("dalam")</script>
                <script src="{(tmp_path / "ubah.js").as_uri()}"></script>
                <img src="x" onerror="document.body.append(1234)">""",
            "bingkai": """<h1>Rencana</h1><iframe src="FILE"></iframe><embed src="FILE"><object data="FILE"></object>
                <iframe srcdoc='<script>location = "FILE"</script><iframe src="FILE"></iframe>'></iframe>""",
            "gambar": """<h1>Rencana</h1><img src="PICTURE"><object data="PICTURE"></object><embed src="PICTURE">
                <iframe srcdoc='<img src="PICTURE">'></iframe>
                <svg><image href="PICTURE" width="200" height="60" /><use href="PICTURE" /></svg>""",
        }
    )
    assert [name for name, text in told.items() if "Rencana" not in text] == []
    assert [text for text in told.values() for word in ("rahasia", "dalam", "luar", "1234") if word in text] == []


def test_a_page_that_is_printed_leads_to_no_other(on_paper: Callable[[dict[str, str]], dict[str, str]]) -> None:
    """Where it would, Chromium prints nothing."""
    leads = '<meta http-equiv="refresh" content="0;url=FILE">'
    as_entity = leads.replace("-", "&#45;")
    told = on_paper(
        {
            "kepala": f"<head>{leads}</head><h1>Rencana</h1>",
            "badan": f"<h1>Rencana</h1>{leads.upper().replace('URL=', 'url=')}",
            "gambar": f"<h1>Rencana</h1><svg>{leads}</svg>",
            "tanpa-naskah": f"<head><noscript>{leads}</noscript></head><h1>Rencana</h1><noscript>{leads}</noscript>",
            "bingkai": f"<h1>Rencana</h1><iframe srcdoc='{leads}'></iframe><iframe srcdoc='{as_entity}'></iframe>",
            "sandi": f'<meta charset="iso-2022-jp"><h1>Rencana</h1>{leads.replace("p-e", chr(27) + "(Bp-e")}',
        }
    )
    assert [name for name, text in told.items() if "Rencana" not in text or "rahasia" in text] == []


def test_what_leads_on_reads_the_same_as_a_word(on_paper: Callable[[dict[str, str]], dict[str, str]]) -> None:
    told = on_paper({"kata": "<h1>Badan http-equiv</h1><svg><text y=20>HTTP-Equiv</text></svg>"})
    assert told["kata"].split() == ["Badan", "http-equiv", "HTTP-Equiv"]


def test_a_page_that_needs_more_memory_than_it_may_have_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Letters whose direction changes from one to the next take some kB each, and are no tags."""
    page = tmp_path / "site/kabupaten-sagara/2025-2029/cetak/index.html"
    page.parent.mkdir(parents=True)
    page.write_text("<!doctype html><h1>Rencana</h1>" + ("<p>" + "a\u0628" * 5_000) * 20, encoding="utf-8")
    monkeypatch.setattr(printing, "_MEMORY", 500_000 << 10)
    program = chromium()
    assert program
    (told,) = print_plans(program, tmp_path / "site", "", date(2026, 11, 24), tmp_path).values()
    assert "memori; cetak dari peramban" in language().word(told)
