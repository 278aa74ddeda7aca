"""The flat tables hold everything a plan says, each value once."""

from pathlib import Path
from typing import Any

from generator.model.activity import Activity
from generator.model.address import PlanAddress
from generator.model.description import Role, Shape, fields, item_tables, single, tables
from generator.model.edition import Edition
from generator.model.plan import Plan
from generator.model.value_type import ValueType
from generator.reading.plan_files import PlanFiles, RawFile
from generator.reading.reader import read_plan

CONTOH = Path(__file__).parents[3] / "examples/contoh.yaml"
BY_NAME = {table.name: table for table in tables()}


def example() -> Edition:
    files = PlanFiles(PlanAddress("kabupaten-sagara", "2025-2029"), (RawFile("contoh.yaml", CONTOH.read_bytes()),))
    edition = read_plan(files).edition
    assert edition is not None
    return edition


def test_names_of_tables_and_keys_of_columns_are_unique() -> None:
    assert len(BY_NAME) == len(tables())
    for table in tables():
        assert len({column.key for column in table.columns}) == len(table.columns), table.name


def test_a_list_inside_an_item_is_a_table_that_says_whose_it_is() -> None:
    table = BY_NAME["kegiatan.anggaran"]
    assert table.title == "Kegiatan: anggaran"
    first = table.columns[0]
    assert (first.key, first.role, first.field.value_type, first.field.target) == (
        "kegiatan",
        Role.PARENT,
        ValueType.REFERENCE,
        Activity,
    )
    assert table.within is Activity
    assert table.item is None


def test_groups_roll_up_and_lists_of_ids_stay_one_column() -> None:
    columns = {column.key: column for column in item_tables()[Activity].columns}
    assert columns["klirens.tanggal"].title == "Klirens: tanggal"
    assert columns["klirens.tanggal"].path == ("klirens", "tanggal")
    assert columns["menutup"].field.shape is Shape.MANY
    assert not {"klirens", "anggaran"} & columns.keys()
    titles = {column.key: column.title for column in single().columns}
    assert titles["lembaga.ppid"] == "Lembaga: PPID"


def test_a_column_is_required_only_where_every_group_around_it_is() -> None:
    required = {column.key: column.required for column in single().columns}
    assert required["rencana.periode.mulai"]
    assert required["kerangka_pemikiran.konsep"]
    assert not required["rencana.penetapan.nomor"]
    assert not required["cetak_biru.strategi.kondisi"]


def test_a_map_by_year_is_a_table_of_years() -> None:
    pagu = BY_NAME["pagu"]
    assert [(column.key, column.role) for column in pagu.columns] == [("tahun", Role.YEAR), ("pagu", Role.VALUE)]
    edition = example()
    assert [row.values for row in pagu.rows(edition.plan)][:2] == [(2025, 3000000000), (2026, 4000000000)]
    targets = BY_NAME["indikator_kinerja.sasaran"]
    assert [column.key for column in targets.columns] == ["indikator_kinerja", "tahun", "sasaran"]


def leaves(value: Any, entity: Any) -> int:
    """The values that an entity holds, lists of plain values counted as one."""
    count = 0
    for field in fields(entity):
        inner = getattr(value, field.name)
        if inner is None or inner in ((), {}):
            continue
        if field.shape is Shape.BY_YEAR:
            count += len(inner)
        elif field.group:
            count += sum(leaves(each, field.group) for each in (inner if field.shape is Shape.MANY else (inner,)))
        else:
            count += 1
    return count


def test_the_rows_of_all_tables_hold_every_value_of_a_plan_once() -> None:
    plan = example().plan
    values = [
        value
        for table in tables()
        for row in table.rows(plan)
        for column, value in zip(table.columns, row.values, strict=True)
        if column.role is Role.VALUE and value is not None and value != ()
    ]
    assert len(values) == leaves(plan, Plan)


def test_the_path_of_a_row_leads_to_its_line() -> None:
    edition = example()
    lines = CONTOH.read_text(encoding="utf-8").splitlines()
    for row in BY_NAME["kegiatan.anggaran"].rows(edition.plan):
        assert f"jumlah: {row.values[2]}" in lines[edition.place(*row.path).line - 1].replace("_", "")
    for row in BY_NAME["kesenjangan"].rows(edition.plan):
        assert f"id: {row.values[0]}" in lines[edition.place(*row.path).line - 1]
