"""What goes wrong with one institution, or with the machine, takes nothing away from readers."""

import json
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path

import pytest

from generator.build import shards
from generator.build.building import BuildOptions
from generator.build.jobs import BuildInputs, Job
from generator.build.ownership import MARKER
from generator.build.survey import BuildUnit, Survey
from generator.publishing import publisher
from generator.publishing.configuration import Configuration
from generator.publishing.publisher import PublishingFailed
from generator.reading import output_limit

from .conftest import AS_OF, build, contents, in_shares, merged, started

_BANNER = b"banner--stale"
_OF_ALL = ("pagefind", "data/", MARKER)
"""What these builds were asked for in different ways, or tells of all the rest."""
_PRIVATE = "081234567890"


def spoil(corpus: Path, slug: str) -> Path:
    """Make a plan that cannot be published; the file that was changed."""
    file = corpus / "plans" / slug / "2025-2029" / "rencana-implementasi.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("program: P-", "program: P-9", 1), encoding="utf-8")
    return file


def pages_of(site: Path, slug: str) -> dict[str, bytes]:
    return {name: page for name, page in contents(site / slug).items() if name.endswith(".html")}


def test_a_bad_plan_keeps_its_last_good_pages_with_a_banner(own_corpus: Path, tmp_path: Path, slug: str) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"
    build(own_corpus, site, cache)
    before = contents(site)
    file = spoil(own_corpus, slug)
    built = build(own_corpus, site, cache)
    assert list(built.stale) == [slug]
    assert built.stale[slug].published.as_of == AS_OF
    after = contents(site)
    assert after.keys() == before.keys()
    for name, page in pages_of(site, slug).items():
        assert page.count(_BANNER) == 1, name
        assert b"memuat 1 kesalahan" in page
    others = {name for name in before if name.endswith(".html") and not name.startswith(f"{slug}/")}
    portal = {name for name in others if "/" not in name.removesuffix("/index.html")}
    assert all(after[name] == before[name] for name in others - portal - {"perbandingan/provinsi/index.html"})
    assert slug.encode() in after["lembaga/index.html"]
    build(own_corpus, site, cache)  # once more: still one banner
    assert contents(site) == after
    file.write_text(file.read_text(encoding="utf-8").replace("program: P-9", "program: P-", 1), encoding="utf-8")
    build(own_corpus, site, cache)
    assert contents(site) == before


@pytest.mark.parametrize("where", ["cache", "previous"])
def test_the_last_good_pages_come_from_the_cache_or_an_earlier_site(
    own_corpus: Path, tmp_path: Path, slug: str, where: str
) -> None:
    build(own_corpus, tmp_path / "earlier", tmp_path / "cache")
    good = pages_of(tmp_path / "earlier", slug)
    spoil(own_corpus, slug)
    if where == "cache":
        built = build(own_corpus, tmp_path / "site", tmp_path / "cache")
    else:
        built = build(own_corpus, tmp_path / "site", tmp_path / "empty", BuildOptions(previous=tmp_path / "earlier"))
    assert list(built.stale) == [slug]
    shown = pages_of(tmp_path / "site", slug)
    assert shown.keys() == good.keys()
    assert all(_BANNER in page for page in shown.values())


