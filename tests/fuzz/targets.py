"""What may be fed with anything: each target takes a mutated input and fails where more than words comes of it."""

import json
import re
import subprocess
from datetime import date
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from hypothesis import strategies as st

from generator.checks.check import check
from generator.editing.bringing import written_values
from generator.editing.proposal import row_name
from generator.locale import language
from generator.model.address import PlanAddress
from generator.model.description import tables
from generator.model.history import baseline_changes
from generator.model.portfolio import Portfolio
from generator.pages.plan.dossier import Dossier
from generator.pages.plan.institution import institution_pages
from generator.pages.rendering.page import Page
from generator.pages.rendering.templates import environment
from generator.pages.site import Site
from generator.pipeline.exporting import exported
from generator.pipeline.importing import brought
from generator.publishing.configuration import configuration
from generator.publishing.markdown import markdown
from generator.reading.library import Library
from generator.reading.past.histories import histories
from generator.reading.past.repository import repository_at
from generator.reading.plan_files import PlanFiles, RawFile
from generator.reading.text import decode
from generator.report import FORMATS, Report
from generator.report.difference import DIFFERENCE_FORMATS, Difference
from generator.report.difference.result import Revision
from generator.store.cache import Cache

from .mutations import NUMBERS, ODD, encoded, seeds, texts

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 24)
ADDRESS = PlanAddress("kabupaten-sagara", "2025-2029")
FILE = f"plans/{ADDRESS.institution}/{ADDRESS.period}.yaml"
SOUND = [(ROOT / "tests/examples/contoh.yaml").read_text(encoding="utf-8")]
PLANS = SOUND + [path.read_text(encoding="utf-8") for path in seeds("plans")]


def plan_of(text: str) -> PlanFiles:
    """The plan of one file."""
    return PlanFiles(ADDRESS, (RawFile(FILE, encoded(text)),))


def look_at_plan(text: str) -> None:
    """A plan is told in every form, and where it is sound, its pages are made."""
    plan, library = plan_of(text), Library(None)
    found = check([plan], DAY, library)
    assert not found.failures, found.failures
    report = Report.of(found.problems, found.findings, [decode(*file)[0] for file in plan.files], 1)
    for words in (language("id"), language("en")):
        for name, form in FORMATS.items():
            told = form(report, words)
            told.encode()
            if name == "json":
                assert all(isinstance(json.loads(line), dict) for line in told.splitlines())
    for edition in found.editions(library):
        institution = Portfolio.of([edition], DAY).institutions[0]
        dossier = Dossier(edition, institution, DAY, tuple(found.findings))
        for page in institution_pages({ADDRESS.period: dossier}, _site(), _templates()):
            if isinstance(page, Page):
                markdown(page).encode()


def look_at_difference(texts_: tuple[str, str]) -> None:
    """What differs between two plans is told in every form; a plan does not differ from itself."""
    library = Library(None)
    states = []
    for name, text in zip(("dulu", "kini"), texts_, strict=True):
        found = check([plan_of(text)], DAY, library)
        states.append(Revision(name, Portfolio.of(found.editions(library), DAY), found.findings, found.held_back))
    for pair in (states, states[:1] * 2):
        difference = Difference.of(*pair)
        for form in DIFFERENCE_FORMATS.values():
            form(difference, language("id")).encode()
            form(difference, language("en")).encode()


def look_at_history(commits: list[tuple[str, str, bytes]], now: str = SOUND[0]) -> None:
    """Whatever was committed, with whatever date and message: each plan has a history, and its pages are made."""
    with TemporaryDirectory() as folder:
        subprocess.run(["git", "init", "--quiet", folder], check=True)
        stream = b"".join(_commit(*each) for each in commits)
        subprocess.run(
            ["git", "-C", folder, "fast-import", "--quiet", "--force"], input=stream, capture_output=True, check=False
        )
        subprocess.run(["git", "-C", folder, "symbolic-ref", "HEAD", "refs/heads/utama"], check=True)
        history = histories(repository_at(Path(folder)), "plans", [ADDRESS], Cache(None))[ADDRESS]
        library = Library(None)
        for edition in check([plan_of(now)], DAY, library).editions(library):
            institution = Portfolio.of([edition], DAY).institutions[0]
            baseline_changes(history, edition.plan)
            dossier = Dossier(edition, institution, DAY, (), history)
            assert list(institution_pages({ADDRESS.period: dossier}, _site(), _templates()))


