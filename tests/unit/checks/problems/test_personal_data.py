import re
from collections.abc import Callable
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.problems import problems
from generator.diagnostics import Place, Problem
from generator.diagnostics.codes import SECRET_CODES
from generator.locale import language
from generator.model.address import PlanAddress
from generator.pages.rendering.plan_text import formatted
from generator.reading.nodes import Group, Scalar
from generator.reading.personal_data import personal_data
from generator.reading.plan_files import PlanFiles, RawFile
from generator.reading.reader import as_published, read_plan
from generator.reading.text import TextFile
from generator.reading.withheld import HIDDEN
from generator.report import FORMATS, Report

from .conftest import SOUND

Check = Callable[..., list[Problem]]
Planted = Callable[..., list[Problem]]

_CONCEPT = "konsep: Satu akun, satu pintu."


def found_in(check: Check, text: str) -> list[str]:
    line = f"# {text}\n"
    problems = [each for each in check(line) if each.code in ("data-pribadi", "rahasia")]
    return [line[each.place.column - 1 : each.place.end_column - 1] for each in problems]


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("NIK 3201010101900001 milik", "3201010101900001"),
        ("nomor 9999999999999999", "9999999999999999"),  # no such region and no such date, and still no amount
        ("NIK 3201-0101-0190-0001", "3201-0101-0190-0001"),
        ("NIK 320101 010190 0001", "320101 010190 0001"),
        ("kode: 3201010101900001", "3201010101900001"),
        ("NIP 198001012005011001", "198001012005011001"),
        ("NIP 19800101 200501 1 001", "19800101 200501 1 001"),
        ("hp 081234567890", "081234567890"),
        ("hp 0812-3456-7890", "0812-3456-7890"),
        ("+62 812 3456 7890", "+62 812 3456 7890"),
        ("https://wa.me/6281234567890", "6281234567890"),
        ("NIK 32.0101.450190.0001", "32.0101.450190.0001"),
        ("NIP 19800101  200501  1  001", "19800101  200501  1  001"),
        ("NIP 19800101.200501.1.001", "19800101.200501.1.001"),
        ("NIP 19800101-200501-1-001", "19800101-200501-1-001"),
        ("NIP 19800101\u00a0200501\u00a01\u202f001", "19800101\u00a0200501\u00a01\u202f001"),
        ("hp 0812\u00a03456\u00a07890", "0812\u00a03456\u00a07890"),
        ("hp 0812\u20133456\u20137890", "0812\u20133456\u20137890"),
        ("hp 0812\u20113456\u20117890", "0812\u20113456\u20117890"),
        ("hp (0812) 3456 7890", "0812) 3456 7890"),
        ("hp (0812) 3456-789", "0812) 3456-789"),
        ("(+62) 812 3456 7890", "+62) 812 3456 7890"),
        ("hp 0812 - 3456 - 7890", "0812 - 3456 - 7890"),
        ("62812 3456 7890", "62812 3456 7890"),
        (
            "hp \uff10\uff18\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19\uff10",
            "\uff10\uff18\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19\uff10",
        ),
        ("budi.santoso@gmail.com", "budi.santoso@gmail.com"),
        ("peladen 10.12.3.4", "10.12.3.4"),
        ("192.168.1.10", "192.168.1.10"),
        ("http://103.10.20.30:8080/login", "103.10.20.30"),
        ("subnet 172.16.0.0/16", "172.16.0.0"),
        ("2001:db8:85a3::8a2e:370:7334", "2001:db8:85a3::8a2e:370:7334"),
        ("password: Rahasia123", "Rahasia123"),
        ("kata sandi: admin#1", "admin#1"),
        ("token=abcdefgh", "abcdefgh"),
        ("https://user:pass@host.example/", "pass"),
        ("AKIAABCDEFGHIJKLMNOP", "AKIAABCDEFGHIJKLMNOP"),
        ("ghp_0123456789abcdefghijklmnopqrstuvwxyz", "ghp_0123456789abcdefghijklmnopqrstuvwxyz"),
        ("-----BEGIN RSA PRIVATE KEY-----", "-----BEGIN RSA PRIVATE KEY-----"),
    ],
)
def test_what_must_not_be_published(check: Check, text: str, hidden: str) -> None:
    assert hidden in found_in(check, text)


