"""One page of every kind on the example site, and how to know that it is there."""

from playwright.sync_api import Page

PLAN = "kabupaten-tirtawening/2025-2029/"
CHOSEN = "perbandingan/?lembaga=kabupaten-tirtawening&lembaga=provinsi-nusa-kencana"
OF_A_PLAN = (
    PLAN,
    *(
        f"{PLAN}{part}/"
        for part in (
            "kerangka-pemikiran",
            "cetak-biru",
            "tahap-pengembangan",
            "rencana-implementasi",
            "anggaran",
            "sdm",
            "layanan",
            "temuan",
            "riwayat",
            "bukti",
            "usul",
            "cetak",
        )
    ),
)
OF_THE_PORTAL = (
    "",
    "lembaga/",
    "terlambat/",
    CHOSEN,
    "perbandingan/kabupaten/",
    "metode/",
    "data/",
    "perubahan/",
    "cari/?q=portal",
    "kabupaten-tirtawening/",
    "kabupaten-tirtawening/2020-2024/",  # superseded
    "404.html",
)
ALL = OF_A_PLAN + OF_THE_PORTAL

_FILLED_IN = {
    CHOSEN: "table:has(#b-ringkas) thead th:nth-child(3)",
    f"{PLAN}usul/": "#usul-isian .propose__field:last-child",
}
"""What the page's script adds last."""


def visit(page: Page, site: str, address: str) -> None:
    """Open a page and wait for what its script adds; fails where there is none."""
    answer = page.goto(site + address)
    assert answer is not None
    assert answer.status == 200, address
    if address in _FILLED_IN:
        page.locator(_FILLED_IN[address]).wait_for()
    elif address.startswith("cari/?"):
        page.locator("main .found__list > li").first.wait_for()
