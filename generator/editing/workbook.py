"""A workbook that came back: what it proposes to change in the plan as it is now."""

from generator.data.layout import CHOICES, DICTIONARY, FIELDS, FILES, README, STAMPS, list_sheets, stamps_in
from generator.editing import cell_problems as told
from generator.editing.book import Book
from generator.editing.compared import Brought, Compared
from generator.editing.list_rows import ListRows
from generator.editing.marks import Marks
from generator.editing.proposal import row_path
from generator.editing.readings import Readings
from generator.editing.sheet import understood
from generator.editing.single_fields import compare_fields
from generator.editing.whereabouts import Whereabouts
from generator.model.edition import Edition

_OURS = (README, FIELDS, DICTIONARY, FILES, STAMPS, CHOICES)


def brought(made: Book, edition: Edition | None, base: Edition | None, *, delete: bool = False) -> Brought:
    """What differs between a workbook and the plan as it is now, if there is one.

    `base` is the plan as it was when the workbook was made, if Git still knows it: then a colleague's later change of
    another field of the same row is kept.
    """
    known = {name.casefold(): sheet for sheet in list_sheets() for name in (sheet.name, sheet.table.name)}
    ours = [name for name in made.sheets if name.casefold() in known or name == FIELDS]
    if not ours:
        return Brought(problems=(told.unknown_sheet(next(iter(made.sheets), ""), []),))
    found, readings = Compared(base is not None), Readings(made, edition)
    names = [sheet.name for sheet in list_sheets()]
    found.problems += [told.unknown_sheet(name, names) for name in made.sheets if name not in (*ours, *_OURS)]
    stamps = {(sheet, row_path(path)): sign for sheet, path, sign in stamps_in(made.sheets.get(STAMPS, ())[1:])}
    whereabouts = Whereabouts(edition, base, stamps)
    compare_fields(found, readings, edition, base, stamps)
    for sheet in list_sheets():
        name, *others = [name for name in ours if known.get(name.casefold()) is sheet] or [""]
        found.problems += [told.sheet_twice(other, name) for other in others]
        if name:
            read = understood(name, made.sheets[name], sheet.columns, made.marks.get(name, Marks()))
            found.problems += read.problems
            ListRows.of(sheet, read, readings, base, whereabouts, found).compare(delete=delete)
    return Brought(
        tuple(found.changes),
        tuple(found.origins),
        tuple(found.problems),
        tuple(found.missing),
        found.seats,
        readings.names,
    )