@pytest.mark.parametrize(
    "text",
    [
        "jumlah: 1000000000000000",
        "tahun 2025 2026 2027 2028",
        "tahun 2025\u20132029 2030\u20132034",
        "Rp62.812.345.678",
        "antara 62.812.345.678\u201362.912.345.678",
        "1200 - 1300 - 1400 - 1500",
        "tanggal 2026-01-01 \u2013 2026-12-31 \u2013 1 - 100",
        "kode: 2.16.03.2",
        "{fase: dpa, kode: 2.16.03.2.02.0037}",
        "Pasal 3.2.1.4 ayat 2",
        "versi 4.10.2.1",
        "telepon kantor (0274) 123456",
        "jumlah: 62812345678",
        "layanan@sagara.go.id",
        "mailto:ppid@sagara.example",
        "https://drive.example/d/1234567890123456",
        "2026-09-30 2026-10-01",
        "pukul 12:30:45",
        "kebijakan kata sandi: panjang minimal 12 karakter",
        "Penerapan token: autentikasi dua faktor",
        "kata sandi: 2026-T1",
    ],
)
def test_what_is_nothing_of_the_kind(check: Check, text: str) -> None:
    assert found_in(check, text) == []


@pytest.mark.parametrize(
    "value",
    [
        "3273012508900001 (NIK Budi)",
        "'3273012508900001 NIK Budi'",
        "081234567890 rumah",
        "198501012010011001 dan 198501012010011002",
        '"NIK 3273\\u200b0125\\u200b0890\\u200b0001"',
    ],
)
def test_in_a_field_of_amounts_a_text_is_no_amount(planted: Planted, value: str) -> None:
    assert "data-pribadi" in {each.code for each in planted(("ada: 1", f"ada: {value}"))}


@pytest.mark.parametrize("value", ["3273012508900001", "3601012508900001,50", "62812345678,-", "62812345678 rupiah"])
def test_an_amount_is_one_however_long_or_mistyped(planted: Planted, value: str) -> None:
    assert "data-pribadi" not in {each.code for each in planted(("ada: 1", f"ada: {value}"))}


@pytest.mark.parametrize(
    "value",
    [
        "Uji coba, PIC NIP 19800101\n      200501 1 001",
        "'PIC NIP 19800101\n      200501 1 001'",
        '"PIC 1980\\x301012005011001"',
        '"PIC 19800101\\\n      2005011001"',
        "|\n      PIC NIP 19800101\n      200501 1 001",
        "PIC 1985**0101**2010011001",
        "PIC **1985**0101~~2010~~`011001`",
        "PIC 1985&#48;101&#x32;010011001",
        "PIC 19850101 \\- 201001 \\- 1 \\- 001",
        "PIC [1985](https://a.example/b)0101[201001](https://a.example)1001",
        "PIC _19850101_ 201001 1 001",
        "PIC 19850101&nbsp;201001&nbsp;1&ndash;001",
        "|\n      > PIC NIP 19850101\n      > 201001 1 001",
        "|\n      - PIC NIP **19850101**\n        201001 1 001",
        "|\n      PIC NIP **19850101**  \n      201001 1 001",
        "|\n      | Nama | NIP |\n      |---|---|\n      | Budi | 1985**0101**2010011001 |",
        "PIC 1985**0101**2010011001  # bukan 199001012015011001",
        '"NIK 3201**0101**01900001"',
        "wa 0812-**3456**-7890",
        "budi.santoso&#64;gmail.com",
        "budi.santoso\\@gmail.com",
        "budi.santoso@gm**ail.com**",
        "peladen 10.12.**3**.4",
        "2001:db8:85a3::8a2e:37**0**:**7334**",
        "PIC ![PIC](https://a.example/1985&#48;1012010011001.png)",
        "PIC 1980\u200b01012005011001",
        "PIC **NIP** 198001\u206001\ufeff2005011001",
        "budi\u200b@gma\u00adil.com",
    ],
)
def test_what_is_shown_otherwise_than_a_line_holds_it_is_found_once(planted: Planted, value: str) -> None:
    problems = [each for each in planted((_CONCEPT, f"konsep: {value}")) if each.code == "data-pribadi"]
    (problem,) = [each for each in problems if "# bukan" not in value or each.place.column < 20]
    assert problem.place.line == 16


