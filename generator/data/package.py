"""The tables of a plan as a Data Package (version 2): each list of the format as CSV, and what their columns mean.

The schemas stand in the descriptor, not in files of their own: most of their words are the same from one to the next,
and an archive packs each file for itself, so that a file for each was a third of the package.
"""

from datetime import date
from functools import cache
from typing import Any

import msgspec

from generator.data import comma_separated
from generator.data.column import cells, columns_of, table_schema
from generator.data.plan_object import encoded
from generator.data.xlsx_archive import archive
from generator.model.description import Table, single, tables
from generator.model.edition import Edition
from generator.pages import addresses
from generator.pages.rendering.linked_data import LICENCES
from generator.pages.site import Site

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"


def package(edition: Edition, site: Site, as_of: date) -> bytes:
    """`paket.zip`: `datapackage.json` with the schemas, and every table that holds a row."""
    filled = [(table, tuple(table.rows(edition.plan))) for table in tables() if table is not single()]
    filled = [(table, rows) for table, rows in filled if rows]
    files = {"datapackage.json": encoded(_descriptor(edition, [table for table, _ in filled], site, as_of))}
    for table, rows in filled:
        files[_path(table)] = comma_separated.table(
            [column.key for column in columns_of(table)], (cells(row.values) for row in rows)
        )
    return archive(files)


def licences(licence: str) -> list[dict[str, str]]:
    """A licence as Data Package names it; empty for one whose text has no known address."""
    address = LICENCES.get(licence)
    return [{"name": licence, "path": address}] if address else []


def _descriptor(edition: Edition, filled: list[Table], site: Site, as_of: date) -> dict[str, Any]:
    header, names = edition.plan.header, frozenset(table.name for table in filled)
    told: dict[str, Any] = {
        "$schema": PROFILE,
        "name": f"{edition.address.institution}-{edition.address.period}",
        "title": header.title,
        "created": f"{as_of.isoformat()}T00:00:00Z",
        "version": site.commit or header.updated.isoformat(),
        "resources": [
            {
                "name": table.name,
                "title": table.title,
                "path": _path(table),
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "schema": _schema(table.name, names & _targets(table)),
            }
            for table in filled
        ],
    }
    if site.url:
        told["homepage"] = site.url + addresses.plan(edition.address)
    if known := licences(header.licence):
        told["licenses"] = known
    return told


def _path(table: Table) -> str:
    return f"{table.name}.csv"


def _targets(table: Table) -> frozenset[str]:
    return frozenset(column.refers_to for column in columns_of(table) if column.refers_to and not column.many)


@cache
def _schema(name: str, targets: frozenset[str]) -> msgspec.Raw:
    """The same for every plan but for the tables that a plan lacks: a key into nothing is not told."""
    table = next(table for table in tables() if table.name == name)
    own = "id" if table.item and table.parent is None else ""
    return msgspec.Raw(encoded(table_schema(columns_of(table), targets, own)).rstrip())
