"""The addresses that are promised for good."""

from pathlib import Path

import pytest

from .html import read
from .test_money import PLANS, load

PARTS = (
    "",
    "kerangka-pemikiran",
    "cetak-biru",
    "tahap-pengembangan",
    "rencana-implementasi",
    "anggaran",
    "sdm",
    "layanan",
    "temuan",
    "cetak",
)


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("part", PARTS)
def test_every_page_of_a_plan(example_site: Path, plan: str, part: str) -> None:
    page = read(example_site / plan / part / "index.html")
    assert "Contoh." in page.text  # the banner of an invented plan


@pytest.mark.parametrize("address", ["", "lembaga", "perbandingan", "metode", "kabupaten-tirtawening"])
def test_every_page_of_the_portal(example_site: Path, address: str) -> None:
    assert read(example_site / address / "index.html").text


@pytest.mark.parametrize("plan", PLANS)
def test_every_item_has_its_anchor(example_site: Path, plan: str) -> None:
    values = load(plan)
    homes = {
        "kegiatan": "rencana-implementasi",
        "kesenjangan": "cetak-biru",
        "layanan": "layanan",
        "aplikasi": "layanan",
    }
    for name, part in homes.items():
        ids = set(read(example_site / plan / part / "index.html").ids)
        missing = [item["id"] for item in values[name] if item["id"].lower() not in ids]
        assert not missing, name


def test_a_superseded_plan_says_by_what(example_site: Path) -> None:
    page = read(example_site / "kabupaten-tirtawening" / "2020-2024" / "anggaran" / "index.html")
    assert "Rencana Induk Pengembangan e-Government Kabupaten Tirtawening 2025–2029" in page.text
