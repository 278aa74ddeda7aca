"""Addresses are permanent, and links relative, so that a site works in any folder of any host."""

from urllib.parse import urljoin

import pytest

from generator.model.address import PlanAddress
from generator.model.terms import InstitutionKind, SectionKey
from generator.pages import addresses

PLAN = PlanAddress("sagara", "2025-2029")
HOST = "https://situs.example/folder/"

ADDRESSES = (
    "",
    "lembaga/",
    "sagara/",
    "sagara/2025-2029/",
    "sagara/2025-2029/anggaran/",
    "sagara/2025-2029/anggaran/#anggaran-menurut-fase",
    "perbandingan/sagara.json",
    "sagara/2025-2029/riwayat/atom.xml",
    "lembaga/?provinsi=11",
    "#isi",
)


@pytest.mark.parametrize("page", [address for address in ADDRESSES if address == "" or address.endswith("/")])
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_browser_on_one_page_arrives_at_the_other(page: str, address: str) -> None:
    link = addresses.relative(address, page)
    assert link
    assert not link.startswith("/")
    assert urljoin(HOST + page, link) == HOST + address


def test_an_anchor_of_the_same_page_is_the_anchor_alone() -> None:
    assert addresses.relative("sagara/#plan", "sagara/") == "#plan"
    assert addresses.relative("sagara/", "sagara/") == "./"


def test_the_addresses_of_a_plan() -> None:
    assert addresses.plan(PLAN) == "sagara/2025-2029/"
    assert addresses.plan(PLAN, addresses.BUDGET) == "sagara/2025-2029/anggaran/"
    assert addresses.institution("sagara") == "sagara/"
    assert addresses.feed(addresses.plan(PLAN, addresses.HISTORY)) == "sagara/2025-2029/riwayat/atom.xml"
    assert addresses.comparison(InstitutionKind("kabupaten")) == "perbandingan/kabupaten/"


def test_a_page_is_the_index_of_its_folder() -> None:
    assert addresses.document("") == "index.md"
    assert addresses.document("sagara/2025-2029/anggaran/") == "sagara/2025-2029/anggaran/index.md"


def test_the_anchor_of_an_item_is_its_id_in_lower_case() -> None:
    assert addresses.item_anchor("K-001") == "k-001"
    assert addresses.item_anchor("RS.1_a") == "rs.1_a"


def test_a_section_never_takes_the_anchor_of_an_item_that_is_named_like_it() -> None:
    anchors = [addresses.section_anchor(section) for section in SectionKey]
    assert len(set(anchors)) == 17
    assert addresses.section_anchor(SectionKey.INTEGRATION) == "bagian-integrasi"
    assert not any(addresses.item_anchor(section.value) in anchors for section in SectionKey)
