"""A plan out as files of others: the table of contents of `export`."""

import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from generator.data import comma_separated
from generator.data.column import cells, columns_of
from generator.data.layout import list_sheets
from generator.data.plan_object import encoded, values
from generator.data.workbook import blank_workbook, plan_workbook
from generator.locale import Message, say
from generator.model.address import PlanAddress
from generator.model.edition import Edition
from generator.pages.site import Site
from generator.reading.disk import on_disk
from generator.reading.library import Library
from generator.reading.past.plans_at_commit import plans_at_commit
from generator.reading.past.repository import repository_at
from generator.reading.past.unavailable import Unavailable
from generator.reading.plan_files import PlanFiles
from generator.reading.selection import select
from generator.store.atomic import write_whole


class NotExported(Exception):
    """There is nothing to export; `message` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.msgid)
        self.message = message


def blank() -> dict[str, bytes]:
    """The template."""
    return {"rencana-kosong.xlsx": blank_workbook()}


def exported(path: Path, form: str, as_of: date, sheets: Sequence[str]) -> dict[str, bytes]:
    """The files of a plan by their names. Raises `NotExported`."""
    edition, commit = _edition_at(path)
    chosen = _chosen(sheets)
    if form == "xlsx":
        return {"rencana.xlsx": plan_workbook(edition, Site(commit=commit), as_of, chosen)}
    if form == "json":
        return {"rencana.json": encoded(values(edition.plan))}
    found = {}
    for sheet in list_sheets():
        rows = [cells(row.values) for row in sheet.table.rows(edition.plan)]
        if rows and (chosen is None or sheet.name in chosen):
            keys = [column.key for column in columns_of(sheet.table)]
            found[f"{sheet.table.name}.csv"] = comma_separated.table(keys, rows)
    return found


def _chosen(names: Sequence[str]) -> frozenset[str] | None:
    if not names:
        return None
    known = {name.casefold(): sheet.name for sheet in list_sheets() for name in (sheet.name, sheet.table.name)}
    for name in names:
        if name.casefold() not in known:
            raise NotExported(say("tidak ada lembar bernama `{nama}`", nama=name))
    return frozenset(known[name.casefold()] for name in names)


def _edition_at(path: Path) -> tuple[Edition, str]:
    if not path.exists():
        raise NotExported(say("`{jalur}` tidak ada", jalur=str(path)))
    for selection in select((path,), Path.cwd()):
        plans = on_disk(selection.root, selection.base, selection.within).plans
        found = [plan for plan in plans if selection.covers(plan.address)]
        if len(found) > 1:
            raise NotExported(say("`{jalur}` memuat beberapa rencana; sebut salah satu", jalur=str(path)))
        for plan in found:
            edition = Library(None).read(plan).edition
            if edition is None:
                raise NotExported(say("rencana ini memuat kesalahan; perbaiki dahulu dengan `rencana check`"))
            return edition, _commit_of(selection.root, plan)
    raise NotExported(say("`{jalur}` bukan berkas atau folder rencana", jalur=str(path)))


def _commit_of(root: Path, plan: PlanFiles) -> str:
    """The commit that holds the plan as it is now; empty where Git does not."""
    repository = repository_at(root.parent)
    commit = repository.commit("HEAD") if not isinstance(repository, Unavailable) else repository
    if isinstance(repository, Unavailable) or isinstance(commit, Unavailable):
        return ""
    return commit if plan_at(root, commit, plan.address) == plan else ""


def plan_at(root: Path, commit: str, address: PlanAddress) -> PlanFiles | None:
    """A plan as it stood at a commit; `None` where Git does not know it."""
    repository = repository_at(root.parent)
    if isinstance(repository, Unavailable) or isinstance(repository.commit(commit), Unavailable):
        return None
    found = plans_at_commit(repository, commit, root.name)
    plans = [] if isinstance(found, Unavailable) else found.plans
    return next((plan for plan in plans if plan.address == address), None)


def written(files: Mapping[str, bytes], output: Path | None) -> Iterator[Path]:
    """Write files to `output`, which is a file where there is one file and a folder where there are more.

    Raises `NotExported`, before anything is written, where another file stands: it may hold somebody's work.
    """
    places = {
        Path(name) if output is None else output if len(files) == 1 else output / name: content
        for name, content in files.items()
    }
    for path, content in places.items():
        if os.path.lexists(path) and not (path.is_file() and path.read_bytes() == content):
            raise NotExported(
                say(
                    "`{berkas}` sudah ada dan tidak ditimpa, sebab suntingan di dalamnya akan hilang; bawa dahulu"
                    " dengan `rencana import`, atau sebut --output lain",
                    berkas=str(path),
                )
            )
    for path, content in places.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, content)
        yield path
