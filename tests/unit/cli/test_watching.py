"""Every way to save a file is seen, again and again; so is what comes later."""

import errno
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from watchfiles import watch

from generator.cli.watching import changed

SECONDS = 10


class Watched:
    """Counts the changes that are told of a repository while it is watched."""

    def __init__(self, base: Path, below: Sequence[str] = ("plans", "site_templates", "site_files")) -> None:
        self.base, self.ended, self.count = base, threading.Event(), 0
        self._below = [base / name for name in below]
        self._thread = threading.Thread(target=self._follow)

    def _follow(self) -> None:
        names = ("mkdocs.yml", "plans", "site_templates", "site_files")
        for _ in changed(self.base, names, self._below, self.ended):
            self.count += 1

    def __enter__(self) -> "Watched":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.ended.set()
        self._thread.join(SECONDS)
        assert not self._thread.is_alive()

    def sees(self, edit: Callable[[], object]) -> bool:
        """Whether an edit is told; it is done again until then, for watching begins at a moment that nobody tells."""
        before, until = self.count, time.monotonic() + SECONDS
        while self.count == before and time.monotonic() < until:
            edit()
            time.sleep(0.3)
        return self.count > before

    def keeps_still(self, edit: Callable[[], object]) -> bool:
        """Whether nothing is told of an edit, once all that was before is told."""
        time.sleep(0.5)
        before = self.count
        edit()
        time.sleep(1)
        return self.count == before


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    (tmp_path / "plans/sagara").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: A")
    with Watched(tmp_path) as found:
        assert found.sees(lambda: (tmp_path / "mkdocs.yml").write_text("site_name: B"))
        assert found.sees(lambda: (tmp_path / "plans/sagara/awal.yaml").write_text("a"))
        yield found


def replace(file: Path) -> None:
    """As an editor saves that is afraid of a power cut."""
    beside = file.with_name(f".{file.name}.baru")
    beside.write_text(f"site_name: {time.monotonic()}")
    beside.replace(file)


def test_a_file_that_is_replaced_is_seen_every_time(watched: Watched) -> None:
    for file in ("mkdocs.yml", "plans/sagara/2025-2029.yaml"):
        for _ in range(3):
            assert watched.sees(lambda file=file: replace(watched.base / file))  # type: ignore[misc]


@pytest.mark.parametrize("name", ["site_templates", "site_files", "plans/baru"])
def test_a_folder_that_is_made_later_is_seen_and_what_is_in_it(watched: Watched, name: str) -> None:
    folder = watched.base / name
    assert watched.sees(lambda: folder.mkdir(exist_ok=True))
    for text in ("a", "b"):
        assert watched.sees(lambda text=text: (folder / "berkas").write_text(text))  # type: ignore[misc]


def test_a_folder_that_another_takes_the_place_of_is_seen_on(watched: Watched) -> None:
    plans = watched.base / "plans"
    assert watched.sees(lambda: (plans / "sagara/x.yaml").write_text("a"))
    plans.rename(watched.base / "lama")
    (plans / "sagara").mkdir(parents=True)
    for text in ("a", "b"):
        assert watched.sees(lambda text=text: (plans / "sagara/x.yaml").write_text(text))  # type: ignore[misc]


def test_what_no_site_is_made_from_is_not_told(watched: Watched) -> None:
    assert watched.sees(lambda: replace(watched.base / "mkdocs.yml"))

    def edit() -> None:
        (watched.base / "build/site").mkdir(parents=True)
        (watched.base / "build/site/index.html").write_text("a")
        (watched.base / "catatan.txt").write_text("a")

    assert watched.keeps_still(edit)


@pytest.mark.parametrize("polling", [None, True])
def test_where_a_link_leads_is_not_watched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, polling: bool | None
) -> None:
    """A build writes its own files somewhere on the disk: it would tell itself to begin again, without end."""
    monkeypatch.setattr("generator.cli.watching.watch", partial(watched_by, polling))
    base, elsewhere = tmp_path / "rencana", tmp_path / "lain"
    (base / "plans/sagara").mkdir(parents=True)
    (elsewhere / "dalam").mkdir(parents=True)
    for link in ("plans/lain", "plans/sagara/lampiran", "site_files", "site_templates"):
        (base / link).symlink_to(elsewhere)
    with Watched(base) as found:
        assert found.sees(lambda: replace(base / "mkdocs.yml"))
        assert found.keeps_still(lambda: fill(elsewhere))
        assert found.sees(lambda: replace(base / "plans/sagara/2025-2029.yaml"))
        assert found.sees(lambda: replace_link(base / "plans/lain", elsewhere))


def fill(folder: Path) -> None:
    for place in (folder, folder / "dalam"):
        (place / "berkas").write_text("a")
        (place / "folder").mkdir()


def watched_by(polling: bool | None, *paths: Path, force_polling: bool | None, **how: Any) -> Any:
    return watch(*paths, force_polling=polling or force_polling, **how)


def replace_link(link: Path, target: Path) -> None:
    link.unlink()
    time.sleep(0.1)
    link.symlink_to(target)


def test_what_is_written_into_a_new_folder_while_it_is_looked_at_is_told(watched: Watched) -> None:
    """As when a branch is taken, or a folder is copied: it is there before its files are."""
    for number in range(2):
        folder = watched.base / f"plans/baru{number}"
        assert watched.sees(lambda folder=folder: folder.mkdir(exist_ok=True))  # type: ignore[misc]
        before = watched.count
        (folder / "berkas").write_text("a")
        until = time.monotonic() + SECONDS
        while watched.count == before and time.monotonic() < until:
            time.sleep(0.05)
        assert watched.count > before


def test_what_an_editor_leaves_beside_a_file_is_not_told(watched: Watched) -> None:
    assert watched.keeps_still(lambda: (watched.base / "plans/sagara/.2025-2029.yaml.swp").write_text("a"))


def test_one_of_several_institutions_is_watched_though_it_goes_and_comes_back(tmp_path: Path) -> None:
    plan = tmp_path / "plans/sagara"
    for folder in (plan, tmp_path / "plans/lain"):
        folder.mkdir(parents=True)
    with Watched(tmp_path, below=("plans/sagara",)) as found:
        assert found.sees(lambda: (plan / "a.yaml").write_text("a"))
        plan.rename(tmp_path / "disimpan")
        time.sleep(0.5)
        assert found.keeps_still(lambda: (tmp_path / "plans/lain/a.yaml").write_text("a"))
        (tmp_path / "disimpan").rename(plan)
        for text in ("b", "c"):
            assert found.sees(lambda text=text: (plan / "a.yaml").write_text(text))  # type: ignore[misc]


def test_a_system_without_a_watch_left_is_asked_again_and_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none_left(*paths: Path, force_polling: bool | None, **how: Any) -> Any:
        if not force_polling:
            raise OSError(errno.ENOSPC, "inotify watch limit reached")
        return watch(*paths, force_polling=True, **how)

    monkeypatch.setattr("generator.cli.watching.watch", none_left)
    (tmp_path / "plans").mkdir()
    with Watched(tmp_path) as found:
        for number in range(2):
            assert found.sees(lambda number=number: (tmp_path / "plans/a.yaml").write_text("a" * (number + 1)))  # type: ignore[misc]
        assert found.sees(lambda: replace(tmp_path / "mkdocs.yml"))