def _commit(text: str, when: str, message: bytes) -> bytes:
    content = encoded(text)
    return b"commit refs/heads/utama\ncommitter A <a@b> %s\ndata %d\n%s\nM 100644 inline %s\ndata %d\n%s\n" % (
        when.encode(),
        len(message),
        message,
        FILE.encode(),
        len(content),
        content,
    )


def look_at_workbook(given: tuple[str, int, str]) -> None:
    """A workbook that anybody made is brought or refused in words."""
    bring("rencana.xlsx", _packed(*given))


def look_at_proposal(text: str) -> None:
    """So is a proposal, as a file and as the text of an issue."""
    bring("usulan.json", encoded(text))
    bring("isu.md", b"```json\n" + encoded(text) + b"\n```\n")


def bring(name: str, content: bytes, into: str = SOUND[0]) -> None:
    """A file that somebody brings to a plan: it is told in words, and the plan stays as it is."""
    with TemporaryDirectory() as folder:
        file, plan = Path(folder, name), Path(folder, FILE)
        plan.parent.mkdir(parents=True)
        plan.write_text(into, encoding="utf-8")
        file.write_bytes(content)
        told = brought(file, Path(folder, "plans"), DAY, Library(None))
        for words in (language("id"), language("en")):
            "\n".join(told.lines(name, words)).encode()
        assert plan.read_text(encoding="utf-8") == into


@lru_cache(maxsize=1)
def workbook(text: str = SOUND[0]) -> bytes:
    """The workbook of a sound plan."""
    with TemporaryDirectory() as folder:
        plan = Path(folder, FILE)
        plan.parent.mkdir(parents=True)
        plan.write_text(text, encoding="utf-8")
        return next(iter(exported(plan, "xlsx", DAY, ()).values()))


def workbooks() -> st.SearchStrategy[tuple[str, int, str]]:
    """What is done to the workbook of the example: the part that is changed, where, and how."""
    parts = ZipFile(BytesIO(workbook())).namelist()
    kinds = st.sampled_from(("cell", "cell", "number", "number", "cut", "drop", "bytes", "far", "raw"))
    return st.tuples(st.sampled_from(parts), st.integers(0, 2**32), kinds)


def _packed(name: str, seed: int, kind: str) -> bytes:
    chance = Random(seed)
    if kind == "raw":
        return _changed(workbook(), chance, "bytes")
    made = BytesIO()
    with ZipFile(BytesIO(workbook())) as before, ZipFile(made, "w", ZIP_DEFLATED) as after:
        for part in before.namelist():
            content = before.read(part)
            if part == name and content:
                content = _changed(content, chance, kind)
            if content or part != name:
                after.writestr(part, content)
    return _changed(made.getvalue(), chance, "bytes") if chance.random() < 0.2 else made.getvalue()


def _changed(content: bytes, chance: Random, kind: str) -> bytes:
    at = chance.randrange(len(content))
    if kind == "drop":
        return b""
    if kind == "cut":
        return content[:at]
    if kind == "bytes":
        return content[:at] + bytes([chance.randrange(256)]) + content[at + 1 :]
    if kind == "number":
        cells = re.findall(rb'<c r="[A-Z]+[0-9]+"[^<>]*>(?:(?!</c>).)*</c>', content)
        return content.replace(chosen := chance.choice(cells), _number_in(chosen, chance), 1) if cells else content
    if kind == "far":
        return re.sub(rb'r="[A-Z]+[0-9]+"', b'r="XFD1048576"', content, count=1)
    pieces = content.split(b"<t")
    where = chance.randrange(len(pieces))
    if b"</t>" in pieces[where]:
        odd = encoded(chance.choice(ODD)).replace(b"<", b"&lt;")
        pieces[where] = b">" + odd + b"</t>" + pieces[where].partition(b"</t>")[2]
    return b"<t".join(pieces)


