"""From a file that somebody brings to a plan's new files: what would change, and what stands against it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from generator.checks.verdict import VERDICTS, Verdict
from generator.diagnostics import Problem
from generator.editing.applying import NoSuchRow, RowIsThere, applied
from generator.editing.book import Book
from generator.editing.compared import Brought
from generator.editing.files import Unspliced, changed, new_file
from generator.editing.forms_of_value import written
from generator.editing.homes import homes
from generator.editing.locating import Locations
from generator.editing.placing import NotFoundAgain, placed
from generator.editing.proposal import Change, FieldEdit, Path, Proposal, RowRemoved, Written, row_name
from generator.editing.seat import Origin, Seat
from generator.editing.sheet import CellProblem
from generator.editing.stated import NoProposal
from generator.editing.whereabouts import Unfound, Whereabouts
from generator.editing.workbook import brought
from generator.editing.written import Plain
from generator.locale import Message, say
from generator.model.address import PlanAddress
from generator.model.description import Role, Shape, fields, tables
from generator.model.edition import Edition
from generator.model.entity import Entity
from generator.model.plan import FORMAT_VERSION, Plan
from generator.model.scalars.numbers import written_number
from generator.reading.library import Library
from generator.reading.limits import BEYOND_HELP
from generator.reading.plan_files import PlanFiles

_LEAP = 100
"""How many times larger or smaller a number must become to be asked about."""


@dataclass(frozen=True)
class Leap:
    """A number that became a hundred times what it was, or a hundredth: most often a slip of thousands."""

    origin: Origin | None
    old: str
    new: str


@dataclass(frozen=True)
class Outcome:
    """What a file that was brought comes to. `after` are the files with it in them, `None` where something stands
    against it; `problems` are those of the plan as it would be, each with the cell that it comes from; `names` the ids
    that names were taken for."""

    plan: PlanAddress
    before: PlanFiles | None
    after: PlanFiles | None = None
    changes: tuple[Change, ...] = ()
    cell_problems: tuple[CellProblem, ...] = ()
    problems: tuple[tuple[Origin | None, Problem], ...] = ()
    missing: tuple[tuple[str, tuple[str | int, ...]], ...] = ()
    leaps: tuple[Leap, ...] = ()
    refusal: tuple[Message, Message] | None = None
    names: Mapping[tuple[Origin, str], str] = field(default_factory=dict)


def bring_workbook(
    book: Book, plan: PlanAddress, before: PlanFiles | None, base: Edition | None, library: Library, *, delete: bool
) -> Outcome:
    """What a workbook does to a plan, or the plan that it makes where there is none. `before` must be sound."""
    edition = library.edition(before) if before else None
    made = brought(book, edition, base, delete=delete)
    if made.problems:
        return Outcome(plan, before, changes=made.changes, cell_problems=made.problems, missing=made.missing)
    return _outcome(plan, before, made, library)


def bring_proposal(proposal: Proposal, before: PlanFiles, library: Library, base: Edition | None = None) -> Outcome:
    """What a proposal does to a plan. What the proposer saw must still be so; `base` is the plan as it was then, if Git
    knows it, which tells where a row of a list without ids stands by now."""
    edition = library.read(before).edition
    if edition is None:
        raise NoProposal(say("rencana ini memuat kesalahan; perbaiki dahulu dengan `rencana check`"))
    held = dict(written_values(edition))
    seen = dict(written_values(base)) if base else {}
    whereabouts = Whereabouts(edition, base)
    try:
        changes = tuple(placed(proposal.changes, whereabouts, held, seen))
    except NotFoundAgain as lost:
        name = row_name(lost.row)
        told = (
            say("`{baris}` sudah dihapus dari rencana sesudah usulan ditulis", baris=name)
            if lost.why is Unfound.GONE
            else say("baris mana di rencana yang dimaksud `{baris}` tidak pasti: daftarnya mungkin berubah", baris=name)
        )
        help_ = say("buka lagi formulirnya dan ajukan usulan baru, atau ubah berkas rencananya")
        return Outcome(proposal.plan, before, changes=proposal.changes, refusal=(told, help_))
    for table, row, column, *expected in _seen(changes):
        if (table, row, column) not in held:
            raise NoProposal(say("rencana tidak memuat `{isian}` yang hendak diubah", isian=column))
        if held[table, row, column] not in expected:
            return Outcome(proposal.plan, before, changes=changes, refusal=_changed_since(column))
    of_name = {table.name: table for table in tables()}
    for stated, change in zip(proposal.changes, changes, strict=True):
        if not isinstance(stated, RowRemoved) or not isinstance(change, RowRemoved):
            continue
        if not whereabouts.is_whole(of_name[change.table], stated.row, change.row):
            return Outcome(proposal.plan, before, changes=changes, refusal=_changed_since(row_name(stated.row)))
    return _outcome(proposal.plan, before, Brought(changes, tuple(Seat("") for _ in changes)), library)


def _changed_since(name: str) -> tuple[Message, Message]:
    return (
        say("`{isian}` sudah berubah sesudah usulan ditulis", isian=name),
        say("buka lagi formulirnya dan ajukan usulan baru"),
    )


def _seen(changes: Iterable[Change]) -> Iterator[tuple[str, Path, str, Written, Written]]:
    """What must still be so of each value that is changed or goes, or be so already."""
    for change in changes:
        if isinstance(change, FieldEdit):
            yield change.table, change.row, change.column, change.old, change.new
        elif isinstance(change, RowRemoved):
            for column, value in change.seen.items():
                yield change.table, change.row, column, value, value


def written_values(edition: Edition) -> Iterator[tuple[tuple[str, tuple[str | int, ...], str], Written]]:
    """Every value of a plan as the format writes it, by its table, row and column."""
    for table in tables():
        for row in table.rows(edition.plan):
            for column, value in zip(table.columns, row.values, strict=True):
                if column.role is Role.VALUE:
                    yield (table.name, row.path, column.key), written(column, value)


def _outcome(plan: PlanAddress, before: PlanFiles | None, made: Brought, library: Library) -> Outcome:
    if not made.changes:
        return Outcome(plan, before, before, missing=made.missing)
    try:
        after = changed(before, made.changes) if before else _new_plan(plan, made.changes)
    except NoSuchRow as lacking:
        refusal = (say("rencana tidak memuat baris `{baris}`", baris=str(lacking)), say("ekspor buku kerja yang baru"))
        return Outcome(plan, before, changes=made.changes, refusal=refusal)
    except RowIsThere as there:
        refusal = (
            say("rencana sudah memuat baris `{baris}`", baris=str(there)),
            say("ubah isian baris itu, bukan menambahkannya"),
        )
        return Outcome(plan, before, changes=made.changes, refusal=refusal)
    except Unspliced as unspliced:
        refusal = (
            say("`{berkas}` tidak dapat diubah tanpa kehilangan sesuatu di dalamnya", berkas=unspliced.path),
            say("ubah isian itu langsung di berkasnya"),
        )
        if unspliced.limits:
            refusal = (unspliced.limits[0].message, BEYOND_HELP)
        return Outcome(plan, before, changes=made.changes, refusal=refusal)
    reading = library.read(after)
    verdict = library.kept(VERDICTS, after, make=lambda: Verdict.of(reading))
    locations = Locations(made, reading.source.root, before is None) if verdict.problems else None
    problems = tuple(map(locations.located, verdict.problems)) if locations else ()
    return Outcome(plan, before, after, made.changes, (), problems, made.missing, tuple(_leaps(made)), names=made.names)


def _leaps(made: Brought) -> Iterator[Leap]:
    for change, seat in zip(made.changes, made.origins, strict=True):
        if not isinstance(change, FieldEdit) or not isinstance(change.old, str) or not isinstance(change.new, str):
            continue
        old, new = (abs(written_number(each) or Decimal()) for each in (change.old, change.new))
        if old and new and (new >= old * _LEAP or old >= new * _LEAP):
            yield Leap(seat.at(change.column) if seat.sheet else None, change.old, change.new)


def _new_plan(plan: PlanAddress, changes: Sequence[Change]) -> PlanFiles:
    """The files of a plan that nobody has written yet, divided as the guideline is."""
    stated = {"versi_format": str(FORMAT_VERSION), **applied({}, tuple(changes))}
    values = _with_required_groups(stated, Plan)
    return PlanFiles(plan, tuple(new_file(path, own) for path, own in homes(plan, values)))


def _with_required_groups(values: dict[str, Plain], entity: type[Entity]) -> dict[str, Plain]:
    """With every group that must be written, though a sheet has no cell for one of which nothing is told."""
    made = dict(values)
    for each in fields(entity):
        if each.shape is not Shape.ONE or not each.group or not (each.required or each.key in made):
            continue
        inner = made.get(each.key, {})
        if isinstance(inner, dict):
            made[each.key] = _with_required_groups(inner, each.group)
    return made