def test_pages_of_an_earlier_site_keep_their_pdf_and_are_not_opened_by_a_program(
    own_corpus: Path, tmp_path: Path, slug: str
) -> None:
    program = tmp_path / "peramban"
    program.write_text('#!/bin/sh\necho "$@" >> "$(dirname "$0")/dibuka"\nexit 3\n', encoding="utf-8")
    program.chmod(0o755)
    build(own_corpus, tmp_path / "earlier", tmp_path / "cache")
    had = tmp_path / "earlier" / slug / "2025-2029" / "cetak" / f"{slug}-2025-2029.pdf"
    had.write_bytes(b"%PDF-1.7\n")
    spoil(own_corpus, slug)
    how = BuildOptions(previous=tmp_path / "earlier", chromium=program)
    built = build(own_corpus, tmp_path / "site", tmp_path / "empty", how)
    opened = (tmp_path / "dibuka").read_text(encoding="utf-8")
    others = {path.name for path in (own_corpus / "plans").iterdir()} - {slug}
    assert (list(built.stale), set(built.failures)) == ([slug], others)
    assert all(f"/{other}/" in opened for other in others)
    assert f"/{slug}/" not in opened
    assert (tmp_path / "site" / had.relative_to(tmp_path / "earlier")).read_bytes() == b"%PDF-1.7\n"
    (tmp_path / "dibuka").unlink()
    build(own_corpus, tmp_path / "another", tmp_path / "cache", BuildOptions(chromium=program))
    assert f"/{slug}/" in (tmp_path / "dibuka").read_text(encoding="utf-8"), "what was made here is printed"


def test_last_good_pages_of_another_version_take_no_other_away(own_corpus: Path, tmp_path: Path, slug: str) -> None:
    build(own_corpus, tmp_path / "earlier", tmp_path / "cache")
    told = tmp_path / "earlier" / slug / "lembaga.json"
    known = json.loads(told.read_bytes())
    del known["portrait"]["standing"]["by_status"]["selesai"]
    told.write_text(json.dumps(known), encoding="utf-8")
    spoil(own_corpus, slug)
    built = build(own_corpus, tmp_path / "site", tmp_path / "empty", BuildOptions(previous=tmp_path / "earlier"))
    assert not built.stale
    assert len(list((tmp_path / "site").glob("*/lembaga.json"))) == len(list((own_corpus / "plans").iterdir())) - 1


def zeros(file: Path) -> None:
    file.write_bytes(b"\0" * file.stat().st_size)


def link(file: Path) -> None:
    file.unlink()
    file.symlink_to("/etc/hostname")


def pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


@pytest.mark.parametrize("damage", [zeros, Path.unlink, link, pipe])
@pytest.mark.parametrize("name", ["lembaga.json", "index.html"])
def test_pages_that_come_torn_in_a_share_are_made_again(
    own_corpus: Path, whole: Path, tmp_path: Path, slug: str, name: str, damage: Callable[[Path], None]
) -> None:
    shares = in_shares(own_corpus, tmp_path)
    (torn,) = (file for share in shares for file in share.glob(f"lembaga/{slug}/{name}"))
    damage(torn)
    assert not merged(own_corpus, tmp_path, shares).failures
    assert contents(tmp_path / "site") == contents(whole)


