"""Why something about the past is not known, and what to do about it."""

import os
import shlex
from dataclasses import dataclass
from pathlib import Path

from generator.locale import Language, Message, say
from generator.reading.past.git import SECONDS, GitAnswer, run

UNREADABLE = say("Git tidak dapat membaca repositori ini")
LOST = say("Git kehilangan sebagian isi repositori ini")
ELSEWHERE = say("cabang ini belum memiliki komit, sedangkan cabang lain sudah")
HUGE = say("isi Git dari repositori ini jauh lebih besar daripada yang ditulis orang")
LEAVE_OUT = say("cari komit dengan pesan yang sangat panjang, dan terbitkan cabang tanpa komit itu")
PARTIAL = say("repositori ini disalin tanpa sebagian isinya (klon sebagian)")


@dataclass(frozen=True)
class Unavailable:
    """Why something about the past is not known, and what to do where it should be (`help`); `is_new` where there is
    no past yet.
    """

    reason: Message
    help: Message | None = None
    is_new: bool = False

    @property
    def sentence(self) -> Message:
        """Both in one."""
        return say("{sebab}; {bantuan}", sebab=self.reason, bantuan=self.help) if self.help else self.reason

    def told(self, words: Language) -> str:
        """Both in one sentence."""
        return "; ".join(words.word(each) for each in (self.reason, self.help) if each)

    def warning(self) -> Message:
        """What is told where plans are looked at without a past that is there, and that `help` brings back."""
        way = self.help or ""
        return say("peringatan: {sebab}, jadi riwayat rencana tidak diketahui; {cara}", sebab=self.reason, cara=way)

    def caution(self) -> Message:
        """The same where only a part of the past is not known, as the reason says."""
        return say("peringatan: {sebab}; {cara}", sebab=self.reason, cara=self.help or "")


def unreadable(told: GitAnswer, folder: Path) -> Unavailable:
    """Git refused, or failed, in a folder."""
    if told.is_foreign:
        return Unavailable(
            say("repositori Git ini milik pengguna lain di komputer ini, sehingga Git tidak membacanya"),
            say(
                "bila repositori itu memang dipercaya, jalankan `git config --global --add safe.directory {folder}`",
                folder=shlex.quote(str(top(folder))),
            ),
        )
    if told.is_bare:
        return Unavailable(
            say("di antara berkas repositori ini ada berkas repositori Git lain, yang tidak dibaca"),
            say("hapus HEAD, config, objects/ dan refs/ di sebelah folder rencana"),
        )
    if told.is_beyond_memory:
        return Unavailable(HUGE, LEAVE_OUT)
    if told.is_silent:
        return Unavailable(
            UNREADABLE,
            say(
                "Git tidak menjawab dalam {detik} detik: cari pipa di dalam `.git`, atau yang disebut pengaturan Git",
                detik=SECONDS,
            ),
        )
    if is_partial(folder):
        return lost(folder)
    lines = (line for line in told.words.splitlines() if not line.startswith("hint:"))
    line = next(lines, "")[:200]
    return Unavailable(
        UNREADABLE,
        say("Git berkata `{kata}`; periksa dengan `git fsck` dan `git log`", kata=line),
    )


def lost(folder: Path) -> Unavailable:
    """Git does not have what a commit holds: it was left out of the clone, or is damaged."""
    if is_partial(folder):
        return Unavailable(
            PARTIAL,
            say("ambil isinya dengan `git fetch --refetch --no-filter`, atau salin tanpa `--filter`"),
        )
    return Unavailable(
        LOST,
        say("periksa dengan `git fsck`, atau salin ulang repositorinya"),
    )


def is_partial(folder: Path) -> bool:
    """Whether another repository is named that has what this one lacks."""
    return bool(run(folder, "config", "--get-regexp", r"^remote\..*\.(promisor|partialclonefilter)$").output)


def top(folder: Path) -> Path:
    """The folder of the work tree that `folder` lies in, as it stands on the disk; itself outside Git."""
    return next((each for each in (folder, *folder.parents) if os.path.lexists(each / ".git")), folder)


def without_commit(folder: Path) -> Unavailable:
    """Why `HEAD` is no commit: there is none yet, or what names it is broken, or Git is."""
    others, branch = run(folder, "for-each-ref", "--format=%(refname)"), run(folder, "symbolic-ref", "--quiet", "HEAD")
    name = (branch.output or b"").removesuffix(b"\n")
    named = run(folder, "rev-parse", "--git-path", os.fsdecode(name)).output if name else None
    is_unborn = named is not None and not os.path.lexists(folder / os.fsdecode(named).removesuffix("\n"))
    if is_unborn and others.output == b"":
        return Unavailable(say("repositori Git ini belum memiliki komit"), is_new=True)
    if is_unborn and others.output and name not in others.output.splitlines():
        return Unavailable(ELSEWHERE, say("pindah ke cabang yang memuat rencana dengan `git switch`"))
    return unreadable(run(folder, "log", "--max-count=1", "--format=%H"), folder)
