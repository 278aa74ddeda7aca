"""What a share lost on its way is made by who puts the shares together."""

import json
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from generator.build import shards
from generator.build.jobs import BuildInputs
from generator.build.shares import FILE, _mark_of
from generator.build.survey import BuildUnit, Survey

from .conftest import Warm, contents, in_shares, merged, pipe


def zeros(file: Path) -> None:
    file.write_bytes(b"\0" * file.stat().st_size)


def link(file: Path) -> None:
    file.unlink()
    file.symlink_to("/etc/hostname")


@pytest.mark.parametrize("damage", [zeros, Path.unlink, link, pipe])
@pytest.mark.parametrize("name", ["lembaga.json", "index.html"])
def test_pages_that_come_torn_in_a_share_are_made_again(
    own_corpus: Path, whole: Path, warm: Warm, tmp_path: Path, slug: str, name: str, damage: Callable[[Path], None]
) -> None:
    shares = in_shares(own_corpus, tmp_path, warm=warm)
    (torn,) = (file for share in shares for file in share.glob(f"lembaga/{slug}/{name}"))
    damage(torn)
    warm(own_corpus, without=slug)
    assert not merged(own_corpus, tmp_path, shares).failures
    assert contents(tmp_path / "site") == contents(whole)


def counts_what_no_one_has(portrait: Path) -> None:
    values = json.loads(portrait.read_bytes())
    values["portrait"] |= {key: 10**300 for key, value in values["portrait"].items() if type(value) is int}
    portrait.write_text(json.dumps(values), encoding="utf-8")


def is_anothers(portrait: Path) -> None:
    other = next(each for each in portrait.parents[2].glob("lembaga/*/lembaga.json") if each != portrait)
    portrait.write_bytes(other.read_bytes())


@pytest.mark.parametrize("forge", [Path.unlink, link, counts_what_no_one_has, is_anothers])
def test_pages_of_which_a_share_says_they_are_whole_are_looked_at_all_the_same(
    own_corpus: Path, whole: Path, warm: Warm, tmp_path: Path, slug: str, forge: Callable[[Path], None]
) -> None:
    shares = in_shares(own_corpus, tmp_path, 1, warm)
    (portrait,) = shares[0].glob(f"lembaga/{slug}/lembaga.json")
    forge(portrait)
    told = json.loads((shares[0] / FILE).read_bytes())
    told["pages"][""][slug][1] = _mark_of(portrait.parent)
    (shares[0] / FILE).write_text(json.dumps(told), encoding="utf-8")
    warm(own_corpus, without=slug)
    assert not merged(own_corpus, tmp_path, shares).failures
    assert contents(tmp_path / "site") == contents(whole)


def test_a_folder_without_files_may_get_lost_on_its_way_and_one_with_files_too(
    own_corpus: Path, whole: Path, warm: Warm, tmp_path: Path, slug: str
) -> None:
    shares = in_shares(own_corpus, tmp_path, len(list((own_corpus / "plans").iterdir())) + 1, warm)
    (lost,) = (folder for share in shares for folder in share.glob(f"lembaga/{slug}"))
    shutil.rmtree(lost)
    for folder in sorted((folder for share in shares for folder in share.rglob("*") if folder.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
    warm(own_corpus, without=slug)
    assert not merged(own_corpus, tmp_path, shares).failures
    assert contents(tmp_path / "site") == contents(whole)


def test_what_one_machine_had_no_time_for_another_makes(
    own_corpus: Path, whole: Path, warm: Warm, tmp_path: Path, slug: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    look = shards.look

    def slow(units: Sequence[BuildUnit], making: BuildInputs) -> list[Survey]:
        return [Survey(slug, (), "lama") if one.slug == slug else one for one in look(units, making)]

    with monkeypatch.context() as patched:
        patched.setattr("generator.build.institutions.look", slow)
        shares = in_shares(own_corpus, tmp_path, warm=warm)
    assert not list(tmp_path.glob(f"share-*/lembaga/{slug}"))
    warm(own_corpus, without=slug)
    assert not merged(own_corpus, tmp_path, shares).failures
    assert contents(tmp_path / "site") == contents(whole)
