"""What is changed is changed, and nothing else: comments, quotes, order, line ends and styles stay."""

import pytest

from generator.editing.files import changed
from generator.editing.proposal import Change, FieldEdit, RowAdded, RowRemoved
from generator.model.address import PlanAddress
from generator.reading.plan_files import PlanFiles, RawFile

PLAN = """\
# kepala berkas
lembaga: {kode: "99.01", nama: 'Kabupaten Sagara'}   # tentang lembaga
kerangka_pemikiran:
    konsep: |
        Satu akun.

        Satu pintu.
    # sebelum strategi
    strategi:
    - {id: S-1, uraian: Menyatukan layanan}   # yang pertama
    - id: S-2
      uraian: >-
        Memperkuat
        jaringan
kegiatan:
  - id: K-001    # portal
    nama: "Portal perizinan"
    menutup: [G-1, G-2]
    # anggaran disetujui
    anggaran:
      - {tahun: 2026, jumlah: 750_000_000, fase: dpa}   # dari DPA
      - {tahun: 2027, jumlah: 400000000}

  # kegiatan kedua
  - id: K-002
    nama: Jaringan
"""


def plan(text: str, *more: str) -> PlanFiles:
    files = tuple(RawFile(f"plans/sagara/2025-2029/{at}.yaml", each.encode()) for at, each in enumerate((text, *more)))
    return PlanFiles(PlanAddress("sagara", "2025-2029"), files)


def after(*changes: Change, text: str = PLAN) -> str:
    return changed(plan(text), changes).files[0].content.decode()


def lines_that_differ(old: str, new: str) -> tuple[list[str], list[str]]:
    before, now = old.splitlines(), new.splitlines()
    return [line for line in before if line not in now], [line for line in now if line not in before]


def field(item: str, column: str, new: str | tuple[str, ...] | None, table: str = "kegiatan") -> FieldEdit:
    return FieldEdit(table, (item,), column, None, new)


@pytest.mark.parametrize(
    ("change", "gone", "come"),
    [
        (
            field("K-001", "nama", "Portal: izin # usaha"),
            ['    nama: "Portal perizinan"'],
            ['    nama: "Portal: izin # usaha"'],
        ),
        (field("K-002", "nama", "11.10"), ["    nama: Jaringan"], ['    nama: "11.10"']),
        (field("K-001", "menutup", ("G-1", "G-3")), ["    menutup: [G-1, G-2]"], ["    menutup: [G-1, G-3]"]),
        (field("K-001", "menutup", None), ["    menutup: [G-1, G-2]"], []),
        (field("K-002", "status", "berjalan"), [], ["    status: berjalan"]),
        (field("K-002", "klirens.tanggal", "2026-01-20"), [], ["    klirens: {tanggal: 2026-01-20}"]),
        (
            FieldEdit("kegiatan.anggaran", ("K-001", "anggaran", 0), "jumlah", None, "800000000"),
            ["      - {tahun: 2026, jumlah: 750_000_000, fase: dpa}   # dari DPA"],
            ["      - {tahun: 2026, jumlah: 800000000, fase: dpa}   # dari DPA"],
        ),
        (
            FieldEdit("kegiatan.anggaran", ("K-001", "anggaran", 1), "fase", None, "pagu"),
            ["      - {tahun: 2027, jumlah: 400000000}"],
            ["      - {tahun: 2027, jumlah: 400000000, fase: pagu}"],
        ),
        (
            RowAdded("kegiatan.anggaran", ("K-001",), {"tahun": "2028", "jumlah": "5"}),
            [],
            ["      - {tahun: 2028, jumlah: 5}"],
        ),
        (
            RowRemoved("kegiatan.anggaran", ("K-001", "anggaran", 0)),
            ["      - {tahun: 2026, jumlah: 750_000_000, fase: dpa}   # dari DPA"],
            ["      # dari DPA"],
        ),
        (
            FieldEdit("isian", (), "kerangka_pemikiran.konsep", None, "Satu pintu saja.\nUntuk semua."),
            ["        Satu akun.", "        Satu pintu."],
            ["        Satu pintu saja.", "        Untuk semua."],
        ),
        (
            field("S-2", "uraian", "Memperkuat SDM", "strategi"),
            ["        Memperkuat", "        jaringan"],
            ["        Memperkuat SDM"],
        ),
        (
            FieldEdit("isian", (), "lembaga.nama", None, "Kabupaten Sa'gara"),
            ["lembaga: {kode: \"99.01\", nama: 'Kabupaten Sagara'}   # tentang lembaga"],
            ["lembaga: {kode: \"99.01\", nama: 'Kabupaten Sa''gara'}   # tentang lembaga"],
        ),
    ],
    ids=str,
)
def test_only_what_is_changed_differs(change: Change, gone: list[str], come: list[str]) -> None:
    assert lines_that_differ(PLAN, after(change)) == (gone, come)