@pytest.mark.parametrize("number", ["0812\u200b34567890", "NIP.1980\u206001012005011001"])
def test_what_nobody_sees_hides_no_number_in_a_short_text(planted: Planted, number: str) -> None:
    (problem,) = planted(("uraian: Uji coba", f"uraian: Uji coba oleh {number}"))
    assert (problem.code, problem.item) == ("data-pribadi", "K-001")


@pytest.mark.parametrize(
    "value",
    [
        "kata sandi:&nbsp;Rahasia123",
        "kata sandi&#58; Rahasia123",
        '"kata sandi\\x3a Rahasia123"',
        "'pass**word**: Rahasia123'",
        "kata\u200bsandi\u200b:\u200b Rahasia123",
        "|\n      Masuk dengan kata sandi\n      adalah Rahasia123",
        "'kata sandi: Rahasia**123**'",
    ],
)
def test_a_secret_is_found_as_it_is_shown_and_once(planted: Planted, value: str) -> None:
    (problem,) = [each for each in planted((_CONCEPT, f"konsep: {value}")) if each.code in SECRET_CODES]
    assert (problem.code, problem.place.line) == ("rahasia", 16)
    files = (RawFile("plans/sagara/2025-2029/0.yaml", SOUND.replace(_CONCEPT, f"konsep: {value}").encode()),)
    plan = as_published(PlanFiles(PlanAddress("sagara", "2025-2029"), files))
    assert plan
    assert plan.framework
    assert "Rahasia" not in str(plan.framework.concept)


def test_what_a_line_holds_is_told_there_alone(planted: Planted) -> None:
    (problem,) = planted((_CONCEPT, "konsep: |\n      PIC\n      NIP 19800101 200501 1 001"))
    assert (problem.code, problem.place.line) == ("data-pribadi", 18)


@pytest.mark.parametrize(
    "value",
    [
        "|\n      PIC NIP 19800101\n      200501 1 001",
        "|\n      NIP 19800101 200501 1 001\n      NIP 19800101\n      200501 1 001\n      dan seterusnya",
        '"PIC 1980\\x301012005011001"',
        "Uji coba, PIC NIP 19800101\n      200501 1 001",
        "PIC 1985**0101**2010011001",
        "PIC 1985&#48;1012010011001",
        "PIC 19850101 \\- 201001 \\- 1 \\- 001",
        "PIC [1985](https://a.example/b)01012010011001",
        "|\n      > PIC NIP 19850101\n      > 201001 1 001",
        "budi.santoso@gm**ail.com**",
    ],
)
def test_an_earlier_version_is_shown_without_it(value: str) -> None:
    text = SOUND.replace(_CONCEPT, f"konsep: {value}")
    files = (RawFile("plans/sagara/2025-2029/0.yaml", text.encode()),)
    plan = as_published(PlanFiles(PlanAddress("sagara", "2025-2029"), files))
    assert plan
    assert plan.framework
    assert plan.framework.concept == HIDDEN


@pytest.mark.parametrize(
    "value",
    [
        "PIC **198501012010011001**",
        "hubungi <budi@gmail.com>",
        "hubungi budi@gmail.com, **bukan** kami",
        "hubungi https://wa.me/6281234567890 **segera**",
        "hubungi [kami](https://wa.me/6281234567890)",
        "PIC ![PIC](https://a.example/198501012010011001.png) &amp;",
    ],
)
def test_signs_around_what_a_line_holds_tell_it_no_second_time(planted: Planted, value: str) -> None:
    problems = [each for each in planted((_CONCEPT, f"konsep: {value}")) if each.code == "data-pribadi"]
    assert len(problems) == 1


_PART = st.tuples(
    st.integers(1, 6),
    st.sampled_from(
        ["{}", "**{}**", "*{}*", "~~{}~~", "~{}~", "`{}`", "[{}](https://a.example/b)", "[{}][a]", "&#{code};", "\\ {}"]
    ),
)


@given(st.sampled_from(["198501012010011001", "3201010101900001", "081234567890"]), st.lists(_PART, max_size=8))
def test_what_a_page_shows_as_one_number_is_found(number: str, parts: list[tuple[int, str]]) -> None:
    text, left = "", number
    for length, sign in parts:
        part, left = left[:length], left[length:]
        text += "".join(sign.format(code=ord(each)) for each in part) if "code" in sign else sign.format(part)
    text = f"PIC {text}{left} kami\n\n[a]: https://a.example"
    shown = re.sub("<[^>]*>", "", formatted(text))
    place = Place("a.yaml", 1, 1, 4, 1)
    root = Group([(Scalar("kerangka_pemikiran", place), _framework(Scalar(text, place)))], place)
    found = any(personal_data([TextFile("a.yaml", text)], root))
    assert found or number not in shown


