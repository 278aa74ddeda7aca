"""Telling how far a build is: a bar on a terminal, a line now and then elsewhere."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from generator.build.institutions import Progress as Told

_STAGES = {
    "wait": "Menunggu pembangunan lain selesai",
    "look": "Membaca rencana",
    "make": "Membuat halaman",
    "finish": "Menyusun portal, pencarian, dan situs",
    "print": "Mencetak PDF",
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

        def told(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(_STAGES[stage], total=total if total > 1 else None)
            bars.update(tasks[stage], completed=done)

        yield told


def _lines(console: Console) -> Told:
    written: dict[str, int] = {}

    def told(stage: str, done: int, total: int) -> None:
        if total > 1 and done == 0:
            return
        tenth = done * _LINES_A_STAGE // total
        if written.get(stage) != tenth:
            written[stage] = tenth
            count = f": {done} dari {total} lembaga" if total > 1 else ""
            console.print(f"{_STAGES[stage]}{count}", highlight=False, soft_wrap=True)

    return told