def test_a_new_item_is_written_as_its_neighbour_is() -> None:
    new = after(RowAdded("kegiatan", (), {"id": "K-003", "nama": "Pusat data", "menutup": ("G-1",)}))
    assert new == PLAN + "  - id: K-003\n    nama: Pusat data\n    menutup: [G-1]\n"
    added = after(RowAdded("strategi", (), {"id": "S-3", "uraian": "Melatih"}))
    assert "    - id: S-3\n      uraian: Melatih\nkegiatan:" in added


def test_a_removed_item_leaves_the_comment_above_it() -> None:
    assert after(RowRemoved("kegiatan", ("K-002",))) == PLAN.removesuffix("  - id: K-002\n    nama: Jaringan\n")


@pytest.mark.parametrize("end", ["\r\n", "\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_the_byte_order_mark_stay(end: str, mark: str) -> None:
    text = mark + PLAN.replace("\n", end)
    new = after(field("K-002", "status", "berjalan"), text=text)
    assert new == mark + after(field("K-002", "status", "berjalan")).replace("\n", end)


def test_a_last_line_without_its_end_gets_one_before_the_next() -> None:
    new = after(field("K-002", "status", "berjalan"), text=PLAN.removesuffix("\n"))
    assert new.endswith("    nama: Jaringan\n    status: berjalan")


def test_what_already_is_so_changes_no_byte() -> None:
    assert after(field("K-002", "nama", "Jaringan")) == PLAN


def test_a_list_in_two_files_grows_where_its_neighbour_stands() -> None:
    files = plan("program: []\nkegiatan:\n- {id: A, nama: a}\n", "kegiatan:\n- {id: B, nama: b}\n")
    made = changed(files, (RowAdded("kegiatan", (), {"id": "C", "nama": "c"}), RowRemoved("kegiatan", ("A",))))
    assert [file.content.decode() for file in made.files] == [
        "program: []\n",
        "kegiatan:\n- {id: B, nama: b}\n- {id: C, nama: c}\n",
    ]


def test_the_keys_of_a_new_item_stand_in_the_formats_order() -> None:
    new = after(
        RowAdded("kegiatan", (), {"program": "P-1", "nama": "Pusat data", "bagian": ("strategi",), "id": "K-3"})
    )
    assert new.endswith("  - id: K-3\n    nama: Pusat data\n    program: P-1\n    bagian: [strategi]\n")


@pytest.mark.parametrize(
    ("written", "new", "becomes"),
    [
        ("tidak_diketahui", ("diskominfo",), "diskominfo"),
        ("bappeda", ("diskominfo",), "diskominfo"),
        ("bappeda", ("diskominfo", "bappeda"), "[diskominfo, bappeda]"),
        ("[bappeda, diskominfo]", ("diskominfo",), "[diskominfo]"),
        ("[bappeda]", ("diskominfo",), "[diskominfo]"),
    ],
)
def test_a_list_that_may_be_its_only_value_keeps_the_form_it_has(
    written: str, new: tuple[str, ...], becomes: str
) -> None:
    text = f"kegiatan:\n  - id: K-1\n    penanggung_jawab: {written}\n"
    assert after(field("K-1", "penanggung_jawab", new), text=text) == text.replace(written, becomes)


def test_a_new_list_of_one_that_may_be_its_only_value_is_written_so() -> None:
    new = after(RowAdded("kegiatan", (), {"id": "K-3", "nama": "Data", "penanggung_jawab": ("diskominfo",)}))
    assert "    penanggung_jawab: diskominfo\n" in new


MONEY = """\
kegiatan:
- id: K-001
  anggaran:
  # pagu awal
  - tahun: 2025
    jumlah: 100  # Perda 1/2025
  - tahun: 2026
    jumlah: 200  # DPA 12/2026
  # usulan
  - tahun: 2027
    jumlah: 300  # belum dibahas
"""
FIRST, SECOND, LAST = (("K-001", "anggaran", at) for at in range(3))


def money(row: tuple[str | int, ...], old: str, new: str) -> FieldEdit:
    return FieldEdit("kegiatan.anggaran", row, "jumlah", old, new)


@pytest.mark.parametrize(
    ("changes", "gone", "come"),
    [
        (
            (money(SECOND, "200", "250"), RowRemoved("kegiatan.anggaran", FIRST)),
            ["  - tahun: 2025", "    jumlah: 100  # Perda 1/2025", "    jumlah: 200  # DPA 12/2026"],
            ["  # Perda 1/2025", "    jumlah: 250  # DPA 12/2026"],
        ),
        (
            (money(FIRST, "100", "150"), RowRemoved("kegiatan.anggaran", SECOND)),
            ["    jumlah: 100  # Perda 1/2025", "  - tahun: 2026", "    jumlah: 200  # DPA 12/2026"],
            ["    jumlah: 150  # Perda 1/2025", "  # DPA 12/2026"],
        ),
        (
            (
                money(SECOND, "200", "100"),
                FieldEdit("kegiatan.anggaran", SECOND, "tahun", "2026", "2025"),
                RowRemoved("kegiatan.anggaran", FIRST),
            ),
            ["    jumlah: 100  # Perda 1/2025", "  - tahun: 2026", "    jumlah: 200  # DPA 12/2026"],
            ["  # Perda 1/2025", "    jumlah: 100  # DPA 12/2026"],
        ),
        (
            (
                RowRemoved("kegiatan.anggaran", LAST),
                RowAdded("kegiatan.anggaran", ("K-001",), {"tahun": "2028", "jumlah": "9"}),
            ),
            ["  - tahun: 2027", "    jumlah: 300  # belum dibahas"],
            ["  - tahun: 2028", "    jumlah: 9", "  # belum dibahas"],
        ),
    ],
)
def test_a_changed_row_keeps_its_lines_beside_one_that_goes(
    changes: tuple[Change, ...], gone: list[str], come: list[str]
) -> None:
    old, new = lines_that_differ(MONEY, after(*changes, text=MONEY))
    assert (sorted(old), sorted(new)) == (sorted(gone), sorted(come))


def test_a_changed_row_stays_in_its_file_where_another_goes_from_the_one_before() -> None:
    files = plan(
        "sdm:\n- {peran: data, ada: 2}  # SK 1\n- {peran: jaringan, ada: 3}  # SK 2\n",
        "sdm:\n- {peran: data, ada: 4}  # SK 3\n",
    )
    made = changed(files, (FieldEdit("sdm", ("sdm", 2), "ada", "4", "9"), RowRemoved("sdm", ("sdm", 1))))
    assert [file.content.decode() for file in made.files] == [
        "sdm:\n- {peran: data, ada: 2}  # SK 1\n# SK 2\n",
        "sdm:\n- {peran: data, ada: 9}  # SK 3\n",
    ]
