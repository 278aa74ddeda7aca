"""The country's tables are those of the plans with what is the same for a whole plan."""

import csv
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st

from generator.data.column import FileColumn, cells
from generator.data.comma_separated import Value, head, table
from generator.data.file_index import ListedPlan
from generator.data.flat import FLAT_TABLES, FlatTable
from generator.data.joining import Read, joined, joined_columns
from generator.data.whose import ADDRESS, LINE, OWN
from generator.locale import say
from generator.model.value_type import ValueType

TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
NOTE = FileColumn("catatan", "Catatan", "Apa saja.", ValueType.TEXT)
TABLE = FlatTable("catatan", say("Catatan"), (NOTE, ADDRESS, LINE, NOTE), lambda dossier, site: iter(()))


def listed(name: str = "Kabupaten Sagara", province: str | None = "Jawa", folder: str = "plans/a/") -> ListedPlan:
    whose = ("sagara", name, "2025-2029", "Rencana", "CC-BY-4.0", "2026-09-30", True, ())
    return ListedPlan(*whose, code="11.01", province=province, status="berlaku", folder=folder)


def having(content: bytes) -> Read:
    return lambda name: content


def whole(plan: ListedPlan) -> tuple[Value, ...]:
    own = (plan.code, "sagara", plan.institution_name, "2025-2029", plan.province, "berlaku", "2026-09-30", True)
    return cells(own)


@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS, TEXTS), max_size=4), TEXTS, st.none() | TEXTS, TEXTS)
def test_a_joined_row_is_the_row_as_it_would_have_been_written(
    rows: list[tuple[str, str, str, str]], name: str, province: str | None, folder: str
) -> None:
    plan = listed(name, province, folder)
    own = table(TABLE.keys, [("sagara", "2025-2029", "ya", *row) for row in rows])
    full = [(*whole(plan), a, f"sagara/2025-2029/{b}", folder + c, d) for a, b, c, d in rows]
    keys = [column.key for column in joined_columns(TABLE)]
    assert b"".join(joined(TABLE, [(plan, having(own))] * 2)) == table(keys, full * 2)


def test_a_text_of_many_lines_costs_no_more_than_it_is_long() -> None:
    text = '"\r\n' * 200_000
    own = table(TABLE.keys, [("sagara", "2025-2029", "ya", text, "a/", "b:1", text)])
    full = (*whole(listed()), text, "sagara/2025-2029/a/", "plans/a/b:1", text)
    keys = [column.key for column in joined_columns(TABLE)]
    assert b"".join(joined(TABLE, [(listed(), having(own))])) == table(keys, [full])


def test_last_good_pages_of_an_earlier_version_are_joined_as_they_are_and_of_others_left_out() -> None:
    keys = [column.key for column in joined_columns(TABLE)]
    earlier = table(keys, [(*whole(listed()), "x", "y", "z", "w")])
    other = table([*TABLE.keys, "lain"], [("sagara",)])

    def none(name: str) -> bytes:
        raise FileNotFoundError(name)

    plans = [(listed(), having(earlier)), (listed(), having(other)), (listed(), none)]
    assert b"".join(joined(TABLE, plans)) == earlier


def test_a_plans_own_row_is_understood_alone_and_what_is_the_same_in_all_is_added_for_the_country() -> None:
    budget = next(each for each in FLAT_TABLES if each.name == "anggaran")
    assert budget.keys == [
        *("lembaga", "periode", "contoh", "kegiatan", "nama_kegiatan", "tahun", "fase", "jumlah", "sumber", "kode"),
        *("jenis_biaya", "dipakai", "alamat", "baris"),
    ]
    for each in FLAT_TABLES:
        country = [column.key for column in joined_columns(each)]
        assert {"kode_lembaga", "lembaga", "periode", "provinsi", "diperbarui", "contoh"} < set(country)
        assert set(country) > set(each.keys) > {column.key for column in OWN}
        assert head(country) != head(each.keys)


@given(st.lists(st.sampled_from(['"', ",", "\r\n", "\n", "=1", "-2", "a", "\xff", "\0"]), max_size=30))
def test_whatever_an_earlier_site_holds_is_rows_of_its_plan_or_nothing(parts: list[str]) -> None:
    keys = [column.key for column in joined_columns(TABLE)]
    own = table(TABLE.keys, [("sagara", "2025-2029", "ya", "x", "y", "z", "w")])
    sound = b"".join(joined(TABLE, [(listed(), having(own))]))
    for begun in (head(TABLE.keys), head(keys)):
        changed = begun + "".join(parts).encode("latin-1")
        found = b"".join(joined(TABLE, [(listed(), having(changed)), (listed(), having(own))]))
        assert found.endswith(sound.removeprefix(head(keys)))
        rows = list(csv.reader(StringIO(found.decode("utf-8-sig"), newline="")))
        assert {len(row) for row in rows} == {len(keys)}
        assert not [cell for row in rows for cell in row if cell.startswith("=")]
