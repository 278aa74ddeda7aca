from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from generator.cli import main
from generator.locale import language
from generator.model.address import PlanAddress
from generator.pdf import printing as pdf
from generator.pdf.destinations import destinations

from .files import TWO_BRANCHES, pdf_of, printed

DAY = date(2026, 11, 24)


def test_destinations_are_counted_in_the_order_of_the_page_tree() -> None:
    assert destinations(pdf_of(TWO_BRANCHES)) == {"awal": 1, "k-001": 2, "cetak-anggaran": 3}


@pytest.mark.parametrize(
    "content",
    [b"", b"not a PDF", b"%PDF-1.4\n%%EOF\n", pdf_of(TWO_BRANCHES | {2: "/Type /Pages\n/Count 0\n/Kids []"})],
    ids=["empty", "text", "no objects", "no pages"],
)
def test_a_file_of_another_kind_has_no_destinations(content: bytes) -> None:
    assert destinations(content) == {}


def _program(path: Path, script: str) -> Path:
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def _site(folder: Path, *plans: str) -> Path:
    for plan in plans:
        page = folder / plan / "cetak" / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text('<!doctype html><h1>Rencana</h1><span class="leaf" data-leaf="k-001"></span>', encoding="utf-8")
    return folder


PRINTS = """for each; do case "$each" in
--print-to-pdf=*) out="${each#*=}";; file://*) page="${each#file://}";; esac; done
cat "$page" >> "$(dirname "$0")/pages"; cp "$(dirname "$0")/file.pdf" "$out" """


def test_every_plan_is_printed_beside_its_page_with_the_day_it_is_told(tmp_path: Path) -> None:
    site = _site(tmp_path / "site", "sagara/2025-2029", "tirta/2024-2028")
    program = _program(tmp_path / "chromium", PRINTS)
    (tmp_path / "file.pdf").write_bytes(printed(str(site)))
    assert pdf.print_plans(program, site, "https://situs.example/", DAY, tmp_path) == {}
    made = PdfReader(site / "tirta/2024-2028/cetak/tirta-2024-2028.pdf")
    assert made.metadata
    assert made.metadata["/CreationDate"] == "D:20261124000000+00'00'"
    assert (tmp_path / "pages").read_text(encoding="utf-8").count("<h1>Rencana</h1>") == 4, "each is printed twice"
    left = sorted(path.name for path in (site / "sagara/2025-2029/cetak").iterdir())
    assert left == ["index.html", "sagara-2025-2029.pdf"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["chromium", "file.pdf", "pages", "site"], (
        "no profile is left"
    )


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("echo rusak >&2; echo dbus: nothing >&2; exit 3", "Chromium berhenti (3) rusak"),
        ("echo open: third_party/crashpad/crashpad/util/file_io >&2; exit 4", "Chromium berhenti (4) "),
        ("echo dbus: nothing >&2; exit 0", "halaman cetaknya memerlukan lebih dari 2 GB memori; cetak dari peramban"),
        ('for each; do case "$each" in --print-to-pdf=*) echo x > "${each#*=}";; esac; done', "bukan PDF"),
        ("exec sleep 5", "lebih dari 1 detik (--limit)"),
    ],
)
def test_a_plan_that_cannot_be_printed_is_told_and_stops_no_other(tmp_path: Path, script: str, told: str) -> None:
    site = _site(tmp_path / "site", "sagara/2025-2029", "tirta/2024-2028")
    program = _program(
        tmp_path / "chromium", f'case "$*" in *sagara*) {script.replace("exec ", "")}; exit;; esac\n{PRINTS}'
    )
    (tmp_path / "file.pdf").write_bytes(printed(str(site)))
    failed = pdf.print_plans(program, site, "", DAY, tmp_path, seconds=1)
    assert {str(plan) for plan in failed} == {"sagara/2025-2029"}
    assert told in language().word(failed[PlanAddress("sagara", "2025-2029")])
    assert [path.name for path in (site / "sagara/2025-2029/cetak").iterdir()] == ["index.html"]
    assert (site / "tirta/2024-2028/cetak/tirta-2024-2028.pdf").is_file()


