"""The form for proposals, with the keyboard alone, and what it says read back by the command."""

import gzip
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import Any, Literal
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from generator.editing.bringing import written_values
from generator.editing.stated import proposal_in
from generator.pages.site import Site
from generator.reading.disk import on_disk
from generator.reading.library import Library
from tests.once import built_once

from .axe import add_axe, violations
from .conftest import ROOT
from .kinds import PLAN, visit
from .sites import small_site

pytestmark = pytest.mark.browser

FORM = f"{PLAN}usul/"
FORGE = Site(repository="https://forge.example/a/b", forge="github")
LARGEST = 40_000
"""Bytes of the form with its scripts and the description of the fields, compressed."""


def fill(page: Page, label: str, value: str) -> None:
    field = page.get_by_label(label, exact=True)
    field.focus()
    page.keyboard.press("Control+A")
    page.keyboard.type(value)


def downloaded(page: Page, folder: Path) -> Path:
    with page.expect_download() as told:
        page.get_by_role("button", name="Unduh usulan.json").press("Enter")
    target = folder / "usulan.json"
    told.value.save_as(target)
    return target


def test_a_proposal_made_with_the_keyboard_changes_the_plan(page: Page, root_url: str, tmp_path: Path) -> None:
    visit(page, root_url, FORM)
    page.get_by_label("Saring baris menurut kata").focus()
    page.keyboard.type("bap-01")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Baris", exact=True)).to_be_focused()
    fill(page, "Nama (wajib)", 'Forum "Satu Data": # kedua')
    page.get_by_label("Status (wajib)", exact=True).focus()
    page.keyboard.type("Berjalan")
    page.locator("summary", has_text="Pendukung").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.get_by_role("button", name="Kegiatan: anggaran").press("Enter")
    expect(page.get_by_label("Baris", exact=True)).to_be_focused()
    page.keyboard.press("ArrowDown")
    fill(page, "Jumlah", "Rp 54.000.000")
    expect(page.locator("#usul-perubahan tr")).to_have_count(4)
    file = downloaded(page, tmp_path)
    told = json.loads(file.read_text(encoding="utf-8"))
    assert told["perubahan"][0] == {
        "tabel": "kegiatan",
        "baris": "BAP-01",
        "isian": "nama",
        "lama": "Peraturan dan forum Satu Data Tirtawening",
        "baru": 'Forum "Satu Data": # kedua',
    }
    assert told["perubahan"][3] | {"lama": ""} == {
        "tabel": "kegiatan.anggaran",
        "baris": "BAP-01/anggaran/1",
        "isian": "jumlah",
        "lama": "",
        "baru": "54000000",
    }
    shutil.copytree(ROOT / "plans", tmp_path / "plans")
    run = [sys.executable, "-c", "from generator.cli import main; main()", "import", str(file), "--write"]
    done = subprocess.run(
        [*run, "--plans", str(tmp_path / "plans")], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    address = PLAN.strip("/")
    (plan,) = [each for each in on_disk(tmp_path / "plans", tmp_path).plans if str(each.address) == address]
    edition = Library(None).read(plan).edition
    assert edition
    (activity,) = [each for each in edition.plan.activities if each.id == "BAP-01"]
    assert activity.name == 'Forum "Satu Data": # kedua'
    assert activity.budget[1].amount == 54_000_000
    assert activity.status == "berjalan"


def test_rows_are_added_and_removed_with_the_keyboard_and_the_command_writes_them(
    page: Page, root_url: str, tmp_path: Path
) -> None:
    visit(page, root_url, f"{FORM}#bap-01")
    inner = page.locator("#usul-dalam")
    inner.get_by_role("button", name="Kegiatan: anggaran (2)").press("Enter")
    expect(page.get_by_label("Baris", exact=True)).to_be_focused()
    page.get_by_role("button", name="Usulkan penghapusan baris ini").press("Enter")
    page.get_by_role("button", name="Tambah baris baru").press("Enter")
    expect(page.get_by_label("Tahun", exact=True)).to_be_focused()
    page.keyboard.type("2025")
    fill(page, "Jumlah", "Rp 56.000.000")
    page.locator("#usul-tabel").select_option("kegiatan")
    page.get_by_role("button", name="Tambah baris baru").press("Enter")
    expect(page.get_by_label("Id (wajib)", exact=True)).to_be_focused()
    expect(page.get_by_label("Id (wajib)", exact=True)).to_have_value("SET-06")
    expect(page.get_by_text("Perbaiki dahulu isian yang ditandai.")).to_be_visible()
    for label, value in (("Nama", "Percobaan: satu"), ("Mulai", "2027-T1"), ("Selesai", "2028")):
        fill(page, f"{label} (wajib)", value)
    for label, word in (("Program", "P-01"), ("Status", "Direncanakan")):
        page.get_by_label(f"{label} (wajib)", exact=True).focus()
        page.keyboard.type(word)
    page.locator("#usul-isian summary", has_text="Penanggung jawab").press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    inner.get_by_role("button", name="Kegiatan: tonggak (0)").press("Enter")
    expect(page.get_by_role("button", name="Tambah baris baru")).to_be_focused()
    page.keyboard.press("Enter")
    fill(page, "Uraian", "Dibatalkan lagi")
    expect(page.locator("#usul-perubahan tr")).to_have_count(4)
    page.get_by_role("button", name="Batalkan baris baru ini").press("Enter")
    expect(page.locator("#usul-perubahan tr")).to_have_count(3)
    file = downloaded(page, tmp_path)
    removed, line, activity = json.loads(file.read_text(encoding="utf-8"))["perubahan"]
    assert (removed["baris"], removed["hapus"], removed["lama"]["fase"]) == ("BAP-01/anggaran/0", True, "dpa")
    assert line == {
        "tabel": "kegiatan.anggaran",
        "di": "BAP-01",
        "tambah": {"tahun": "2025", "jumlah": "56000000"},
    }
    shutil.copytree(ROOT / "plans", tmp_path / "plans")
    run = [sys.executable, "-c", "from generator.cli import main; main()", "import", str(file), "--write"]
    done = subprocess.run(
        [*run, "--plans", str(tmp_path / "plans")], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    address = PLAN.strip("/")
    (plan,) = [each for each in on_disk(tmp_path / "plans", tmp_path).plans if str(each.address) == address]
    edition = Library(None).read(plan).edition
    assert edition
    activities = {each.id: each for each in edition.plan.activities}
    assert activities["SET-06"].name == "Percobaan: satu"
    assert [each.amount for each in activities["BAP-01"].budget] == [53_180_000, 56_000_000]
    assert activity["tambah"]["nama"] == "Percobaan: satu"


@pytest.mark.parametrize("plan", ["kabupaten-tirtawening/2025-2029", "provinsi-nusa-kencana/2024-2028"])
def test_every_old_value_is_what_the_command_reads(page: Page, root_url: str, plan: str) -> None:
    visit(page, root_url, f"{plan}/usul/")
    seen = page.evaluate(
        """async () => {
          const { rows, value } = await import(new URL(document.querySelector('script[src*="usul.js"]').src
            .replace("usul.js", "usul-rows.js")));
          const read = async (address) => (await fetch(address)).json();
          const form = document.getElementById("usul").dataset;
          const [plan, told] = [await read(form.object), await read(form.fields)];
          const tables = new Map(told.tabel.map((each) => [each.nama, each]));
          return told.tabel.flatMap((each) => rows(each, plan, tables).flatMap((row) => each.isian.map((field) =>
            [each.nama, row.path.join("/"), field.kunci, value(field, row.entry)])));
        }"""
    )
    (files,) = [each for each in on_disk(ROOT / "plans", ROOT).plans if str(each.address) == plan]
    edition = Library(None).read(files).edition
    assert edition
    wanted = {
        (table, "/".join(map(str, row)), column): list(value) if isinstance(value, tuple) else value
        for (table, row, column), value in written_values(edition)
        if column not in ("id", "versi_format")
    }
    assert {(table, row, key): value for table, row, key, value in seen} == wanted
    assert len(wanted) > 500


def test_a_card_leads_to_the_form_with_its_activity_chosen(page: Page, root_url: str) -> None:
    visit(page, root_url, f"{PLAN}rencana-implementasi/#bap-02")
    card = page.locator("details.card", has=page.locator("#bap-02"))
    card.get_by_role("link", name="Usulkan perubahan").press("Enter")
    expect(page.locator("#usul-nama")).to_contain_text("BAP-02")
    expect(page.locator("#usul-baris option:checked")).to_contain_text("BAP-02")


def test_a_field_that_cannot_be_read_is_told_and_nothing_is_handed_on(page: Page, root_url: str) -> None:
    visit(page, root_url, FORM)
    fill(page, "Mulai (wajib)", "tahun depan")
    expect(page.get_by_label("Mulai (wajib)", exact=True)).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_text("Belum dapat dibaca. Contoh yang benar: 2026-T2")).to_be_visible()
    expect(page.locator("#usul-perubahan tr")).to_have_count(0)
    expect(page.get_by_role("button", name="Unduh usulan.json")).to_be_disabled()
    page.locator("#usul-isian .propose__field", has_text="Mulai").get_by_label("Tidak diketahui").press("Space")
    expect(page.locator("#usul-perubahan tr")).to_have_count(1)
    page.get_by_role("button", name="Batalkan perubahan").press("Enter")
    expect(page.locator("#usul-perubahan tr")).to_have_count(0)


@pytest.fixture(scope="module")
def forge_url(tmp_path_factory: pytest.TempPathFactory, serve: Callable[..., str]) -> str:
    """A site whose plans lie on GitHub: the forges differ in one attribute of the form."""

    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8") + f"\nrepo_url: {FORGE.repository}\n"
    plan = (ROOT / "tests/examples/contoh.yaml").read_text(encoding="utf-8")
    return serve(built_once(tmp_path_factory, "forge", lambda output: small_site(output, plan, settings)))


@pytest.mark.parametrize(
    ("forge", "address", "title", "text"),
    [
        ("github", "/issues/new", "title", "body"),
        ("gitlab", "/-/issues/new", "issue[title]", "issue[description]"),
        ("gitea", "/issues/new", "title", "body"),
    ],
)
def test_an_issue_of_the_forge_holds_the_proposal(
    page: Page, forge_url: str, forge: str, address: str, title: str, text: str
) -> None:
    built, wanted = (f'data-issue="{escape(one.new_issue)}"' for one in (FORGE, replace(FORGE, forge=forge)))

    def of_the_forge(route: Route) -> None:
        body = route.fetch().text()
        assert built in body
        route.fulfill(body=body.replace(built, wanted), content_type="text/html; charset=utf-8")

    page.route("**/usul/", of_the_forge)
    page.goto(f"{forge_url}kabupaten-sagara/2025-2029/usul/")
    fill(page, "Nama (wajib)", "Portal & layanan ```\n${7*7}")
    issue = page.get_by_role("link", name="Buka isu")
    target = urlsplit(issue.get_attribute("href") or "")
    assert (target.netloc, target.path) == ("forge.example", f"/a/b{address}")
    told = parse_qs(target.query)
    assert "kabupaten-sagara/2025-2029" in told[title][0]
    proposal = proposal_in(told[text][0].partition("```json\n")[2].rpartition("\n```")[0].encode())
    assert [each.new for each in proposal.changes] == ["Portal & layanan ```${7*7}"]  # type: ignore[union-attr]
    page.get_by_label("Uraian", exact=True).fill("panjang " * 900)
    expect(page.locator("#usul-isu")).not_to_have_attribute("href", "")
    expect(page.get_by_role("status").last).to_contain_text("terlalu panjang")
    assert issue.count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_while_the_form_is_in_use(
    open_page: Callable[..., Page], root_url: str, scheme: Literal["light", "dark"], width: int
) -> None:
    page = open_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    add_axe(page)
    visit(page, root_url, FORM)
    fill(page, "Nama (wajib)", "Nama yang lain")
    fill(page, "Mulai (wajib)", "?")
    for summary in page.locator("#usul-isian summary").all():
        summary.press("Enter")
    assert violations(page, only_colour=scheme == "dark") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_form_is_small(site_folder: Path) -> None:
    scripts = sorted((site_folder / "assets/js").glob("usul*.js"))
    files = [site_folder / FORM / "index.html", site_folder / "data/isian.json", *scripts]
    assert len(scripts) == 4
    assert sum(len(gzip.compress(file.read_bytes(), mtime=0)) for file in files) <= LARGEST


def test_without_a_script_the_page_says_so_and_shows_the_other_ways(
    open_page: Callable[..., Page], root_url: str
) -> None:
    page: Any = open_page(java_script_enabled=False)
    page.goto(root_url + FORM)
    expect(page.get_by_text("Formulir ini memerlukan JavaScript")).to_be_visible()
    expect(page.locator("#usul")).to_be_hidden()
    expect(page.get_by_role("link", name="buku kerja rencana ini")).to_be_visible()