def _number_in(cell: bytes, chance: Random) -> bytes:
    """The cell with a number, or what a careless program takes for one, in any style and of any kind."""
    place = cell[: cell.index(b'"', 6) + 1]
    kind = chance.choice((b"", b"", b"", b' t="n"', b' t="d"', b' t="b"', b' t="e"', b' t="s"', b' t="str"'))
    return b'%s s="%d"%s><v>%s</v></c>' % (place, chance.randrange(9), kind, chance.choice(NUMBERS).encode())


def proposals() -> st.SearchStrategy[str]:
    """Sound changes of the example, some of them twice or against each other, and texts that were proposals once."""
    several = st.lists(st.sampled_from(changes()), min_size=1, max_size=5).map(stated)
    return st.one_of(texts(_proposals()), several, several.flatmap(lambda told: texts([told], 2)))


def stated(changes: list[dict[str, Any]]) -> str:
    """A proposal of these changes."""
    return json.dumps({"usulan": 1, "rencana": str(ADDRESS), "komit": None, "perubahan": changes}, indent=1)


@lru_cache(maxsize=1)
def changes(text: str = SOUND[0]) -> list[dict[str, Any]]:
    """Changes of every value of a sound plan, as a proposal states them."""
    edition = Library(None).read(plan_of(text)).edition
    assert edition
    made: list[dict[str, Any]] = []
    steps = {table.name: len(table.steps) for table in tables()}
    for (table, row, column), value in written_values(edition):
        own, old = {"tabel": table, "baris": row_name(row)}, list(value) if isinstance(value, tuple) else value
        around = row_name(row[: -steps[table] - 1])
        made += [own | {"isian": column, "lama": old, "baru": new} for new in (None, "2026", "tidak_diketahui", ["a"])]
        made += [own | {"hapus": True, "lama": {column: old}}]
        made += [
            {"tabel": table, "di": around, "tambah": {"id": "B-1", "tahun": year, column: old}}
            for year in (old, "2026")
        ]
    return made


def _proposals() -> list[str]:
    changes = [
        {"tabel": "kegiatan", "baris": "K-001", "isian": "nama", "lama": "x", "baru": "y"},
        {"tabel": "kegiatan", "baris": "K-001", "hapus": True},
        {"tabel": "anggaran_kegiatan", "di": "K-001", "tambah": {"tahun": "2026", "jumlah": "5"}},
        {"tabel": "unit", "di": "", "tambah": {"id": "baru", "nama": "Baru"}},
    ]
    whole = {"usulan": 1, "rencana": str(ADDRESS), "komit": None, "perubahan": changes}
    single = [whole | {"perubahan": [change]} for change in changes]
    return [json.dumps(each, indent=1) for each in (whole, *single)] + [
        p.read_text("utf-8") for p in seeds("proposals")
    ]


@cache
def _templates() -> Any:
    return environment(configuration(ROOT).templates, "id")


@cache
def _site() -> Site:
    return configuration(ROOT).site()


MOMENTS = st.one_of(
    st.sampled_from(("1770700000 +0700", "0 +0000", "1 -1200", "253402300800 +0000", "4102444800 +1400")),
    st.integers(0, 2**40).map(lambda seconds: f"{seconds} +0700"),
)
MESSAGES = st.one_of(
    st.sampled_from(
        (b"", b"x\n\nAlasan: K-001 mundur", b"* a\n* Alasan: x", b"<!-- Alasan: y", b"\xff\x00Alasan: z", b"Alasan:")
    ),
    st.binary(max_size=40),
)
