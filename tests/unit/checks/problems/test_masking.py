"""What must not be published is in no word of any problem, whatever that costs to look for."""

from collections.abc import Callable
from time import process_time

import pytest

from generator.checks.problems.masking import masked
from generator.diagnostics import Label, Place, Problem
from generator.diagnostics.codes import SECRET_CODES
from generator.locale import language, say
from generator.reading.text import TextFile

Check = Callable[..., list[Problem]]


def secret(path: str, line: int, text: str) -> Problem:
    return Problem("rahasia", Place(path, line, 1, line, 1 + len(text)), say("rahasia"))


def test_a_secret_is_in_no_word_of_its_file_and_the_longest_goes_first() -> None:
    files = [TextFile("a.yaml", "abc123\nabc123456\n\n"), TextFile("b.yaml", "{x}")]
    place = Place("a.yaml", 3, 1, 3, 1)
    told = say("{a}; {b}", a="abc123456 abc123", b=say("dalam {c}, {d} kali", c="abc123", d=2))
    other = Problem("jenis-nilai", place, told, told, told, (Label(place, told),), item="K-abc123")
    empty = secret("a.yaml", 3, "")
    found = masked([secret("a.yaml", 1, "abc123"), secret("a.yaml", 2, "abc123456"), empty, other], files)[-1]
    words = [language().word(each) for each in (found.message, found.mark, found.help, found.labels[0].text) if each]
    assert words == ["••• •••; dalam •••, 2 kali"] * 4
    assert found.item == "K-•••"
    assert masked([other], files) == [other], "nothing is hidden"


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ('"S 0812 3456 7891"', "S-0812-3456-7891"),
        ('"NIK 3201 0101 0190 0001"', "3201-0101-0190-0001"),
        ('"budi@gmail.com"', "budi-gmail.com"),
        (r'"S 0812 3456\x207891"', "0812"),
        ('"budisantosoé@gmail.com"', "budisantoso"),
        ('"password=Sandiã-Rahasia99"', "Rahasia99"),
        ('"password=Rah@!!!!asia99"', "asia99"),
    ],
)
def test_no_remedy_spells_it_anew(check: Check, value: str, number: str) -> None:
    found = check(f"kegiatan:\n  - {{id: {value}, uraian: Uji}}\n")
    codes = {each.code for each in found}
    assert "id-salah" in codes
    assert codes & {"data-pribadi", "rahasia"}
    words = [language().word(word) for each in found for word in (each.message, each.help, each.mark) if word]
    assert not [word for word in words if number in word]
    assert not [each.item for each in found if number in each.item]
    assert not [each for each in found if each.help and "`•••`" in language().word(each.help)], "nobody can write it"


@pytest.mark.parametrize("between", [r"\u200b", r"\u200b" * 5, "\u200b" * 5, r"\u2060\xad", "**", "*" * 8])
@pytest.mark.parametrize("number", ["3273 0125 0890 0001", "0812 3456 7891"])
def test_what_nobody_sees_in_a_number_tells_it_in_no_word(check: Check, between: str, number: str) -> None:
    value = number.replace(" ", between)
    found = check(f'kesenjangan:\n  - {{id: "{value}", uraian: "NIK {value}", dasar: {{tahun: "{value}"}}}}\n')
    assert {"data-pribadi", "tahun-salah", "id-salah"} <= {each.code for each in found}
    words = [language().word(word) for each in found for word in (each.message, each.help, each.mark) if word]
    assert not [word for word in words if number.replace(" ", "")[:8] in "".join(filter(str.isalnum, word))]


def test_a_number_is_in_no_word_of_another_file_however_many_are_hidden_elsewhere() -> None:
    many = "".join(f"08129876{number}\n" for number in range(5000, 5300))
    found = [secret("a.yaml", line, text) for line, text in enumerate(many.split(), 1)]
    other = Problem("rujukan", Place("c.yaml", 1, 1, 1, 1), say("`{a}`", a="hp-081234567891"), item="hp-081234567891")
    told = masked([*found, other], [TextFile("a.yaml", many), TextFile("c.yaml", "x\n")])[-1]
    assert "081234567891" not in f"{language().word(told.message)} {told.item}"


