"""However a site is built, it is the same, byte for byte."""

import json
import re
import socket
from pathlib import Path

import pytest

from generator.build import shards
from generator.build.building import BuildOptions
from generator.build.shares import MismatchedShares, Share
from generator.cli.making import making
from generator.pipeline import sites

from .conftest import AS_OF, Warm, build, contents, in_shares, merged


def test_what_is_cached_is_as_new(corpus: Path, whole: Path, tmp_path: Path) -> None:
    build(corpus, tmp_path / "site", tmp_path / "cache")
    build(corpus, tmp_path / "again", tmp_path / "cache")
    assert contents(tmp_path / "site") == contents(whole)
    assert contents(tmp_path / "again") == contents(whole)


def test_a_site_that_stands_as_it_would_be_made_is_left_standing(
    corpus: Path, whole: Path, warm: Warm, tmp_path: Path
) -> None:
    output, cache = tmp_path / "site", warm(corpus)
    build(corpus, output, cache)
    standing = output.stat().st_ino
    build(corpus, output, cache)
    assert output.stat().st_ino == standing
    page = next(output.glob("*/2025-2029/cetak/index.html"))
    page.unlink()
    build(corpus, output, cache)
    assert output.stat().st_ino != standing
    assert contents(output) == contents(whole)
    build(corpus, output, cache, search=True)
    assert (output / "pagefind").is_dir()


def test_a_file_that_is_the_same_on_the_last_site_is_not_written_again(
    own_corpus: Path, warm: Warm, tmp_path: Path
) -> None:
    output, cache = tmp_path / "site", warm(own_corpus)
    build(own_corpus, output, cache)
    before = {path: (output / path).stat().st_ino for path in contents(output)}
    (one, *others) = sorted((own_corpus / "plans").iterdir())
    file = next(one.rglob("lembaga.yaml"))
    file.write_text(file.read_text(encoding="utf-8") + "# catatan\n", encoding="utf-8")
    build(own_corpus, output, cache)
    for other in others:
        own = [path for path in before if path.startswith(f"{other.name}/")]
        assert own
        assert [(output / path).stat().st_ino for path in own] == [before[path] for path in own]


def test_processes_make_what_one_makes(corpus: Path, whole: Path, tmp_path: Path) -> None:
    build(corpus, tmp_path / "site", tmp_path / "cache", BuildOptions(jobs=2))
    assert contents(tmp_path / "site") == contents(whole)


def test_shares_make_what_one_makes(corpus: Path, whole: Path, tmp_path: Path) -> None:
    merged(corpus, tmp_path, in_shares(corpus, tmp_path, 3)[::-1])
    assert contents(tmp_path / "site") == contents(whole)


def test_shares_of_something_else_are_refused(own_corpus: Path, tmp_path: Path) -> None:
    plans = (own_corpus / "plans").resolve()
    given = making(own_corpus / "plans", AS_OF, tmp_path / "cache")
    for number in (1, 2):
        sites.build_share(plans, given, tmp_path / f"{number}", BuildOptions(), Share(number, 2))

    def merge(*shares: str) -> None:
        sites.merge(
            plans, given, tmp_path / "site", BuildOptions(), [tmp_path / share for share in shares], search=False
        )

    with pytest.raises(MismatchedShares, match="2/2"):
        merge("1")
    with pytest.raises(MismatchedShares, match="dua kali"):
        merge("1", "1", "2")
    with pytest.raises(MismatchedShares, match="bukan hasil"):
        merge("cache")
    foreign = tmp_path / "1" / "lembaga" / "bocor"
    foreign.symlink_to(own_corpus)
    with pytest.raises(MismatchedShares, match="bukan halaman sebuah lembaga"):
        merge("1", "2")
    foreign.unlink()
    foreign.mkdir()
    with pytest.raises(MismatchedShares, match="bukan halaman sebuah lembaga"):
        merge("1", "2")
    foreign.rmdir()
    record = tmp_path / "1" / "bagian.json"
    told = record.read_text(encoding="utf-8")
    for changed, match in (
        ({"share": [1, 1_000_000_000]}, "belum ada: 1/2"),
        ({"share": [3, 2]}, "bukan hasil"),
        ({"failures": {"../../x": "x"}}, "bukan hasil"),
        ({"pages": {"": {"../../x": ["x", "x"]}}}, "bukan hasil"),
    ):
        record.write_text(json.dumps(json.loads(told) | changed), encoding="utf-8")
        with pytest.raises(MismatchedShares, match=match):
            merge("1", "2")
    slug = sorted(path.name for path in (own_corpus / "plans").iterdir())[0]
    record.write_text(json.dumps(json.loads(told) | {"failures": {slug: "a\nb\x1b[31m"}}), encoding="utf-8")
    built = sites.merge(plans, given, tmp_path / "lain", BuildOptions(), [tmp_path / "1", tmp_path / "2"], search=False)
    assert built.failures == {slug: "a b\\u001b[31m"}
    record.write_text(told, encoding="utf-8")
    file = next((own_corpus / "plans").rglob("lembaga.yaml"))
    file.write_text(file.read_text(encoding="utf-8") + "# berubah\n", encoding="utf-8")
    with pytest.raises(MismatchedShares, match="rencana"):
        merge("1", "2")
    assert not (tmp_path / "site").exists()


