"""What a check costs grows as the plan does, whatever is in it: no small file takes minutes."""

import random
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from time import process_time

import pytest

from generator.checks.findings import Elsewhere, findings
from generator.checks.problems import problems
from generator.model.address import PlanAddress
from generator.reading.plan_files import PlanFiles, RawFile
from generator.reading.reader import read_plan
from generator.views.budget import budget
from generator.views.evidence import evidence
from tests.unit.checks.problems.conftest import SOUND

AS_OF = date(2026, 11, 24)
_LETTERS = [*"abcdefghijklmnopqrstuvwxyz" * 2, *"abcdefghijkl"]
_RUNNING = "program: P-1, penanggung_jawab: diskominfo, status: berjalan, mulai: 2025-T1, selesai: 2029-T4"


def _plan(**more: Iterable[str]) -> str:
    """The sound plan with more items in its lists; a key that it has not is added."""
    text = SOUND
    for key, items in more.items():
        lines = "".join(f"  - {{{each}}}\n" for each in items)
        text = text.replace(f"\n{key}:\n", f"\n{key}:\n{lines}") if f"\n{key}:\n" in text else f"{text}{key}:\n{lines}"
    return text


def _anagrams(count: int) -> list[str]:
    """Ids of the same letters, so that no quick look tells them apart."""
    chance = random.Random(count)
    return ["".join(chance.sample(_LETTERS, len(_LETTERS))) for _ in range(count)]


def _activities(budgets: Iterable[Iterable[str]]) -> Iterator[str]:
    for number, lines in enumerate(budgets):
        listed = ", ".join(f"{{{each}}}" for each in lines)
        yield f"id: X-{number}, nama: a, {_RUNNING}, anggaran: [{listed}]"


def budget_lines(count: int) -> str:
    return _plan(kegiatan=_activities([[f"tahun: 2026, jumlah: {each}" for each in range(1, count)]]))


def repeated_budget_lines(count: int) -> str:
    return _plan(kegiatan=_activities([["tahun: 2026, jumlah: 5000000"] * count]))


def ranges_of_years(count: int) -> str:
    ranges = [f"tahun: {first}-{last}, jumlah: 9000000" for first in range(1900, 2030) for last in range(2030, 2060)]
    return _plan(kegiatan=_activities([ranges[:count]]))


def reports_of_progress(count: int) -> str:
    reports = ", ".join(f"{{tanggal: 2026-01-{1 + each % 28:02}, catatan: a{each}}}" for each in range(count))
    return _plan(kegiatan=[f"id: X-1, nama: a, {_RUNNING}, kemajuan: [{reports}]"])


