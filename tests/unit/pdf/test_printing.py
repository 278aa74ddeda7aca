import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.pdf import printing as pdf
from generator.pdf.destinations import destinations

DAY = date(2026, 11, 24)


def _file(objects: dict[int, str], root: int = 1) -> bytes:
    """A PDF of objects without streams, written as Skia writes one."""
    text = "%PDF-1.4\n"
    offsets = {}
    for number, content in objects.items():
        offsets[number] = len(text)
        text += f"{number} 0 obj\n<<{content}>>\nendobj\n"
    table = len(text)
    text += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n"
    text += "".join(f"{offsets[number]:010} 00000 n \n" for number in sorted(offsets))
    return (text + f"trailer\n<</Size {len(objects) + 1}\n/Root {root} 0 R>>\nstartxref\n{table}\n%%EOF\n").encode()


TWO_BRANCHES = {
    1: "/Type /Catalog\n/Pages 2 0 R\n/Dests 7 0 R",
    2: "/Type /Pages\n/Count 3\n/Kids [3 0 R 4 0 R]",
    3: "/Type /Pages\n/Count 2\n/Kids [6 0 R 5 0 R]",
    4: "/Type /Page\n/Parent 2 0 R",
    5: "/Type /Page\n/Parent 3 0 R",
    6: "/Type /Page\n/Parent 3 0 R",
    7: "/awal [6 0 R /XYZ 0 816.4 0]\n/cetak-anggaran [4 0 R /XYZ 0 841 0]\n/k-001 [5 0 R /XYZ 0 12 0]",
}


def test_destinations_are_counted_in_the_order_of_the_page_tree() -> None:
    assert destinations(_file(TWO_BRANCHES)) == {"awal": 1, "k-001": 2, "cetak-anggaran": 3}


@pytest.mark.parametrize(
    "content",
    [b"", b"not a PDF", b"%PDF-1.4\n%%EOF\n", _file(TWO_BRANCHES | {2: "/Type /Pages\n/Count 0\n/Kids []"})],
    ids=["empty", "text", "no objects", "no pages"],
)
def test_a_file_of_another_kind_has_no_destinations(content: bytes) -> None:
    assert destinations(content) == {}


def test_numbers_go_into_the_contents_only() -> None:
    page = '<a href="#x"><span class="leaf" data-leaf="x"></span></a><span class="leaf" data-leaf="y"></span><p>x</p>'
    numbered = pdf.with_page_numbers(page, {"x": 12})
    assert re.findall(r">(\d*)</span>", numbered) == ["12", ""]
    assert numbered.replace("12", "") == page


@pytest.mark.parametrize(
    ("link", "public"),
    [
        ("../anggaran/", "https://situs.example/sagara/2025-2029/anggaran/"),
        ("../../../metode/#x", "https://situs.example/metode/#x"),
        ("#k-001", "#k-001"),
        ("https://lain.example/", "https://lain.example/"),
        ("mailto:ppid@sagara.example", "mailto:ppid@sagara.example"),
    ],
)
def test_a_link_to_another_page_leads_to_the_public_site(link: str, public: str) -> None:
    page = f'<p><a class="a" href="{link}">teks</a></p><link href="../x.css">'
    printed = pdf.for_paper(page, "https://situs.example/sagara/2025-2029/cetak/")
    assert f'href="{public}"' in printed
    assert '<link href="../x.css">' in printed


def test_without_a_public_site_a_link_to_another_page_is_no_link() -> None:
    assert pdf.for_paper('<a class="a" href="../anggaran/">teks</a>', "") == '<a class="a" >teks</a>'


def test_the_title_of_the_file_is_that_of_the_plan() -> None:
    page = r"<title>Versi cetak – situs</title><h1>Rencana \1 &amp; lain</h1>"
    assert pdf.for_paper(page, "") == r"<title>Rencana \1 &amp; lain</title><h1>Rencana \1 &amp; lain</h1>"


def _program(path: Path, script: str) -> Path:
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def _site(folder: Path, *plans: str) -> Path:
    for plan in plans:
        page = folder / plan / "cetak" / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text('<h1>Rencana</h1><span class="leaf" data-leaf="k-001"></span>', encoding="utf-8")
    return folder


PRINTS = """for each; do case "$each" in
--print-to-pdf=*) out="${each#*=}";; file://*) page="${each#file://}";; esac; done
printf '/CreationDate (D:20200101112233+00)' > "$out"; cat "$page" >> "$out" """


def test_every_plan_is_printed_beside_its_page_with_the_day_it_is_told(tmp_path: Path) -> None:
    site = _site(tmp_path / "site", "sagara/2025-2029", "tirta/2024-2028")
    program = _program(tmp_path / "chromium", PRINTS)
    assert pdf.print_plans(program, site, "https://situs.example/", DAY, tmp_path) == 2
    made = (site / "tirta/2024-2028/cetak/tirta-2024-2028.pdf").read_text(encoding="utf-8")
    assert made.startswith("/CreationDate (D:20261124000000+00)")
    assert "<h1>Rencana</h1>" in made
    left = sorted(path.name for path in (site / "sagara/2025-2029/cetak").iterdir())
    assert left == ["index.html", "sagara-2025-2029.pdf"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["chromium", "site"], "no profile is left"


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("echo dbus: nothing >&2; echo rusak >&2; exit 3", "(3)\nrusak"),
        ("exit 0", "(0)"),
        ("exec sleep 5", "timed out"),
    ],
)
def test_a_program_that_fails_is_told_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, told: str
) -> None:
    monkeypatch.setattr(pdf, "_SECONDS", 1)
    site = _site(tmp_path / "site", "sagara/2025-2029")
    with pytest.raises(pdf.PrintingFailed) as failure:
        pdf.print_plans(_program(tmp_path / "chromium", script), site, "", DAY, tmp_path)
    assert told in failure.value.output
    assert "dbus" not in failure.value.output
    assert [path.name for path in (site / "sagara/2025-2029/cetak").iterdir()] == ["index.html"]


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
