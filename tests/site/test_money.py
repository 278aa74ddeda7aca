"""Every budget figure on the pages is the sum of the YAML, counted here by other means than the generator's."""

import re
from collections import defaultdict
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from .conftest import REPOSITORY
from .html import Document, read

PHASES = ["indikatif", "pagu", "dpa", "dpa_perubahan"]
PLANS = [
    "kabupaten-tirtawening/2025-2029",
    "kabupaten-tirtawening/2020-2024",
    "provinsi-nusa-kencana/2024-2028",
    "kementerian-urusan-samudra/2025-2029",
]


def load(plan: str) -> dict[str, list]:
    """The lists of a plan, joined over its files, every scalar as text."""
    folder = REPOSITORY / "plans" / plan
    files = sorted(folder.glob("*.yaml")) if folder.is_dir() else [folder.with_suffix(".yaml")]
    values: dict[str, list] = defaultdict(list)
    for file in files:
        for key, value in YAML(typ="base", pure=True).load(file.read_text(encoding="utf-8")).items():
            if isinstance(value, list):
                values[key] += value
    return values


def amounts(plan: str) -> list[dict[str, str]]:
    """One row a planned or actual amount: its year, source, first section, owner and activity."""
    rows = []
    for activity in load(plan)["kegiatan"]:
        lines = activity.get("anggaran") or []
        for line in lines:
            phase = line.get("fase", "indikatif")
            later = [
                other
                for other in lines
                if other["tahun"] == line["tahun"]
                and other.get("fase", "indikatif") != "realisasi"
                and PHASES.index(other.get("fase", "indikatif")) > PHASES.index(phase)
            ] if phase != "realisasi" else []  # fmt: skip
            if not later:
                rows.append(
                    {
                        "kind": "actual" if phase == "realisasi" else "planned",
                        "year": line["tahun"] if line["tahun"].isdigit() else "Belum dibagi per tahun",
                        "source": line.get("sumber", ""),
                        "section": activity["bagian"][0],
                        "owner": activity["penanggung_jawab"],
                        "activity": activity["id"],
                        "amount": line["jumlah"].replace("_", ""),
                    }
                )
    return rows


def rupiah(cell: str) -> int:
    """The amount in a cell; one that says it is not known counts nothing."""
    match = re.search(r"Rp([\d.]+)", cell)
    return int(match[1].replace(".", "")) if match else 0


def known(rows: list[dict[str, str]], **wanted: str) -> int:
    return sum(
        int(row["amount"])
        for row in rows
        if row["amount"].isdigit() and all(row[name] == value for name, value in wanted.items())
    )


def page(site: Path, plan: str) -> Document:
    return read(site / plan / "anggaran" / "index.html")


@pytest.mark.parametrize("plan", PLANS)
def test_each_year(example_site: Path, plan: str) -> None:
    rows = amounts(plan)
    assert rows
    table = page(example_site, plan).tables["Rencana, realisasi dan pagu, rupiah"]
    for year, planned, actual, _ in table[1:-1]:
        assert rupiah(planned) == known(rows, kind="planned", year=year), year
        assert rupiah(actual) == known(rows, kind="actual", year=year), year
    assert rupiah(table[-1][1]) == known(rows, kind="planned")
    assert rupiah(table[-1][2]) == known(rows, kind="actual")


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize(
    "caption", ["menurut sumber dana", "menurut bagian", "menurut penanggung jawab", "tiap kegiatan"]
)
def test_each_breakdown_adds_up_to_the_same(example_site: Path, plan: str, caption: str) -> None:
    rows = amounts(plan)
    (table,) = (rows for title, rows in page(example_site, plan).tables.items() if caption in title)
    years = table[0][3:]
    for column, year in enumerate(years, start=3):
        assert sum(rupiah(row[column]) for row in table[1:-1]) == known(rows, kind="planned", year=year), year
        assert rupiah(table[-1][column]) == known(rows, kind="planned", year=year), year
    for column, kind in ((1, "planned"), (2, "actual")):
        assert sum(rupiah(row[column]) for row in table[1:-1]) == known(rows, kind=kind) == rupiah(table[-1][column])


@pytest.mark.parametrize("plan", PLANS)
def test_each_activity_on_the_roadmap(example_site: Path, plan: str) -> None:
    rows = amounts(plan)
    tables = read(example_site / plan / "rencana-implementasi" / "index.html").tables
    table = tables["Kegiatan menurut triwulan mulai, rupiah"]
    seen = 0
    for cells in table:
        if len(cells) == 7 and cells[0] != "Kegiatan":
            identifier = cells[0].split()[0]
            seen += 1
            assert rupiah(cells[-2]) == known(rows, kind="planned", activity=identifier), identifier
            assert rupiah(cells[-1]) == known(rows, kind="actual", activity=identifier), identifier
    assert seen == len(load(plan)["kegiatan"])
    assert rupiah(table[-1][-2]) == known(rows, kind="planned")


def test_a_sum_that_lacks_an_amount_says_so(example_site: Path) -> None:
    plan = "kementerian-urusan-samudra/2025-2029"
    assert any(not row["amount"].isdigit() for row in amounts(plan))
    assert "belum lengkap" in page(example_site, plan).tables["Rencana, realisasi dan pagu, rupiah"][-1][1]
