"""The law: whatever stands in a field, either it is told as a mistake, or the page shows just what was written."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from html import unescape
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from generator.locale import language
from generator.model.address import PlanAddress
from generator.model.edition import Edition
from generator.model.plan import Plan
from generator.model.portfolio import Portfolio
from generator.model.values import UNKNOWN
from generator.pages.plan.dossier import Dossier
from generator.pages.plan.pages import plan_pages
from generator.pages.rendering.templates import environment
from generator.pages.site import Site
from generator.publishing.markdown import markdown
from generator.reading.plan_files import PlanFiles, RawFile
from generator.reading.reader import read_plan

SOUND = (Path(__file__).parents[1] / "problems/sound.yaml").read_text(encoding="utf-8")
FORMATS = language("id").formats
TEMPLATES = environment((Path(__file__).parents[2] / "site_templates",), "id")

PIECES = (
    *("a", "Portal", "7", "750", "000", "2026", "0", "Rp", "juta", "null", "~", "ya", "tidak_diketahui", "1e3"),
    *(" ", "  ", ",", ", ", ".", ":", ": ", ";", "#", " #", " # ", "  # ", "-", "- ", "'", '"', "’", "“", "%", "_"),
    *("{", "}", "[", "]", "|", ">", "&", "*", "!", "?", "@", "`", "\\", "=", "+", "\t", "\u00a0", "\u200b", "é", "😀"),
)
WRITTEN = st.lists(st.sampled_from(PIECES), min_size=1, max_size=7).map("".join)
NUMBERS = st.lists(st.sampled_from("0123456789.,_ %-"), min_size=1, max_size=9).map("".join)


def read(own: str) -> Plan | None:
    """The plan if it is accepted: the sound one with its blueprint, activities and indicators in other words."""
    edition = edition_of(own)
    return edition.plan if edition else None


def edition_of(own: str) -> Edition | None:
    """The same with its address."""
    text = re.sub(r"(?m)^(?:cetak_biru|kegiatan): .*\n", "", SOUND) + own
    files = PlanFiles(PlanAddress("sagara", "2025-2029"), (RawFile("plans/sagara/2025-2029.yaml", text.encode()),))
    return read_plan(files).edition


def activity(more: str, name: str = "Portal") -> str:
    unknown = ("program", "tahap", "muatan", "domain", "penanggung_jawab", "mulai", "selesai", "status")
    rest = "".join(f"    {key}: tidak_diketahui\n" for key in unknown)
    return f"cetak_biru: {{}}\nkegiatan:\n  - id: K-1\n    nama: {name}\n    bagian: [strategi]\n{rest}{more}"


def meant(written: str) -> str:
    """What a person reads: the text without the spaces around it, and without a comment that stands apart."""
    text = written.strip(" \t")
    if text[:1] in ("'", '"'):
        loaded = YAML(typ="safe", pure=True).load(f"x: {text}\n")["x"]
        return str(loaded)
    return re.split(r"(?: {2,}| *\t\s*)#(?=[ #!]|$)", text, maxsplit=1)[0].strip(" \t")


def figure(written: str) -> str:
    """What a person reads as a number: after one nothing but a comment can stand."""
    return re.split(r"[ \t]#", meant(written), maxsplit=1)[0].strip().replace("_", "")


def same(shown: str, written: str) -> bool:
    return " ".join(shown.split()) == " ".join(meant(written).split())


@settings(max_examples=200)
@given(WRITTEN)
@example("Portal #1 usaha")
@example("Portal  # komentar")
@example('"Portal #1"')
def test_a_text_in_a_block(written: str) -> None:
    plan = read(activity("", name=written))
    assert plan is None or same(plan.activities[0].name, written)


@settings(max_examples=200)
@given(WRITTEN)
@example("Ruang server, tanpa genset")
def test_a_text_in_braces(written: str) -> None:
    own = f"cetak_biru: {{strategi: {{kondisi: {written}, sasaran: akhir}}}}\n" + activity("").partition("\n")[2]
    plan = read(own)
    if plan is not None:
        section = plan.blueprint.strategy
        assert section is not None
        assert section.target == "akhir"
        if section.current is None:
            assert meant(written) in ("", "~", "null")
        else:
            assert same("tidak_diketahui" if section.current is UNKNOWN else str(section.current), written)


@settings(max_examples=200)
@given(NUMBERS | WRITTEN)
@example("1.200")
@example("750,000")
@example("12,5")
def test_a_number_alone_in_braces_and_by_year(written: str) -> None:
    for own in (
        f"    keluaran:\n      - jumlah: {written}\n",
        f"    keluaran:\n      - {{jumlah: {written}, satuan: izin}}\n",
    ):
        plan = read(activity(own))
        if plan is not None and (number := plan.activities[0].outputs[0].quantity) not in (None, UNKNOWN):
            assert isinstance(number, Decimal)
            assert number == Decimal(figure(written))
            shown = FORMATS.number(number).replace(".", "").replace(",", ".")
            assert Decimal(shown.replace("−", "-")) == number
    by_year = "indikator_kinerja:\n  - id: IK-1\n    nama: a\n    satuan: b\n    arah: naik\n    dasar: {nilai: 0}\n"
    plan = read(activity("") + by_year + f"    sasaran: {{2026: {written}, 2027: 8}}\n")
    if plan is not None:
        assert plan.indicators[0].targets[2027] == 8
        number = plan.indicators[0].targets.get(2026)
        assert number in (None, UNKNOWN) or number == Decimal(figure(written))


@settings(max_examples=200)
@given(NUMBERS | WRITTEN)
@example("500,000,000")
@example("750 juta")
def test_an_amount_of_rupiah(written: str) -> None:
    plan = read(activity(f"    anggaran:\n      - {{tahun: 2026, jumlah: {written}, sumber: apbd}}\n"))
    if plan is not None:
        (line,) = plan.activities[0].budget
        assert (line.year, str(line.source)) == (2026, "apbd")
        if isinstance(line.amount, int):
            assert str(line.amount) == figure(written).lstrip("+").lstrip("0") or line.amount == 0
            assert FORMATS.rupiah(line.amount).replace(".", "") == f"Rp{line.amount}"


DAYS = st.lists(st.sampled_from((*"0123456789", "-", "/", ".", " ", "2026", "T", "Q", "12", "09")), max_size=7)


@settings(max_examples=200)
@given(DAYS.map("".join) | WRITTEN)
@example("2026-09-30")
@example("2026-T2")
@example("2026")
@example("46371")
def test_a_day_a_quarter_and_a_year(written: str) -> None:
    plan = read(activity(f"    kemajuan:\n      - {{tanggal: {written}, persen: 3}}\n"))
    if plan is not None and isinstance(day := plan.activities[0].progress[0].day, date):
        assert day.isoformat() == figure(written)
    plan = read(activity("").replace("mulai: tidak_diketahui", f"mulai: {written}"))
    if plan is not None and (start := plan.activities[0].start) is not UNKNOWN:
        assert str(start) == figure(written)
    plan = read(activity(f"    anggaran:\n      - {{tahun: {written}, jumlah: 7000000}}\n"))
    if plan is not None and isinstance(year := plan.activities[0].budget[0].year, int):
        assert str(year) == figure(written)


@settings(max_examples=60, deadline=None)
@given(
    st.just("Portal") | WRITTEN,
    st.just("izin") | WRITTEN,
    st.decimals(0, 10**9, places=2).map(str) | NUMBERS,
    st.integers(0, 10**15).map(str) | NUMBERS,
)
@example("Portal #1", "a & b <c> *d* {{ e }} `f` ~~g~~", "1234567.5", "750_000_000")
@example("Portal\u00a0satu", "1. satu", "0.5", "1")
def test_the_page_shows_it(name: str, unit: str, quantity: str, amount: str) -> None:
    output = f"    keluaran:\n      - jumlah: {quantity}\n        satuan: {unit}\n"
    edition = edition_of(activity(f"{output}    anggaran:\n      - tahun: 2026\n        jumlah: {amount}\n", name))
    if edition is None:
        return
    (shown,) = (text for address, text in pages_of(edition) if address.endswith("/rencana-implementasi/"))
    assert " ".join(meant(name).split()) in shown
    (told,) = edition.plan.activities[0].outputs
    if told.unit is not None and told.quantity not in (None, UNKNOWN):
        assert " ".join(meant(unit).split()) in shown
    numbers = {
        Decimal(each.replace(".", "").replace(",", ".")) for each in re.findall(r"[0-9][0-9.]*(?:,[0-9]+)?", shown)
    }
    if isinstance(told.quantity, Decimal):
        assert abs(Decimal(figure(quantity))) in numbers
    if isinstance(edition.plan.activities[0].budget[0].amount, int):
        assert Decimal(figure(amount)) in {
            Decimal(each.replace(".", "")) for each in re.findall(r"Rp([0-9][0-9.]*)", shown)
        }


def pages_of(edition: Edition) -> Iterator[tuple[str, str]]:
    """The address of each page of a plan, and what a reader sees of it, in single spaces."""
    (institution,) = Portfolio.of([edition]).institutions
    dossier = Dossier(edition, institution, date(2026, 11, 26), ())
    for page in plan_pages(dossier, Site(), TEMPLATES):
        text = re.sub(r"<[^>]*>", "", markdown(page).split("\n---\n", 1)[1])
        yield page.address, " ".join(unescape(text).split())