def test_many_long_secrets_cost_what_the_words_of_the_problems_do() -> None:
    texts = [f"{number:04}" * 1_100 for number in range(205)]
    own = {f"{number}.yaml": f"Xy1z{number}q" for number in range(50)}
    files = [TextFile("s.yaml", "\n".join(texts)), *(TextFile(path, text) for path, text in own.items())]
    found = [secret("s.yaml", line, text) for line, text in enumerate(texts, 1)]
    found += [secret(path, 1, text) for path, text in own.items()]
    begun = process_time()
    assert masked(found, files) == found
    assert process_time() - begun < 15, "a minute, where each file has a pattern of them all"


def test_of_an_id_as_long_as_its_file_the_beginning_is_told_and_no_part_of_a_number(check: Check) -> None:
    numbers = [f"0812-34{each // 9000:02}-{1000 + each % 9000}" for each in range(4_000)]
    found = check(f"kegiatan:\n  - {{id: K-{'-'.join(numbers)}, uraian: Uji, mulai: besok, selesai: lusa}}\n")
    items = {each.item for each in found if each.item}
    assert items
    assert all(len(item) < 4_000 and item.endswith("…") and "0812" not in item for item in items)
    words = [language().word(word) for each in found for word in (each.message, each.help, each.mark) if word]
    assert not [word for word in words if "0812" in word or len(word) > 10_000]


def test_a_secret_that_is_longer_than_what_is_looked_at_is_in_no_word() -> None:
    token = "eyJ" + "aB3-" * 3_000
    other = Problem("jenis-nilai", Place("a.yaml", 2, 1, 2, 1), say("`{a}` salah", a=f"x {token} y"))
    told = masked([secret("a.yaml", 1, token), other], [TextFile("a.yaml", f"{token}\n\n")])[-1]
    assert language().word(told.message) == "`x ••• y` salah"


def test_texts_that_lie_in_each_other_cost_what_the_words_do() -> None:
    texts = [f"{'a' * length}@gmail.com" for length in range(105, 185)]
    files = [TextFile("a.yaml", "\n".join(texts) + "\n")]
    item = f"{'a' * 1_700}-{texts[-1]}"
    place = Place("a.yaml", 81, 1, 81, 1)
    others = [Problem("kunci-tidak-dikenal", place, say("`{a}`", a=f"k{each}"), item=item) for each in range(120)]
    found = [secret("a.yaml", line, text) for line, text in enumerate(texts, 1)]
    begun = process_time()
    told = masked([*found, *others], files)[-1]
    assert process_time() - begun < 15, "a minute, where each is looked for at each letter"
    assert "@" not in told.item


def test_a_spelling_has_few_signs_between_its_letters() -> None:
    other = Problem(
        "jenis-nilai", Place("a.yaml", 2, 1, 2, 1), say("`{a}`", a="R-A H.a s.ia99x; rah    asia99x; Rahasia99X")
    )
    told = masked([secret("a.yaml", 1, "Rahasia99x"), other], [TextFile("a.yaml", "Rahasia99x\n\n")])[-1]
    assert language().word(told.message) == "`•••; rah    asia99x; •••`"


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ('anggaran: [{tahun: 2026, jumlah: "081234567891 rb"}]', "8123456"),
        ('kemajuan: [{tanggal: 2026-01-01, persen: "327301120390.0001"}]', "32730112"),
    ],
)
def test_a_number_that_is_read_as_an_amount_is_in_no_remedy(check: Check, field: str, told: str) -> None:
    found = check(f"kegiatan:\n  - id: K-1\n    nama: Uji\n    {field}\n")
    assert any(each.code in SECRET_CODES for each in found)
    words = [language().word(word) for each in found for word in (each.message, each.help, each.mark) if word]
    assert not [word for word in words if told in word]