@pytest.mark.slow
def test_a_cluster_makes_what_one_makes(corpus: Path, whole: Path, tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
    ) as cluster:
        how = BuildOptions(jobs=2, executor="dask", scheduler=cluster.scheduler_address)
        build(corpus, tmp_path / "site", tmp_path / "cache", how)
    assert contents(tmp_path / "site") == contents(whole)


def test_no_path_or_name_of_the_machine_is_in_the_site(whole: Path, corpus: Path) -> None:
    told = b"\n".join(contents(whole).values())
    for secret in (str(corpus), str(whole.parent), str(Path.home())):
        assert secret.encode() not in told
    # A machine may have a name of two letters, so only where it stands as a word, and in what is text.
    name = re.compile(rb"(?<![\w-])" + re.escape(socket.gethostname().encode()) + rb"(?![\w-])")
    assert not [path for path, data in contents(whole).items() if b"\0" not in data and name.search(data)]


def test_a_change_of_the_theme_takes_the_markdown_from_the_shelf(
    own_corpus: Path, warm: Warm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = warm(own_corpus)
    build(own_corpus, tmp_path / "site", cache)
    before = contents(tmp_path / "site")
    settings = (Path(__file__).parents[2] / "mkdocs.yml").read_text(encoding="utf-8")
    (own_corpus / "mkdocs.yml").write_text(f"{settings}\n# lain\n", encoding="utf-8")

    def never(*_: object) -> None:
        raise AssertionError("pages were made again")

    monkeypatch.setattr(shards, "_pages_of", never)
    built = build(own_corpus, tmp_path / "site", cache)
    assert not built.failures
    assert contents(tmp_path / "site") == before


def test_shares_of_a_site_in_two_languages_make_what_one_makes(own_corpus: Path, tmp_path: Path) -> None:
    (own_corpus / "mkdocs.yml").write_text("site_name: Rencana\nextra: {languages: [id, en]}\n", encoding="utf-8")
    plans = (own_corpus / "plans").resolve()
    build(own_corpus, tmp_path / "whole", tmp_path / "cache-whole")
    shares = []
    for number in (1, 2):
        given = making(own_corpus / "plans", AS_OF, tmp_path / f"cache-{number}")
        shares.append(tmp_path / f"share-{number}")
        sites.build_share(plans, given, shares[-1], BuildOptions(), Share(number, 2))
    given = making(own_corpus / "plans", AS_OF, tmp_path / "cache")
    sites.merge(plans, given, tmp_path / "site", BuildOptions(), shares, search=False)
    assert contents(tmp_path / "site") == contents(tmp_path / "whole")
    assert (tmp_path / "site/en/lembaga/index.html").is_file()


def test_an_institution_that_breaks_keeps_its_pages_in_both_languages(own_corpus: Path, tmp_path: Path) -> None:
    (own_corpus / "mkdocs.yml").write_text("site_name: Rencana\nextra: {languages: [id, en]}\n", encoding="utf-8")
    build(own_corpus, tmp_path / "site", tmp_path / "cache")
    file = next((own_corpus / "plans").rglob("lembaga.yaml"))
    file.write_text(file.read_text(encoding="utf-8") + "salah: [\n", encoding="utf-8")
    built = build(own_corpus, tmp_path / "site", tmp_path / "cache")
    slug = file.parts[-3]
    assert list(built.stale) == [slug]
    for tree, words in (("", "Bukan versi terbaru."), ("en", "Not the newest version.")):
        assert words in (tmp_path / "site" / tree / slug / "index.html").read_text(encoding="utf-8")
