"""Whatever stands in an earlier site ends nothing, and is on no page."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.build.building import BuildOptions

from .conftest import Warm, build, committed, pipe, spoil


def another_ending(pages: Path) -> None:
    (index,) = pages.glob("*/data/berkas.json")
    index.write_text(index.read_text(encoding="utf-8").replace("rencana.xlsx", "rencana.exe"), encoding="utf-8")


def anothers_files(pages: Path) -> None:
    (index,) = pages.glob("*/data/berkas.json")
    index.write_text(index.read_text(encoding="utf-8").replace(pages.name, "lembaga-lain"), encoding="utf-8")


def great_sum(pages: Path) -> None:
    file = pages / "lembaga.json"
    told = json.loads(file.read_bytes())
    told["portrait"]["planned"]["amount"] = 10**4200
    file.write_text(json.dumps(told), encoding="utf-8")


def odd_names(pages: Path) -> None:
    for name in (b"\xff", b"a\n<b>"):
        folder = os.path.join(os.fsencode(pages), name)  # noqa: PTH118
        os.mkdir(folder)  # noqa: PTH102
        Path(os.fsdecode(folder), "index.html").write_text("<article>x", encoding="utf-8")


def long_address(pages: Path) -> None:
    file = pages / "pencarian.json"
    file.write_text(json.dumps(json.loads(file.read_bytes()) | {"a" * 300 + "/": "x"}), encoding="utf-8")


def no_text(pages: Path) -> None:
    for file in (pages / "pencarian.json", next(pages.glob("*/data/berkas.json"))):
        found = file.read_bytes()
        file.write_bytes(found.replace(b'":"', b'":"\xff', 1))


def no_period(pages: Path) -> None:
    (plan,) = (folder.parent for folder in pages.glob("*/data"))
    copied = shutil.copytree(plan, plan.with_name(f"{plan.name}-lama"))
    index = copied / "data/berkas.json"
    index.write_text(index.read_text(encoding="utf-8").replace(plan.name, copied.name), encoding="utf-8")


@pytest.mark.parametrize(
    "change",
    [
        no_text,
        no_period,
        another_ending,
        anothers_files,
        long_address,
        odd_names,
        great_sum,
        lambda pages: pipe(next(pages.glob("*/data/berkas.json"))),
        lambda pages: pipe(next(pages.glob("*/data/kegiatan.csv"))),
        lambda pages: pipe(pages / "pencarian.json"),
        lambda pages: pipe(pages / "index.html"),
    ],
)
def test_whatever_was_changed_in_an_earlier_site_ends_nothing(
    own_corpus: Path, warm: Warm, tmp_path: Path, slug: str, change: Callable[[Path], None]
) -> None:
    build(own_corpus, tmp_path / "earlier", warm(own_corpus), search=True)
    change(tmp_path / "earlier" / slug)
    spoil(own_corpus, slug)
    earlier = BuildOptions(previous=tmp_path / "earlier")
    built = build(own_corpus, tmp_path / "site", warm(own_corpus, "empty", without=slug), earlier, search=True)
    assert set(built.stale) <= {slug}
    assert not built.failures
    made = {path.parent.name for path in (tmp_path / "site").glob("*/lembaga.json")}
    assert {path.name for path in (own_corpus / "plans").iterdir()} - made <= {slug}
    assert "lembaga-lain" not in (tmp_path / "site" / "data" / "indeks.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("readable", [True, False])
def test_a_page_that_the_repository_holds_is_not_taken_for_the_last_good_one(
    own_corpus: Path, warm: Warm, tmp_path: Path, slug: str, readable: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    earlier, site = own_corpus / "situs", tmp_path / "site"
    build(own_corpus, earlier, warm(own_corpus))
    page = earlier / slug / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("<body", "<body data-jebol"), encoding="utf-8")
    spoil(own_corpus, slug)
    how, shown = BuildOptions(previous=earlier), site / slug / "index.html"
    built = build(own_corpus, site, warm(own_corpus, "another", without=slug), how)
    assert (list(built.stale), "data-jebol" in shown.read_text(encoding="utf-8")) == ([slug], True)  # it may be ours
    shutil.rmtree(site)
    committed(own_corpus)
    if not readable:
        monkeypatch.setattr("generator.reading.past.repository.shutil.which", lambda program: None)
    built = build(own_corpus, site, warm(own_corpus, "empty", without=slug), how)
    assert not built.stale
    assert not shown.exists()