def _framework(concept: Scalar) -> Group:
    return Group([(Scalar("konsep", concept.place), concept)], concept.place)


def test_figures_of_one_list_are_no_number(planted: Planted) -> None:
    told = "konsep: |\n      - 08123456\n      - 7890\n\n      NIP\n\n      | 19800101 |\n      | 200501 1 001 |"
    assert planted((_CONCEPT, told)) == []


@pytest.mark.parametrize(
    ("path", "codes"),
    [
        ("sagara/2025-2029/budi-081298765432.yaml", ["data-pribadi"]),
        ("sagara/2025-2029/3273012508900001.yaml", ["data-pribadi"]),
        ("kab-3273012508900001/2025-2029.yaml", ["data-pribadi"]),
        ("sagara/2025-2029/budi@gmail.com.yaml", ["data-pribadi"]),
        ("sagara/2025-2029/peraturan@final.yaml", []),
        ("sagara/2025-2029/2025-2029.yaml", []),
        ("sagara/2025-2029/2.16.03.2.02.0037-layanan-2026-01-01.yaml", []),
    ],
)
def test_a_name_of_a_file_is_published_too(path: str, codes: list[str]) -> None:
    files = (RawFile(f"plans/{path}", SOUND.encode()),)
    address = PlanAddress(path.split("/")[0], "2025-2029")
    found = [each for each in problems(read_plan(PlanFiles(address, files))) if each.code in SECRET_CODES]
    assert [(each.code, each.place) for each in found] == [(code, Place(f"plans/{path}", 1, 1, 1, 1)) for code in codes]


def test_the_item_around_it_is_named(planted: Planted) -> None:
    (problem,) = planted(("uraian: Uji coba", "uraian: Uji coba oleh 0812-3456-7890"))
    assert (problem.code, problem.item, problem.place[1:]) == ("data-pribadi", "K-001", (66, 53, 66, 67))


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("code", ["id", "en"])
def test_no_rendering_repeats_it(check: Check, form: str, code: str) -> None:
    secret = "3201010101900001"
    text = f"kegiatan:\n  - {{id: '{secret}', mulai: {secret}, program: '{secret}'}}\n"
    found = check(text)
    assert {"data-pribadi", "triwulan-salah", "rujukan-salah-jenis"} <= {each.code for each in found}
    report = Report.of(found, (), [TextFile("plans/sagara/2025-2029/0.yaml", text)], 1)
    assert secret not in FORMATS[form](report, language(code))


@pytest.mark.parametrize(
    "line",
    ["# NIK 3201010101900001\n", "# a@b.c 0812-3456-7890\n", "# 1.2.3.4.5.6.7.8 kata sandi token=\n", "1234 " * 9],
)
def test_a_file_of_nothing_else_four_times_as_large_takes_no_ten_times_the_time(check: Check, line: str) -> None:
    def seconds(length: int) -> float:
        begun = process_time()
        check(line * (length // len(line)))
        return process_time() - begun

    assert seconds(1_000_000) < 10 * max(seconds(250_000), 0.01)


def test_what_only_looks_like_it_hides_nothing_that_comes_later(check: Check) -> None:
    codes = "".join(f"# Pasal 3.2.1.{number}\n" for number in range(250))
    assert [each.code for each in check(f"{codes}# peladen 10.12.3.4\n") if each.code == "data-pribadi"]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("between", ["\n# ", " "])
def test_of_very_many_none_is_shown(check: Check, form: str, between: str) -> None:
    numbers = [f"0812{number:08}" for number in range(700)]
    text = f"# {between.join(numbers)}\nkegiatan:\n  - {{id: '{numbers[650]}', mulai: {numbers[660]}}}\n"
    found = check(text)
    shown = FORMATS[form](Report.of(found, (), [TextFile("plans/sagara/2025-2029/0.yaml", text)], 1), language())
    assert len(found) == 201
    assert not [number for number in numbers if number in shown]
