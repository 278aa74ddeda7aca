"""A plan with an error keeps its pages that were published last, and shows none that never were."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.build.building import BuildOptions

from .conftest import AS_OF, BANNER, Warm, build, committed, contents, pages_of, spoil, with_banner


def test_a_bad_plan_keeps_its_last_good_pages_with_a_banner(
    own_corpus: Path, warm: Warm, tmp_path: Path, slug: str
) -> None:
    site, cache = tmp_path / "site", warm(own_corpus)
    build(own_corpus, site, cache)
    before = contents(site)
    file = spoil(own_corpus, slug)
    built = build(own_corpus, site, cache)
    assert list(built.stale) == [slug]
    assert built.stale[slug].published.as_of == AS_OF
    after = contents(site)
    assert after.keys() == before.keys()
    for name, page in pages_of(site, slug).items():
        assert page.count(BANNER) == 1, name
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
    own_corpus: Path, warm: Warm, tmp_path: Path, slug: str, where: str
) -> None:
    cache = warm(own_corpus)
    build(own_corpus, tmp_path / "earlier", cache)
    good = pages_of(tmp_path / "earlier", slug)
    spoil(own_corpus, slug)
    if where == "cache":
        built = build(own_corpus, tmp_path / "site", cache)
    else:
        built = build(
            own_corpus,
            tmp_path / "site",
            warm(own_corpus, "empty", without=slug),
            BuildOptions(previous=tmp_path / "earlier"),
        )
    assert list(built.stale) == [slug]
    assert pages_of(tmp_path / "site", slug).keys() == good.keys()
    assert with_banner(tmp_path / "site", slug)


def test_pages_of_an_earlier_site_keep_their_pdf_and_are_not_opened_by_a_program(
    own_corpus: Path, warm: Warm, tmp_path: Path, slug: str
) -> None:
    cache = warm(own_corpus)
    program = tmp_path / "peramban"
    program.write_text('#!/bin/sh\necho "$@" >> "$(dirname "$0")/dibuka"\nexit 3\n', encoding="utf-8")
    program.chmod(0o755)
    build(own_corpus, tmp_path / "earlier", cache)
    had = tmp_path / "earlier" / slug / "2025-2029" / "cetak" / f"{slug}-2025-2029.pdf"
    had.write_bytes(b"%PDF-1.7\n")
    spoil(own_corpus, slug)
    how = BuildOptions(previous=tmp_path / "earlier", chromium=program)
    built = build(own_corpus, tmp_path / "site", warm(own_corpus, "empty", without=slug), how)
    opened = (tmp_path / "dibuka").read_text(encoding="utf-8")
    others = {path.name for path in (own_corpus / "plans").iterdir()} - {slug}
    assert (list(built.stale), set(built.failures)) == ([slug], others)
    assert all(f"/{other}/" in opened for other in others)
    assert f"/{slug}/" not in opened
    assert (tmp_path / "site" / had.relative_to(tmp_path / "earlier")).read_bytes() == b"%PDF-1.7\n"
    (tmp_path / "dibuka").unlink()
    build(own_corpus, tmp_path / "another", cache, BuildOptions(chromium=program))
    assert f"/{slug}/" in (tmp_path / "dibuka").read_text(encoding="utf-8"), "what was made here is printed"


def test_last_good_pages_of_another_version_take_no_other_away(
    own_corpus: Path, warm: Warm, tmp_path: Path, slug: str
) -> None:
    build(own_corpus, tmp_path / "earlier", warm(own_corpus))
    told = tmp_path / "earlier" / slug / "lembaga.json"
    known = json.loads(told.read_bytes())
    del known["portrait"]["standing"]["by_status"]["selesai"]
    told.write_text(json.dumps(known), encoding="utf-8")
    spoil(own_corpus, slug)
    built = build(
        own_corpus,
        tmp_path / "site",
        warm(own_corpus, "empty", without=slug),
        BuildOptions(previous=tmp_path / "earlier"),
    )
    assert not built.stale
    assert len(list((tmp_path / "site").glob("*/lembaga.json"))) == len(list((own_corpus / "plans").iterdir())) - 1


@pytest.mark.parametrize("to", ["{slug}/2025-2029 (1)", "{slug}/2025\u20132029", "{upper}/2025-2029"])
def test_a_plan_under_a_name_that_is_none_keeps_its_last_good_pages(
    own_corpus: Path, warm: Warm, tmp_path: Path, slug: str, to: str
) -> None:
    """As an upload names it: nobody has withdrawn it."""
    cache = warm(own_corpus)
    build(own_corpus, tmp_path / "site", cache)
    wrong = own_corpus / "plans" / to.format(slug=slug, upper=slug.title().replace("-", "_"))
    wrong.parent.mkdir(exist_ok=True)
    (own_corpus / "plans" / slug / "2025-2029").rename(wrong)
    built = build(own_corpus, tmp_path / "site", cache)
    assert list(built.stale) == [slug]
    assert with_banner(tmp_path / "site", slug)
    shutil.copytree(wrong, own_corpus / "plans" / slug / "2025-2029")
    built = build(own_corpus, tmp_path / "site", cache)
    assert not built.stale, "a copy beside the plan holds nothing back"
    assert built.country.problems


@pytest.mark.parametrize("proposed", ["plan", "template", "draft"])
def test_what_was_never_merged_is_nobodys_last_good_page(
    own_corpus: Path, warm: Warm, tmp_path: Path, slug: str, proposed: str
) -> None:
    """A preview of a proposal, or of a draft, is in the cache as well; the last sound version is the one in Git."""
    cache = warm(own_corpus)
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
    build(own_corpus, tmp_path / "preview", cache)
    assert any(b"TIDAK DISETUJUI" in page for page in pages_of(tmp_path / "preview", slug).values())
    git("switch", "--force", "utama")
    spoil(own_corpus, slug)
    build(own_corpus, tmp_path / "site", cache)
    assert with_banner(tmp_path / "site", slug)
    assert not any(b"TIDAK DISETUJUI" in page for page in contents(tmp_path / "site").values())


@pytest.mark.parametrize("wrong", ["sub/bukti.yaml", "bukti", "bukti.json"])
def test_no_last_good_page_is_made_of_a_version_of_which_a_file_is_astray(
    own_corpus: Path, warm: Warm, tmp_path: Path, slug: str, wrong: str
) -> None:
    """Without that file it is a sound plan, which nobody ever wrote."""
    folder = own_corpus / "plans" / slug / "2025-2029"

    def commit() -> None:
        who = ["-c", "user.name=a", "-c", "user.email=a@a.example"]
        for command in (["add", "--all"], ["commit", "--message", "x"]):
            subprocess.run(["git", "-C", str(own_corpus), *who, *command], check=True, capture_output=True)

    proof = "bukti:\n  - {id: B-TETAP, judul: Keputusan yang tetap, tautan: https://sagara.example/sk.pdf}\n"
    (folder / "bukti.yaml").write_text(proof, encoding="utf-8")
    subprocess.run(["git", "init", "--quiet", str(own_corpus)], check=True)
    commit()
    (folder / wrong).parent.mkdir(exist_ok=True)
    (folder / "bukti.yaml").rename(folder / wrong)
    commit()
    built = build(own_corpus, tmp_path / "site", warm(own_corpus, "empty", without=slug))
    assert list(built.stale) == [slug]
    assert any(b"Keputusan yang tetap" in page for page in pages_of(tmp_path / "site", slug).values())


def test_a_bad_plan_that_was_never_published_takes_no_other_away(
    own_corpus: Path, warm: Warm, tmp_path: Path, slug: str
) -> None:
    site, cache = tmp_path / "site", warm(own_corpus)
    build(own_corpus, site, cache)
    before = contents(site / slug)
    (own_corpus / "plans" / slug / "2030-2034.yaml").write_text("versi_format: 1\n", encoding="utf-8")
    built = build(own_corpus, site, cache)
    assert built.country.held_back == {f"{slug}/2030-2034"}
    assert not built.stale
    assert contents(site / slug) == before


def test_a_plan_that_breaks_changes_nothing_that_others_say(own_corpus: Path, tmp_path: Path) -> None:
    """Its last good pages stay, so what it has in common with others and the news of it are as before."""
    one, other, *rest = sorted((own_corpus / "plans").iterdir())
    for folder in rest:
        shutil.rmtree(folder)
    for folder in (one, other):
        file = folder / "2025-2029" / "inventaris.yaml"
        file.write_text(re.sub("nama: SI.*? 1,", "nama: SIPADUKA, ", file.read_text(encoding="utf-8"), count=1))
    committed(own_corpus)
    site, cache = tmp_path / "site", tmp_path / "cache"
    build(own_corpus, site, cache)
    before = contents(site)
    findings = before[f"{other.name}/2025-2029/data/temuan.csv"].decode()
    assert "kemungkinan-duplikasi,A-01" in findings
    spoil(own_corpus, one.name)
    for kept in (cache, tmp_path / "empty"):
        assert list(build(own_corpus, site, kept).stale) == [one.name]
        after = contents(site)
        assert {name for name in before if name.startswith(f"{other.name}/") and before[name] != after[name]} == set()
        assert after["perubahan/atom.xml"] == before["perubahan/atom.xml"]
