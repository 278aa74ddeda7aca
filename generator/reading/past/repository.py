"""Plans as a Git repository remembers them; the repository is read and never written to.

What cannot be known is a value: a folder outside Git, a repository without a commit, a shallow clone or
an unknown revision gives an `Unavailable` with its reason.
"""

import os
import re
import shutil
from collections.abc import Collection, Iterable, Mapping
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.locale import say
from generator.reading.disk import on_disk
from generator.reading.past.commits import CommitObject, CommitsTooLarge, commits_behind
from generator.reading.past.contents import Blob, ContentLost, Contents, blob_id
from generator.reading.past.git import run
from generator.reading.past.listing import TOO_MANY, WHICH, Listed, listing
from generator.reading.past.published_branch import UNTOLD, BranchTold, PublishedBranch, published_branch
from generator.reading.past.steps import CommitFiles, steps_of
from generator.reading.past.tree_objects import TooManyEntries, TreeLost
from generator.reading.past.trees import Trees
from generator.reading.past.unavailable import (
    HUGE,
    LEAVE_OUT,
    Unavailable,
    is_partial,
    lost,
    top,
    unreadable,
    without_commit,
)
from generator.reading.plan_files import group
from generator.reading.text import MAXIMUM_BYTES
from generator.store.paths import real

TOO_MUCH = say(
    "nama berkas dan folder di tempat rencana, atau di atasnya, lebih dari {besar} MiB", besar=MAXIMUM_BYTES >> 20
)
NO_GIT = say("program Git tidak terpasang")
_FILE_MODES = ("100644", "100755", "120000")  # no submodules
_REVISION = re.compile(r"[^\s\x00-\x1f\x7f:^-][^\s\x00-\x1f\x7f:]{0,199}")