def test_a_folder_without_files_may_get_lost_on_its_way_and_one_with_files_too(
    own_corpus: Path, whole: Path, tmp_path: Path, slug: str
) -> None:
    shares = in_shares(own_corpus, tmp_path, len(list((own_corpus / "plans").iterdir())) + 1)
    (lost,) = (folder for share in shares for folder in share.glob(f"lembaga/{slug}"))
    shutil.rmtree(lost)
    for folder in sorted((folder for share in shares for folder in share.rglob("*") if folder.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
    assert not merged(own_corpus, tmp_path, shares).failures
    assert contents(tmp_path / "site") == contents(whole)


def test_what_one_machine_had_no_time_for_another_makes(
    own_corpus: Path, whole: Path, tmp_path: Path, slug: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    look = shards.look

    def slow(units: Sequence[BuildUnit], making: BuildInputs) -> list[Survey]:
        return [Survey(slug, (), "lama") if one.slug == slug else one for one in look(units, making)]

    with monkeypatch.context() as patched:
        patched.setattr("generator.build.institutions.look", slow)
        shares = in_shares(own_corpus, tmp_path)
    assert not list(tmp_path.glob(f"share-*/lembaga/{slug}"))
    assert not merged(own_corpus, tmp_path, shares).failures
    assert contents(tmp_path / "site") == contents(whole)


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


@pytest.mark.parametrize(
    "change",
    [
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
    own_corpus: Path, tmp_path: Path, slug: str, change: Callable[[Path], None]
) -> None:
    build(own_corpus, tmp_path / "earlier", tmp_path / "cache", search=True)
    change(tmp_path / "earlier" / slug)
    spoil(own_corpus, slug)
    earlier = BuildOptions(previous=tmp_path / "earlier")
    built = build(own_corpus, tmp_path / "site", tmp_path / "empty", earlier, search=True)
    assert set(built.stale) <= {slug}
    assert not built.failures
    made = {path.parent.name for path in (tmp_path / "site").glob("*/lembaga.json")}
    assert {path.name for path in (own_corpus / "plans").iterdir()} - made <= {slug}
    assert "lembaga-lain" not in (tmp_path / "site" / "data" / "indeks.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("readable", [True, False])
def test_a_page_that_the_repository_holds_is_not_taken_for_the_last_good_one(
    own_corpus: Path, tmp_path: Path, slug: str, readable: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = own_corpus / "situs"
    build(own_corpus, site, tmp_path / "cache")
    page = site / slug / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("<body", "<body data-jebol"), encoding="utf-8")
    spoil(own_corpus, slug)
    built = build(own_corpus, site, tmp_path / "another")
    assert (list(built.stale), "data-jebol" in page.read_text(encoding="utf-8")) == ([slug], True)  # it may be ours
    who = ["-c", "user.name=a", "-c", "user.email=a@a.example"]
    for command in (["init", "--quiet"], ["add", "--all"], [*who, "commit", "--quiet", "--message", "x"]):
        subprocess.run(["git", "-C", str(own_corpus), *command], check=True)
    if not readable:
        monkeypatch.setattr("generator.reading.past.repository.shutil.which", lambda program: None)
    built = build(own_corpus, site, tmp_path / "empty")
    assert not built.stale
    assert not page.exists()


def test_a_portrait_that_does_not_come_back_costs_its_institution_alone(
    own_corpus: Path, tmp_path: Path, slug: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = shards.read_portrait
    monkeypatch.setattr(shards, "read_portrait", lambda folder: None if folder.name == slug else read(folder))
    built = build(own_corpus, tmp_path / "site", tmp_path / "cache")
    assert list(built.failures) == [slug]
    assert "PortraitLost" in built.failures[slug]
    assert len(list((tmp_path / "site").glob("*/lembaga.json"))) == len(list((own_corpus / "plans").iterdir())) - 1


@pytest.mark.parametrize("to", ["{slug}/2025-2029 (1)", "{slug}/2025\u20132029", "{upper}/2025-2029"])
def test_a_plan_under_a_name_that_is_none_keeps_its_last_good_pages(
    own_corpus: Path, tmp_path: Path, slug: str, to: str
) -> None:
    """As an upload names it: nobody has withdrawn it."""
    build(own_corpus, tmp_path / "site", tmp_path / "cache")
    wrong = own_corpus / "plans" / to.format(slug=slug, upper=slug.title().replace("-", "_"))
    wrong.parent.mkdir(exist_ok=True)
    (own_corpus / "plans" / slug / "2025-2029").rename(wrong)
    built = build(own_corpus, tmp_path / "site", tmp_path / "cache")
    assert list(built.stale) == [slug]
    assert all(_BANNER in page for page in pages_of(tmp_path / "site", slug).values())
    shutil.copytree(wrong, own_corpus / "plans" / slug / "2025-2029")
    built = build(own_corpus, tmp_path / "site", tmp_path / "cache")
    assert not built.stale, "a copy beside the plan holds nothing back"
    assert built.country.problems


@pytest.mark.parametrize("proposed", ["plan", "template", "draft"])
def test_what_was_never_merged_is_nobodys_last_good_page(
    own_corpus: Path, tmp_path: Path, slug: str, proposed: str
) -> None:
    """A preview of a proposal, or of a draft, is in the cache as well; the last sound version is the one in Git."""
    plan, template = own_corpus / "plans" / slug / "2025-2029/lembaga.yaml", "site_templates/portal/institusi.md.j2"

    def git(*arguments: str) -> None:
        who = ["-c", "user.name=a", "-c", "user.email=a@a.example"]
        subprocess.run(["git", "-C", str(own_corpus), *who, *arguments], check=True, capture_output=True)

    for command in (["init", "--initial-branch=utama"], ["add", "--all"], ["commit", "--message", "x"]):
        git(*command)
    git("switch", "--create", "usulan")
    if proposed == "template":
        changed = own_corpus / template
        changed.parent.mkdir(parents=True)
        text = (Path(__file__).parents[2] / template).read_text(encoding="utf-8")
        changed.write_text(f"{text}\nTIDAK DISETUJUI\n", encoding="utf-8")
    else:
        text = plan.read_text(encoding="utf-8")
        plan.write_text(re.sub("nama: .*", "nama: TIDAK DISETUJUI", text, count=1), encoding="utf-8")
    if proposed != "draft":
        git("add", "--all")
        git("commit", "--message", "usulan")
    build(own_corpus, tmp_path / "preview", tmp_path / "cache")
    assert any(b"TIDAK DISETUJUI" in page for page in pages_of(tmp_path / "preview", slug).values())
    git("switch", "--force", "utama")
    spoil(own_corpus, slug)
    build(own_corpus, tmp_path / "site", tmp_path / "cache")
    shown = pages_of(tmp_path / "site", slug)
    assert shown
    assert all(_BANNER in page for page in shown.values())
    assert not any(b"TIDAK DISETUJUI" in page for page in contents(tmp_path / "site").values())


def test_a_bad_plan_that_was_never_published_takes_no_other_away(own_corpus: Path, tmp_path: Path, slug: str) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"
    build(own_corpus, site, cache)
    before = contents(site / slug)
    (own_corpus / "plans" / slug / "2030-2034.yaml").write_text("versi_format: 1\n", encoding="utf-8")
    built = build(own_corpus, site, cache)
    assert built.country.held_back == {f"{slug}/2030-2034"}
    assert not built.stale
    assert contents(site / slug) == before


def test_pages_that_cannot_be_made_stop_no_other(
    own_corpus: Path, tmp_path: Path, slug: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    build(own_corpus, site, tmp_path / "cache")
    make = shards.pages_of

    def broken(order: Job, making: BuildInputs) -> shards.Pages:
        if order.unit.slug == slug:
            raise ZeroDivisionError(_PRIVATE)
        return make(order, making)

    monkeypatch.setattr(shards, "pages_of", broken)
    built = build(own_corpus, site, tmp_path / "another")
    assert list(built.failures) == list(built.stale) == [slug]
    told, _, report = built.failures[slug].partition("; laporan: ")
    assert told.startswith("ZeroDivisionError (")
    assert "Traceback" not in told
    text = Path(report).read_text(encoding="utf-8")
    assert "build/shards.py" in text
    assert _PRIVATE not in text
    assert all(_BANNER in page for page in pages_of(site, slug).values())


@pytest.mark.parametrize("stage", ["survey", "pages_of"])
def test_an_institution_that_takes_for_ever_keeps_its_last_good_pages(
    own_corpus: Path, tmp_path: Path, slug: str, monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    site = tmp_path / "site"
    build(own_corpus, site, tmp_path / "cache")
    own = getattr(shards, stage)

    def endless(what: object, *more: object) -> object:
        while getattr(what, "slug", None) == slug or getattr(getattr(what, "unit", None), "slug", None) == slug:
            pass
        return own(what, *more)

    monkeypatch.setattr(shards, stage, endless)
    built = build(own_corpus, site, tmp_path / "another", limit=8)
    assert built.failures == {slug: "lebih dari 8 detik (--limit)"}
    assert list(built.stale) == [slug]
    assert all(_BANNER in page for page in pages_of(site, slug).values())
    assert sum(path.is_dir() for path in site.glob("provinsi-*")) == 4


@pytest.mark.parametrize("stage", ["survey", "pages_of", "publish_pages", "write_documents", "_noted"])
def test_an_institution_that_fills_the_memory_keeps_its_last_good_pages(
    own_corpus: Path, tmp_path: Path, slug: str, monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    site = tmp_path / "site"
    build(own_corpus, site, tmp_path / "cache")
    own = getattr(shards, stage)

    def greedy(*what: object, **more: object) -> object:
        given = [list(each) if stage == "publish_pages" and isinstance(each, chain) else each for each in what]
        if slug in repr(given):
            raise MemoryError
        return own(*given, **more)

    monkeypatch.setattr(shards, stage, greedy)
    built = build(own_corpus, site, tmp_path / "another")
    assert list(built.failures) == list(built.stale) == [slug]
    assert built.failures[slug].startswith("memori habis: MemoryError (")
    assert all(_BANNER in page for page in pages_of(site, slug).values())
    assert sum(path.is_dir() for path in site.glob("provinsi-*")) == 4


def test_an_institution_whose_pages_are_too_large_keeps_its_last_good_ones(
    own_corpus: Path, tmp_path: Path, slug: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    build(own_corpus, site, tmp_path / "cache")
    (file,) = (own_corpus / "plans" / slug / "2025-2029").glob("rencana-implementasi.yaml")
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("    nama: ", f"    nama: {'kata ' * 90}", 1), encoding="utf-8")
    monkeypatch.setattr(output_limit, "MOST", 10_000)
    built = build(own_corpus, site, tmp_path / "cache")
    assert built.failures == {slug: "halamannya memerlukan lebih dari 0 MiB"}
    assert list(built.stale) == [slug]


def test_a_page_that_the_publisher_refuses_stops_no_other(
    corpus: Path, tmp_path: Path, slug: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish = publisher.publish

    def refusing(name: str, configuration: Configuration, work: Path) -> Path:
        if (work / "docs" / slug).exists():
            raise PublishingFailed("tidak mau")
        return publish(name, configuration, work)

    monkeypatch.setattr(publisher, "publish", refusing)
    built = build(corpus, tmp_path / "site", tmp_path / "cache")
    assert built.failures == {slug: "tidak mau"}
    assert not (tmp_path / "site" / slug / "index.html").exists()
    assert sum(path.is_dir() for path in (tmp_path / "site").glob("provinsi-*")) == 3


def test_a_publisher_that_never_works_is_not_an_institutions_fault(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refusing(name: str, configuration: Configuration, work: Path) -> Path:
        raise PublishingFailed("rusak")

    monkeypatch.setattr(publisher, "publish", refusing)
    with pytest.raises(PublishingFailed, match="rusak"):
        build(corpus, tmp_path / "site", tmp_path / "cache")
    assert not (tmp_path / "site").exists()


def test_a_page_changed_in_place_on_the_site_does_not_come_back(corpus: Path, tmp_path: Path, slug: str) -> None:
    build(corpus, tmp_path / "site", tmp_path / "cache")
    before = contents(tmp_path / "site")
    with (tmp_path / "site" / slug / "index.html").open("a") as page:
        page.write("<!-- oleh program lain -->")
    build(corpus, tmp_path / "site", tmp_path / "cache")
    assert contents(tmp_path / "site") == before


@pytest.mark.slow
def test_a_build_killed_at_any_moment_leaves_the_last_site(own_corpus: Path, tmp_path: Path, slug: str) -> None:
    folder = tmp_path / "public"
    site, cache = folder / "site", tmp_path / "cache"
    build(own_corpus, site, cache)
    before = contents(site)
    for file in (own_corpus / "plans").rglob("lembaga.yaml"):
        file.write_text(file.read_text(encoding="utf-8").replace("2026-09-30", "2026-10-31"), encoding="utf-8")
    build(own_corpus, tmp_path / "expected", tmp_path / "another")
    after = contents(tmp_path / "expected")
    seconds = _seconds_of(own_corpus, tmp_path)
    chance = random.Random(1)
    for _ in range(4):
        process = started(own_corpus, site, cache, "--jobs", "2")
        time.sleep(chance.uniform(0.1, 1.0) * seconds)
        process.kill()
        process.communicate(timeout=60)
        found = {name: page for name, page in contents(site).items() if not name.startswith(_OF_ALL)}
        assert any(
            found == {name: page for name, page in one.items() if not name.startswith(_OF_ALL)}
            for one in (before, after)
        )
        _all_gone(process.pid)
    build(own_corpus, site, cache)
    assert contents(site) == after
    assert [path.name for path in folder.iterdir() if path.is_dir()] == ["site"]
    assert not list((cache / ".terbit").glob("*/.kerja-*"))


@pytest.mark.slow
def test_a_worker_that_is_killed_ends_the_build_and_leaves_the_last_site(own_corpus: Path, tmp_path: Path) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"
    build(own_corpus, site, cache)
    before = contents(site)
    process = started(own_corpus, site, tmp_path / "another", "--jobs", "2")
    for _ in range(400):
        workers = [child for server in _children(process.pid) for child in _children(server)]
        if len(workers) == 2:
            os.kill(workers[0], signal.SIGKILL)
            break
        time.sleep(0.02)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "proses pembuat halaman terhenti" in told
    assert contents(site) == before
    _all_gone(process.pid)


@pytest.mark.slow
def test_a_full_disk_leaves_the_last_site_and_a_sound_cache(own_corpus: Path, tmp_path: Path) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"
    build(own_corpus, site, cache)
    before = contents(site)
    for file in (own_corpus / "plans").rglob("lembaga.yaml"):
        file.write_text(file.read_text(encoding="utf-8").replace("2026-09-30", "2026-10-31"), encoding="utf-8")
    # No file may grow beyond the limit: every kind of writing fails somewhere, as on a full disk.
    most = resource.getrlimit(resource.RLIMIT_FSIZE)
    for limit in (120_000, 30_000, 3_000):  # each begins with the cache that the last one left
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, most[1]))
        try:
            process = started(own_corpus, site, cache, "--jobs", "2")
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, most)
        process.communicate(timeout=120)
        assert process.returncode == 1
        assert contents(site) == before
    build(own_corpus, site, cache)
    build(own_corpus, tmp_path / "expected", tmp_path / "another")
    assert contents(site) == contents(tmp_path / "expected")


@pytest.mark.slow
def test_two_builds_at_once_do_not_mix(own_corpus: Path, whole: Path, tmp_path: Path) -> None:
    running = [started(own_corpus, tmp_path / "site", tmp_path / "cache", "--jobs", "2") for _ in range(2)]
    told = [process.communicate(timeout=120) for process in running]
    assert [process.returncode for process in running] == [0, 0], told
    found, expected = (
        {name: page for name, page in contents(site).items() if not name.startswith(_OF_ALL)}
        for site in (tmp_path / "site", whole)
    )
    assert found == expected


def _seconds_of(corpus: Path, folder: Path) -> float:
    begun = time.monotonic()
    started(corpus, folder / "timed", folder / "timed-cache", "--jobs", "2").communicate()
    return time.monotonic() - begun


def _children(pid: int) -> list[int]:
    with suppress(OSError):
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return []


def _session(leader: int) -> Iterator[int]:
    for entry in Path("/proc").iterdir():
        with suppress(OSError, ValueError):
            if entry.name.isdigit() and os.getsid(int(entry.name)) == leader:
                state = (entry / "stat").read_text().rpartition(")")[2].split()[0]
                if state != "Z":
                    yield int(entry.name)


def _all_gone(leader: int) -> None:
    """Every process of a build that was killed ends by itself within seconds."""
    for _ in range(150):
        if not list(_session(leader)):
            return
        time.sleep(0.1)
    left = subprocess.run(["ps", "-o", "pid,args", "-s", str(leader)], capture_output=True, text=True, check=False)
    raise AssertionError(left.stdout)
