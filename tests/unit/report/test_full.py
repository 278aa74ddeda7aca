from generator.diagnostics import Label, Place, Problem
from generator.locale import language, say
from generator.reading.text import TextFile
from generator.report import Report, full

ID = language("id")


def test_the_look(broken: Report) -> None:
    assert full(broken, ID).splitlines() == [
        "kesalahan[rujukan-tidak-dikenal]: kegiatan `K-014` bergantung pada `K-099`, yang tidak ada dalam rencana ini",
        " --> plans/sagara/2025-2029/rencana-implementasi.yaml:4:23",
        "  |",
        "2 |   - id: K-014",
        "  |         ----- dalam kegiatan ini",
        "4 |     bergantung_pada: [K-099]",
        "  |                       ^^^^^ tidak ada kegiatan dengan id ini",
        "  |",
        "  = bantuan: gunakan `K-009`, baris 212 (inventaris.yaml)",
        "4 rencana dibaca: 1 kesalahan di 1 berkas. Jelaskan: rencana explain rujukan-tidak-dikenal",
    ]


def test_problems_come_before_findings_and_other_files_after_the_own(report: Report) -> None:
    text = full(report, ID)
    assert text.index("nama-lembaga") < text.index("rujukan-tidak-dikenal") < text.index("temuan[tanpa-anggaran]")
    assert (
        "peringatan[nama-lembaga]: 100% beda: a,b\n"
        " --> plans/sagara/2025-2029/inventaris.yaml:1:1\n"
        "  |\n"
        "1 | unit: []\n"
        "  | ^^^^\n"
        " ::: plans/sagara/2025-2029/rencana-implementasi.yaml:3:5\n"
        "  |\n"
        "3 |     nama: Portal\n"
        "  |     ---- nama\n"
        "  |\n"
    ) in text
    assert "  = bantuan: dijawab lembaga: Dibiayai provinsi\n" in text
    assert text.endswith("1 kesalahan di 1 berkas, 1 peringatan, 1 temuan. Jelaskan: rencana explain nama-lembaga")


def test_english_counts(report: Report) -> None:
    last = full(report, language("en")).splitlines()[-1]
    assert last == "4 plans read: 1 error in 1 file, 1 warning, 1 finding. Explain: rencana explain nama-lembaga"


def test_nothing_wrong() -> None:
    assert full(Report.of([], [], [], 1), ID) == "1 rencana dibaca: tidak ada kesalahan."


def test_roles_are_painted_and_change_nothing_else(broken: Report) -> None:
    roles: set[str] = set()

    def paint(text: str, role: str) -> str:
        roles.add(role)
        return text

    assert full(broken, ID, paint) == full(broken, ID)
    assert roles == {"error", "strong", "frame", "label"}


def shown(line: str, column: int, length: int, *labels: tuple[int, int]) -> list[str]:
    def at(start: int, size: int) -> Place:
        return Place("a.yaml", 1, start, 1, start + size)

    problem = Problem(
        "id-salah",
        at(column, length),
        say("pesan"),
        labels=tuple(Label(at(start, size), say("lain")) for start, size in labels),
    )
    return full(Report.of([problem], [], [TextFile("a.yaml", line)], 1), ID).splitlines()[3:-2]


def test_wide_characters_take_two_cells_and_marks_none() -> None:
    assert shown("nama: 都市 Kota", 10, 4) == ["1 | nama: 都市 Kota", "  |            ^^^^"]
    assert shown("nama: e\u0301e\u0301 Kota", 12, 4) == ["1 | nama: e\u0301e\u0301 Kota", "  |          ^^^^"]


def test_tabs_take_four_cells() -> None:
    assert shown("a:\tKota", 4, 4) == ["1 | a:    Kota", "  |       ^^^^"]


def test_a_character_that_moves_the_cursor_is_not_printed() -> None:
    assert shown("a: \x1b[31m\u202eKota", 10, 4) == ["1 | a: \ufffd[31m\ufffdKota", "  |          ^^^^"]


def test_a_long_line_is_cut_around_the_mark() -> None:
    line, mark = shown("x" * 200 + "KOTA" + "y" * 200, 201, 4)
    assert line.startswith("1 | …x")
    assert line.endswith("y…")
    assert len(line) <= len("1 | ") + 100
    assert line[mark.index("^") :][:4] == "KOTA"


def test_two_marks_too_far_apart_show_the_line_twice() -> None:
    lines = shown("KOTA" + "x" * 200 + "DESA", 1, 4, (205, 4))
    assert len(lines) == 4
    assert lines[0][lines[1].index("^") :][:4] == "KOTA"
    assert lines[2][lines[3].index("-") :][:4] == "DESA"


def test_an_empty_place_gets_one_caret_and_a_long_one_ends_with_its_line() -> None:
    assert shown("a:", 3, 0) == ["1 | a:", "  |   ^"]
    problem = Problem("bentuk-salah", Place("a.yaml", 1, 3, 3, 1), say("pesan"))
    lines = full(Report.of([problem], [], [TextFile("a.yaml", "- {a: b,\n  c: d}\n")], 1), ID).splitlines()
    assert lines[3:5] == ["1 | - {a: b,", "  |   ^^^^^^"]


def test_a_message_stays_on_its_line() -> None:
    problem = Problem("id-salah", Place("a.yaml", 1, 1, 1, 1), say("`{teks}`", teks="a\nb\x1b[0m"))
    assert full(Report.of([problem], [], [], 1), ID).splitlines()[0] == "kesalahan[id-salah]: `a b\ufffd[0m`"