def spending_beside_ranges_of_years(count: int) -> str:
    ranges = [f"tahun: {first}-{last}, jumlah: 9" for first in range(1900, 2026) for last in range(2040, 2060)]
    years = [f"tahun: {each}, jumlah: 1" for each in range(2026, 2026 + 4)]
    spent = [f"{each}0, fase: realisasi" for each in years]
    return _plan(kegiatan=_activities([[*ranges[: count // 2], *years, *spent]] * 4))


def unknown_references(count: int) -> str:
    known, unknown = _anagrams(count), _anagrams(count + 1)
    items = (f"id: {id}, nama: a, {_RUNNING}, bergantung_pada: [{unknown[at]}]" for at, id in enumerate(known))
    return _plan(kegiatan=items)


def references_to_another_kind(count: int) -> str:
    items = (f"id: {id}, nama: a, {_RUNNING}, menutup: [{id}]" for id in _anagrams(count))
    return _plan(kegiatan=items, kesenjangan=(f"id: {id}, uraian: a" for id in _anagrams(count + 1)))


def reasons_about_nothing(count: int) -> str:
    reasons = (f"tanggal: 2026-01-01, item: {id}, alasan: a" for id in _anagrams(count + 1))
    return _plan(unit=(f"id: {id}, nama: a" for id in _anagrams(count)), alasan_perubahan=reasons)


def answers_to_nothing(count: int) -> str:
    return _plan(tanggapan=(f"temuan: {id}, penjelasan: a" for id in _anagrams(count)))


def unknown_keys(count: int) -> str:
    own = _anagrams(100)
    return _plan(program=(", ".join(f"n{id}: a" for id in own) for _ in range(count // 20)))


def misspelt_keys(count: int) -> str:
    return _plan(layanan=(f"id: X-{each}, nma: a, pemilk: dpmptsp, urain: a" for each in range(count)))


def wrong_words(count: int) -> str:
    return _plan(layanan=(f"id: X-{each}, nama: a, tahap_sekarang: {id}" for each, id in enumerate(_anagrams(count))))


def unknown_frames(count: int) -> str:
    named = ", ".join(_anagrams(count))
    return _plan(kegiatan=[f"id: X-1, nama: a, {_RUNNING}, indikator_nasional: [{named}]"])


def a_long_chain(count: int) -> str:
    waits = ("" if each == 0 else f"X-{each - 1}" for each in range(count))
    return _plan(
        kegiatan=(f"id: X-{each}, nama: a, {_RUNNING}, bergantung_pada: [{on}]" for each, on in enumerate(waits))
    )


def a_chain_between_circles(count: int) -> str:
    def on(each: int) -> str:
        return {0: "X-1", count - 1: f"X-{count - 2}, X-{count - 1}"}.get(each, f"X-{each - 1}")

    return _plan(
        kegiatan=(f"id: X-{each}, nama: a, {_RUNNING}, bergantung_pada: [{on(each)}]" for each in range(count))
    )


def many_circles(count: int) -> str:
    def on(each: int) -> str:
        return ", ".join(f"X-{(each + step) % count}" for step in (1, 2, count // 2))

    return _plan(
        kegiatan=(f"id: X-{each}, nama: a, {_RUNNING}, bergantung_pada: [{on(each)}]" for each in range(count))
    )


def applications_of_services(count: int) -> str:
    named = (
        f"id: X-{each}, nama: Sistem {id}, pemilik: dpmptsp, layanan: [L-1]" for each, id in enumerate(_anagrams(count))
    )
    return _plan(aplikasi=named)


def applications_of_one_name(count: int) -> str:
    return _plan(aplikasi=(f"id: X-{each}, nama: Simizin Sagara Baru, pemilik: dpmptsp" for each in range(count)))


def documents_of_one_indicator(count: int) -> str:
    return _plan(bukti=(f"id: X-{each}, judul: a, indikator_nasional: [pemdi-8-2026/13]" for each in range(count)))


def repeated_ids(count: int) -> str:
    return _plan(unit=("id: X-1, nama: a" for _ in range(count)))


def people_counted(count: int) -> str:
    counts = (
        f"peran: pengembang, unit: diskominfo, tahun: {1900 + each % 300}, ada: 1, butuh: 2" for each in range(count)
    )
    needs = ", ".join(f"{{peran: pengembang, tahun: {1900 + each % 300}, orang_bulan: 99}}" for each in range(count))
    return _plan(sdm=counts, kegiatan=[f"id: X-1, nama: a, {_RUNNING}, sdm: [{needs}]"])


def what_markdown_does_not_show(count: int) -> str:
    written = "\n\n".join([r"  a \x3cb>"] * 800)  # `<b>`, but nowhere in the file
    return _plan(kesenjangan=(f'id: X-{each}, uraian: "{written}"' for each in range(count // 100)))


def personal_numbers(count: int) -> str:
    return _plan(layanan=(f"id: X-{each}, nama: 0812345{each:05}" for each in range(count)))


SHAPES = [
    budget_lines,
    repeated_budget_lines,
    ranges_of_years,
    reports_of_progress,
    spending_beside_ranges_of_years,
    unknown_references,
    references_to_another_kind,
    reasons_about_nothing,
    answers_to_nothing,
    unknown_keys,
    misspelt_keys,
    wrong_words,
    unknown_frames,
    a_long_chain,
    a_chain_between_circles,
    many_circles,
    applications_of_services,
    applications_of_one_name,
    documents_of_one_indicator,
    repeated_ids,
    people_counted,
    what_markdown_does_not_show,
    personal_numbers,
]


def _seconds(text: str) -> tuple[float, float]:
    """What it takes to read a plan with all that is wrong with it, and to say what a sound one leaves open."""
    files = PlanFiles(PlanAddress("sagara", "2025-2029"), (RawFile("plans/sagara/2025-2029.yaml", text.encode()),))
    begun = process_time()
    reading = read_plan(files)
    read = process_time()
    problems(reading)
    if reading.edition:
        findings(reading.edition, AS_OF, Elsewhere())
        budget(reading.edition.plan)
        evidence(reading.edition.plan)
    return read - begun, process_time() - read


@pytest.mark.parametrize("made", SHAPES)
def test_a_plan_four_times_as_large_takes_no_ten_times_the_time(made: Callable[[int], str]) -> None:
    small, large = made(500), made(2000)
    reading, checking = (min(each) for each in zip(*(_seconds(small) for _ in range(2)), strict=True))
    read, checked = _seconds(large)
    assert read < 10 * reading + 0.2
    assert checked < 10 * checking + 0.2