@dataclass(frozen=True)
class Repository:
    """The Git repository a folder lies in; every path is relative to `folder`. `told` is what others say of the
    branch that is published."""

    folder: Path
    told: BranchTold = UNTOLD

    @cached_property
    def published(self) -> PublishedBranch:
        """The branch whose line is followed."""
        return published_branch(self.folder, self.told)

    def commit(self, name: str) -> str | Unavailable:
        """The id of the commit a revision name means."""
        if not _REVISION.fullmatch(name):
            return Unavailable(say("`{nama}` bukan nama revisi Git", nama=name[:60]))
        found = run(self.folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        if found.is_silent or found.words:
            return unreadable(found, self.folder)
        if found.output is None:
            return Unavailable(say("revisi `{nama}` tidak ada dalam repositori ini", nama=name))
        return found.output.decode().strip()

    def commits(self, head: str) -> Mapping[str, CommitObject] | Unavailable:
        """A commit and all that it was made from, by id, itself first."""
        if head not in self._commits:
            self._commits[head] = self._behind(head)
        return self._commits[head]

    @cached_property
    def _commits(self) -> dict[str, Mapping[str, CommitObject] | Unavailable]:
        return {}

    def _behind(self, head: str) -> Mapping[str, CommitObject] | Unavailable:
        with self.contents() as contents:
            try:
                return commits_behind(contents, head, is_shallow=self.is_shallow())
            except ContentLost:
                return lost(self.folder)
            except CommitsTooLarge:
                return Unavailable(HUGE, LEAVE_OUT)

    def came_from(self, commit: str) -> bool:
        """Whether `HEAD` was made from a commit, or is it."""
        head = self.commit("HEAD")
        commits = head if isinstance(head, Unavailable) else self.commits(head)
        return not isinstance(commits, Unavailable) and commit in commits

    def is_shallow(self) -> bool:
        """Whether the older commits were left out when the repository was cloned."""
        return self._git("rev-parse", "--is-shallow-repository") != b"false\n"

    def is_clean(self, root: str) -> bool:
        """Whether the plans below `root` on the disk are those that `HEAD` holds.

        Compared byte by byte, as they are read: Git itself would run the filters that a repository names.
        """
        head = self.commit("HEAD")
        if isinstance(head, Unavailable):
            return False
        listed = self.listing(head, root)
        if isinstance(listed, Unavailable):
            return False
        plans = on_disk(self.folder / root, self.folder)[0]
        files = [file for plan in plans for file in plan.files]
        blobs = {blob.path: blob.id for blob in listed.files}
        kept = {path for paths in group(blobs, root)[0].values() for path in paths}
        unknown = listed.beyond | listed.lost
        apart = {file.path for plan in plans if plan.address.institution in unknown for file in plan.files}
        blobs |= self.ids(head, root, apart)  # of what else stands beside them there nobody knows
        is_whole = kept | apart == {file.path for file in files}
        return is_whole and all(blobs.get(each.path) == blob_id(each, head) for each in files)

    def ids(self, commit: str, root: str, paths: Collection[str]) -> Mapping[str, str]:
        """The contents of files below `root` at a commit, for those that are there and that Git can tell."""
        tree = self._entry(commit, root)
        if isinstance(tree, Unavailable) or tree[0] != "tree" or not paths:
            return {}
        parts = (tuple(path.removeprefix(f"{root}/").split("/")) for path in paths)
        with self.contents() as contents:
            return {"/".join((root, *path)): id for path, id in Trees(contents, 0).found(tree[1], parts)}

    def file(self, commit: str, path: str) -> Blob | None:
        """A file at a commit, where there is one and Git tells it."""
        entry = self._entry(commit, path)
        return None if isinstance(entry, Unavailable) or entry[0] != "blob" else Blob(path, entry[1])

    def listing(self, commit: str, root: str) -> Listed | Unavailable:
        """Every file below `root` at a commit that may belong to a plan, none where there is no such folder;
        `Unavailable` where Git cannot tell of any institution. In a clone without part of its contents, that is so of
        all where it is of one.
        """
        entry = self._entry(commit, root)
        if isinstance(entry, Unavailable):
            return entry
        kind, id = entry
        if kind != "tree":
            return Listed((Blob(root, id),) if kind else ())
        with self.contents() as contents:
            try:
                found = listing(Trees(contents, 0), id, root)
            except TreeLost:
                return lost(self.folder)
            except TooManyEntries:
                return TOO_MANY
        return lost(self.folder) if found.lost and is_partial(self.folder) else found

    def _entry(self, commit: str, path: str) -> tuple[str, str] | Unavailable:
        """What stands at a path at a commit, `tree` or `blob`, and its id; both empty where there is nothing."""
        whole = self.from_top(path)
        if isinstance(whole, Unavailable):
            return whole
        found = run(self.folder, "ls-tree", "-z", "--full-tree", "--end-of-options", commit, "--", whole)
        if found.output is None:
            return unreadable(found, self.folder)
        mode, _, rest = found.output.decode("utf-8", "surrogateescape").partition(" ")
        kind, _, rest = rest.partition(" ")
        is_there = kind == "tree" or mode in _FILE_MODES
        return (kind, rest.partition("\t")[0]) if is_there else ("", "")

    def steps(
        self, commit: str, root: str, published: PublishedBranch | None = None
    ) -> "list[CommitFiles] | Unavailable":
        """The commits that touched `root`, the oldest first; `Unavailable` where Git cannot follow them.

        Only the line of the branch that is published is followed (`trunk`): what a merged branch went through never
        was.
        """
        path, head = self.from_top(root), self.commit(commit)
        if isinstance(path, Unavailable):
            return path
        commits = head if isinstance(head, Unavailable) else self.commits(head)
        if isinstance(commits, Unavailable):
            return commits
        with self.contents() as contents:
            try:
                found = steps_of(commits, root, path, Trees(contents, 0), published or self.published)
            except TreeLost:
                return lost(self.folder)
            except TooManyEntries:
                return Unavailable(TOO_MUCH, WHICH)
        is_lacking = bool(found and found[-1].lost) and is_partial(self.folder)
        return lost(self.folder) if is_lacking else found

    def lacks(self, steps: Iterable[CommitFiles]) -> Unavailable | None:
        """What is wrong where Git does not have all that commits brought."""
        blobs = (blob for step in steps for blob in step.files.values() if blob)
        with self.contents() as contents:
            return None if all(map(contents.has, blobs)) else lost(self.folder)

    def from_top(self, root: str) -> str | Unavailable:
        """The path of `root` from the top of the repository, as its trees have it."""
        return self._prefix if isinstance(self._prefix, Unavailable) else self._prefix + root

    @cached_property
    def _prefix(self) -> str | Unavailable:
        return _prefix(self.folder)

    def contents(self) -> AbstractContextManager[Contents]:
        """Contents by id, for as long as the `with` lasts."""
        return closing(Contents(self.folder))

    def _git(self, *arguments: str) -> bytes | None:
        return run(self.folder, *arguments).output


def repository_at(folder: Path, told: BranchTold = UNTOLD) -> Repository | Unavailable:
    """The repository that `folder` lies in, if it has a commit."""
    folder = real(folder)
    is_there = os.path.lexists(top(folder) / ".git")
    if is_there and shutil.which("git") is None:
        return Unavailable(NO_GIT, say("pasang Git, lalu jalankan lagi"))
    found = run(folder, "rev-parse", "--git-dir")
    if found.output is None and (found.is_foreign or is_there):
        return unreadable(found, folder)  # also a folder without HEAD, and a file or link that leads to none
    if found.output is None:
        return Unavailable(say("folder ini bukan bagian dari repositori Git"), is_new=True)
    if run(folder, "rev-parse", "--verify", "--quiet", "HEAD").output is None:
        return without_commit(folder)
    return Repository(folder, told)


def prefix_of(folder: Path) -> str:
    """Where `folder` lies in its repository, ending in `/`; empty at its top and outside Git.

    A forge addresses a file from the top, while plans are told from the folder that holds them.
    """
    prefix = _prefix(real(folder))
    return "" if isinstance(prefix, Unavailable) else prefix


def _prefix(folder: Path) -> str | Unavailable:
    told = run(folder, "rev-parse", "--is-inside-work-tree", "--show-prefix")
    if told.output is None:
        return unreadable(told, folder)
    is_inside, _, prefix = os.fsdecode(told.output).removesuffix("\n").partition("\n")
    if is_inside == "true":
        return prefix
    # A setting says that the work tree is elsewhere, or that there is none (core.bare, left so by an editor): Git then
    # answers with the top.
    below = folder.relative_to(top(folder)).parts
    return "".join(f"{part}/" for part in below)
