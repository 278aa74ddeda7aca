"""The last good pages of an institution get one banner, whatever somebody made of them meanwhile."""

from pathlib import Path
from typing import Any, cast

import pytest

from generator.build import last_good as module
from generator.build.last_good import Stale, copy_with_banner
from generator.reading.time_limit import at_most

BEGINNING = '<div class="banner banner--stale"'
BANNER = f"{BEGINNING}>Halaman ini dari 1 Mei.</div>"
OLD = f"{BEGINNING} role=note>\nHalaman ini dari 1 April.</div>\n"


def with_banner(folder: Path, page: str) -> str:
    (folder / "lama").mkdir(exist_ok=True)
    (folder / "lama/index.html").write_text(page, encoding="utf-8")
    (folder / "banner.html").write_text(f"<main><article>{BANNER}\n</article></main>", encoding="utf-8")
    stale = Stale(cast(Any, None), folder / "lama", "salah")
    copy_with_banner(stale, folder / "banner.html", folder / "situs")
    return (folder / "situs/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ("<main><article>a</article>", f"<main>{BANNER}\n<article>a</article>"),
        (f"<main>{OLD}<article>a</article>", f"<main>{BANNER}\n<article>a</article>"),
        ("<body><main class=a>a</main>", f"<body><main class=a>{BANNER}\na</main>"),
        (f"<body><main>{OLD}a</main>", f"<body><main>{BANNER}\na</main>"),
        ("<main>a</main><article>b</article>", f"<main>a</main>{BANNER}\n<article>b</article>"),
        ("tanpa isi", "tanpa isi"),
        (f"<main>{BEGINNING}>a", f"<main>{BANNER}\n{BEGINNING}>a"),
    ],
)
def test_a_page_has_the_banner_of_today_where_it_begins(tmp_path: Path, page: str, wanted: str) -> None:
    assert with_banner(tmp_path, page) == wanted


@pytest.mark.parametrize("begun", [BEGINNING, "<main>", "<main", "<article", "</div>"])
def test_a_page_that_begins_again_and_again_costs_no_more_than_its_length(tmp_path: Path, begun: str) -> None:
    with at_most(5):
        with_banner(tmp_path, begun * (2_000_000 // len(begun)) + "<article>")


def test_what_is_larger_than_any_pages_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 1000)
    (tmp_path / "lama").mkdir()
    for name in ("besar.html", "besar.bin"):
        (tmp_path / "lama" / name).write_bytes(b"a" * 1001)
    with_banner(tmp_path, "a" * 1000)
    assert [path.name for path in (tmp_path / "situs").iterdir()] == ["index.html"]
