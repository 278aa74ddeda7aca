"""What goes wrong with one institution takes nothing away from the others."""

from itertools import chain
from pathlib import Path

import pytest

from generator.build import shards
from generator.build.jobs import BuildInputs, Job
from generator.publishing import publisher
from generator.publishing.configuration import Configuration
from generator.publishing.publisher import PublishingFailed
from generator.reading import output_limit

from .conftest import INSTITUTIONS, Warm, build, with_banner

_PRIVATE = "081234567890"


def test_a_portrait_that_does_not_come_back_costs_its_institution_alone(
    own_corpus: Path, warm: Warm, tmp_path: Path, slug: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = shards.read_portrait
    monkeypatch.setattr(shards, "read_portrait", lambda folder: None if folder.name == slug else read(folder))
    built = build(own_corpus, tmp_path / "site", warm(own_corpus, without=slug))
    assert list(built.failures) == [slug]
    assert "PortraitLost" in built.failures[slug]
    assert len(list((tmp_path / "site").glob("*/lembaga.json"))) == len(list((own_corpus / "plans").iterdir())) - 1


def test_pages_that_cannot_be_made_stop_no_other(
    own_corpus: Path, warm: Warm, tmp_path: Path, slug: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    build(own_corpus, site, warm(own_corpus))
    make = shards.pages_of

    def broken(order: Job, making: BuildInputs) -> shards.Pages:
        if order.unit.slug == slug:
            raise ZeroDivisionError(_PRIVATE)
        return make(order, making)

    monkeypatch.setattr(shards, "pages_of", broken)
    built = build(own_corpus, site, warm(own_corpus, "another", without=slug))
    assert list(built.failures) == list(built.stale) == [slug]
    told, _, report = built.failures[slug].partition("; laporan: ")
    assert told.startswith("ZeroDivisionError (")
    assert "Traceback" not in told
    text = Path(report).read_text(encoding="utf-8")
    assert "reading/apart.py" in text
    assert _PRIVATE not in text
    assert with_banner(site, slug)


@pytest.mark.parametrize("stage", ["survey", "pages_of"])
def test_an_institution_that_takes_for_ever_keeps_its_last_good_pages(
    own_corpus: Path, warm: Warm, tmp_path: Path, slug: str, monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    site = tmp_path / "site"
    build(own_corpus, site, warm(own_corpus))
    own = getattr(shards, stage)

    def endless(what: object, *more: object) -> object:
        while getattr(what, "slug", None) == slug or getattr(getattr(what, "unit", None), "slug", None) == slug:
            pass
        return own(what, *more)

    monkeypatch.setattr(shards, stage, endless)
    built = build(own_corpus, site, warm(own_corpus, "another", without=slug), limit=4)
    assert built.failures == {slug: "lebih dari 4 detik (--limit)"}
    assert list(built.stale) == [slug]
    assert with_banner(site, slug)
    assert sum(path.is_dir() for path in site.glob("provinsi-*")) == INSTITUTIONS


@pytest.mark.parametrize("stage", ["survey", "pages_of", "publish_pages", "write_documents", "_noted"])
def test_an_institution_that_fills_the_memory_keeps_its_last_good_pages(
    own_corpus: Path, warm: Warm, tmp_path: Path, slug: str, monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    site = tmp_path / "site"
    build(own_corpus, site, warm(own_corpus))
    own = getattr(shards, stage)

    def greedy(*what: object, **more: object) -> object:
        given = [list(each) if stage == "publish_pages" and isinstance(each, chain) else each for each in what]
        if slug in repr(given):
            raise MemoryError
        return own(*given, **more)

    monkeypatch.setattr(shards, stage, greedy)
    built = build(own_corpus, site, warm(own_corpus, "another", without=slug))
    assert list(built.failures) == list(built.stale) == [slug]
    assert built.failures[slug].startswith("memori habis: MemoryError (")
    assert with_banner(site, slug)
    assert sum(path.is_dir() for path in site.glob("provinsi-*")) == INSTITUTIONS


def test_an_institution_whose_pages_are_too_large_keeps_its_last_good_ones(
    own_corpus: Path, warm: Warm, tmp_path: Path, slug: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = warm(own_corpus)
    site = tmp_path / "site"
    build(own_corpus, site, cache)
    (file,) = (own_corpus / "plans" / slug / "2025-2029").glob("rencana-implementasi.yaml")
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("    nama: ", f"    nama: {'kata ' * 90}", 1), encoding="utf-8")
    monkeypatch.setattr(output_limit, "MOST", 10_000)
    built = build(own_corpus, site, cache)
    assert built.failures == {slug: "halamannya memerlukan lebih dari 0 MiB"}
    assert list(built.stale) == [slug]


def test_a_page_that_the_publisher_refuses_stops_no_other(
    corpus: Path, warm: Warm, tmp_path: Path, slug: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish = publisher.publish

    def refusing(name: str, configuration: Configuration, work: Path) -> Path:
        if (work / "docs" / slug).exists():
            raise PublishingFailed("tidak mau")
        return publish(name, configuration, work)

    monkeypatch.setattr(publisher, "publish", refusing)
    built = build(corpus, tmp_path / "site", warm(corpus, without=slug))
    assert built.failures == {slug: "tidak mau"}
    assert not (tmp_path / "site" / slug / "index.html").exists()
    assert sum(path.is_dir() for path in (tmp_path / "site").glob("provinsi-*")) == INSTITUTIONS - 1


def test_a_publisher_that_never_works_is_not_an_institutions_fault(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refusing(name: str, configuration: Configuration, work: Path) -> Path:
        raise PublishingFailed("rusak")

    monkeypatch.setattr(publisher, "publish", refusing)
    with pytest.raises(PublishingFailed, match="rusak"):
        build(corpus, tmp_path / "site", tmp_path / "cache")
    assert not (tmp_path / "site").exists()
