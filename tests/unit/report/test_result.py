from generator.diagnostics import Place, Problem
from generator.locale import say
from generator.reading.text import TextFile
from generator.report import Report


def problem(code: str, line: int, column: int, end: int, path: str = "b.yaml") -> Problem:
    return Problem(code, Place(path, line, column, line, end), say("pesan"))


def test_the_order_is_that_of_the_files_and_repeats_are_dropped() -> None:
    first, second, third = (
        problem("id-ganda", 1, 1, 2, "a.yaml"),
        problem("id-ganda", 1, 2, 3),
        problem("id-salah", 2, 1, 2),
    )
    assert Report.of([third, second, first, second], [], [], 1).entries == (first, second, third)


def test_secrets_are_masked_in_the_lines_of_every_entry() -> None:
    file = TextFile("b.yaml", "tanggal: 3201010101900001 # NIK\nlain: 1")
    report = Report.of([problem("tanggal-salah", 1, 10, 26), problem("data-pribadi", 1, 10, 26)], [], [file], 1)
    assert report.lines["b.yaml"] == ["tanggal: •••••••••••••••• # NIK", "lain: 1"]
    assert file.lines[0].endswith("3201010101900001 # NIK")
    assert report.new_since([problem("data-pribadi", 1, 10, 26)]).lines == report.lines


def test_only_files_with_entries_are_kept() -> None:
    files = [TextFile("a.yaml", "x"), TextFile("b.yaml", "y")]
    assert set(Report.of([problem("id-salah", 1, 1, 2)], [], files, 2).lines) == {"b.yaml"}
