"""Telling how far a build is: a bar on a terminal, a line now and then elsewhere."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from generator.build.institutions import Progress as Told
from generator.cli.words import told
from generator.locale import say

_STAGES = {
    "wait": say("Menunggu pembangunan lain selesai"),
    "look": say("Membaca rencana"),
    "make": say("Membuat halaman"),
    "finish": say("Menyusun portal, pencarian, dan situs"),
    "print": say("Mencetak PDF"),
}
_LINES_A_STAGE = 10


@contextmanager
def progress(console: Console) -> Iterator[Told]:
    """A function to be told of progress, drawn on the console while the `with` lasts."""
    if not console.is_terminal:
        yield _lines(console)
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bars:
        tasks: dict[str, TaskID] = {}

        def draw(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(told(_STAGES[stage]), total=total if total > 1 else None)
            bars.update(tasks[stage], completed=done)

        yield draw


def _lines(console: Console) -> Told:
    written: dict[str, int] = {}

    def write(stage: str, done: int, total: int) -> None:
        if total > 1 and done == 0:
            return
        tenth = done * _LINES_A_STAGE // total
        if written.get(stage) != tenth:
            written[stage] = tenth
            line = told(_STAGES[stage])
            if total > 1:
                line = told(say("{tahap}: {sudah} dari {semua} lembaga", tahap=line, sudah=done, semua=total))
            console.print(line, highlight=False, soft_wrap=True)

    return write