def test_a_page_that_is_not_put_on_paper_is_told_and_stops_no_other(tmp_path: Path) -> None:
    pages = {
        "arta": (b"<h1>Rencana</h1>", "bukan seperti yang dibuat"),
        "bayu": (b"<!doctype html>\xff\xfe", "bukan seperti yang dibuat"),
        "catra": (f"<!doctype html>{'<li>a' * 80_000}".encode(), "terlalu besar untuk dijadikan PDF"),
    }
    site = _site(tmp_path / "site", *(f"{slug}/2025-2029" for slug in (*pages, "dara", "tirta")))
    for slug, (page, _) in pages.items():
        (site / slug / "2025-2029/cetak/index.html").write_bytes(page)
    (site / "dara/2025-2029/cetak/dara-2025-2029.pdf").mkdir()
    program = _program(tmp_path / "chromium", PRINTS)
    (tmp_path / "file.pdf").write_bytes(printed(str(site)))
    failed = pdf.print_plans(program, site, "", DAY, tmp_path)
    told = {plan.institution: language().word(why) for plan, why in failed.items()}
    assert sorted(told) == [*pages, "dara"]
    assert all(words in told[slug] for slug, (_, words) in pages.items())
    assert (site / "tirta/2025-2029/cetak/tirta-2025-2029.pdf").is_file()
    assert "default-src 'none'" in (tmp_path / "pages").read_text(encoding="utf-8")


def test_what_stands_beside_a_page_is_not_written_through(tmp_path: Path) -> None:
    """A site's files have second names, in the last site or in what is kept."""
    site = _site(tmp_path / "site", "sagara/2025-2029")
    kept = tmp_path / "lain"
    kept.write_text("lain", encoding="utf-8")
    for name in ("kertas.html", "sagara-2025-2029.pdf"):
        (site / "sagara/2025-2029/cetak" / name).hardlink_to(kept)
    (tmp_path / "file.pdf").write_bytes(printed(str(site)))
    assert pdf.print_plans(_program(tmp_path / "chromium", PRINTS), site, "", DAY, tmp_path) == {}
    assert kept.read_text(encoding="utf-8") == "lain"


def test_the_named_program_comes_before_those_on_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = _program(tmp_path / "chromium-browser", "")
    named = _program(tmp_path / "peramban", "")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv(pdf.VARIABLE, raising=False)
    assert pdf.chromium() == known
    monkeypatch.setenv(pdf.VARIABLE, str(named))
    assert pdf.chromium() == named
    monkeypatch.setenv(pdf.VARIABLE, str(tmp_path / "tidak-ada"))
    assert pdf.chromium() is None


def test_without_a_program_the_command_stops_before_it_begins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv(pdf.VARIABLE, raising=False)
    (tmp_path / "plans").mkdir()
    options = ["--plans", str(tmp_path / "plans"), "--output", str(tmp_path / "site"), "--pdf"]
    done = CliRunner().invoke(main, ["build", *options])
    assert done.exit_code == 2
    assert pdf.VARIABLE in done.output
    assert "Chromium" in done.output
    assert not (tmp_path / "site").exists()


def test_a_plan_for_which_memory_ends_is_told_and_stops_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = _site(tmp_path / "site", "sagara/2025-2029", "tirta/2024-2028")
    (tmp_path / "file.pdf").write_bytes(printed(str(site)))
    own = pdf.made_public

    def made_public(content: bytes, site: Path, url: str, day: date) -> bytes:
        if len(made) == 0:
            made.append(content)
            raise MemoryError
        return own(content, site, url, day)

    made: list[bytes] = []
    monkeypatch.setattr(pdf, "made_public", made_public)
    failed = pdf.print_plans(_program(tmp_path / "chromium", PRINTS), site, "", DAY, tmp_path, jobs=1)
    assert {plan: language().word(told) for plan, told in failed.items()} == {
        PlanAddress("sagara", "2025-2029"): "memori habis"
    }
    assert (site / "tirta/2024-2028/cetak/tirta-2024-2028.pdf").is_file()
