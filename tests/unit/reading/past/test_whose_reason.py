"""A reason in a commit's message is one of the plans that this commit touched, however it came to be published."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from generator.model.address import PlanAddress
from generator.pipeline.looking import difference
from generator.reading.library import Library
from generator.reading.past import messages
from generator.reading.past.histories import histories
from generator.reading.past.repository import repository_at
from generator.report.difference import Difference
from generator.store.cache import Cache

A, B = PlanAddress("arunika", "2025-2029"), PlanAddress("baruna", "2025-2029")
ENDS = ("2028-T1", "2028-T2", "2028-T3", "2028-T4")


class Year:
    """Two institutions whose activities have the same ids, and a branch that collects what both do in a month."""

    def __init__(self, workshop: Any, small_plan: Callable[[], dict[str, Any]]) -> None:
        self.workshop, self.git, self._small = workshop, workshop.git, small_plan
        self.commit({A: "2027-T4", B: "2027-T4"}, "Terbit", "2026-01-02")
        self.git("switch", "--quiet", "--create", "bulanan")

    def file(self, plan: PlanAddress) -> str:
        return f"plans/{plan}.yaml"

    def text(self, plan: PlanAddress, end: str) -> str:
        values = json.loads(json.dumps(self._small()))
        values["lembaga"]["kode"] = {"a": "99.01", "b": "99.02"}[plan.institution[0]]
        values["kegiatan"][0]["selesai"] = end
        return json.dumps(values)

    def commit(self, ends: dict[PlanAddress, str], message: str, day: str = "2026-02-01", **more: str | None) -> None:
        files: dict[str, str | None] = {self.file(plan): self.text(plan, end) for plan, end in ends.items()}
        self.workshop.commit(files | more, message, day)

    def publish(self, message: str = "Merge pull request #7 from dinas/bulanan", *how: str) -> None:
        self.git("switch", "--quiet", "main")
        self.git("merge", "--quiet", *(how or ("--no-ff",)), "bulanan", "-m", message, day="2026-03-01")

    def reasons(self, plan: PlanAddress) -> list[str | None]:
        cache = Cache(self.workshop.folder / "simpanan")
        known = repository_at(self.workshop.folder)
        found = histories(known, "plans", [A, B], cache)[plan]
        assert found == histories(known, "plans", [A, B], cache)[plan]  # as it was kept
        return [entry.reason for entry in found.entries]


@pytest.fixture
def year(workshop: Any, small_plan: Callable[[], dict[str, Any]]) -> Year:
    return Year(workshop, small_plan)


def test_of_what_a_merge_brings_each_reason_stays_with_what_its_commit_touched(year: Year) -> None:
    year.commit({B: "2028-T1"}, "Mundur\n\nAlasan: gempa di Baruna.")
    year.commit({A: "2028-T4"}, "Mundur juga")
    year.publish()
    assert (year.reasons(A), year.reasons(B)) == ([None], ["gempa di Baruna."])


def test_each_has_its_own_where_all_give_one(year: Year) -> None:
    year.commit({A: "2028-T4"}, "Alasan K-001: lelang gagal.")
    year.commit({B: "2028-T1"}, "Alasan K-001: gempa.")
    year.commit({A: "2029-T1", B: "2028-T2"}, "Alasan: dana dipotong.")
    year.publish()
    assert year.reasons(A) == ["lelang gagal."]  # one that names the item is for that item
    assert year.reasons(B) == ["gempa."]


def test_the_words_of_a_merge_and_of_a_squash_are_about_all_that_they_published(year: Year) -> None:
    year.commit({B: "2028-T1"}, "Mundur")
    year.commit({A: "2028-T4"}, "Mundur")
    year.publish("Gabung\n\nAlasan: dana dipotong.")
    assert (year.reasons(A), year.reasons(B)) == (["dana dipotong."], ["dana dipotong."])
    year.git("switch", "--quiet", "bulanan")
    year.commit({A: "2029-T1", B: "2029-T2"}, "Mundur lagi")
    year.git("switch", "--quiet", "main")
    year.git("merge", "--quiet", "--squash", "bulanan")
    year.git("commit", "--quiet", "--message", "Kumpulan (#8)\n\n* Mundur lagi\n\nAlasan: banjir.", day="2026-04-01")
    assert (year.reasons(A)[1:], year.reasons(B)[1:]) == (["banjir."], ["banjir."])


def test_a_merge_within_what_is_merged_is_about_what_it_brought(year: Year) -> None:
    year.git("switch", "--quiet", "--create", "baruna")
    year.commit({B: "2028-T1"}, "Mundur")
    year.git("switch", "--quiet", "bulanan")
    year.commit({A: "2028-T4"}, "Mundur")
    year.git("merge", "--quiet", "--no-ff", "baruna", "-m", "Gabung baruna\n\nAlasan: gempa.", day="2026-02-03")
    year.publish()
    assert (year.reasons(A), year.reasons(B)) == ([None], ["gempa."])


def test_a_folder_that_was_renamed_is_the_same_under_both_names(year: Year) -> None:
    year.commit({B: "2028-T1"}, "Alasan: gempa.")
    moved = f"plans/{B.institution}-baru/{B.period}.yaml"
    year.commit({A: "2028-T4"}, "Ganti nama", **{moved: year.text(B, "2028-T1"), year.file(B): None})
    year.publish()
    assert year.reasons(PlanAddress("baruna-baru", B.period)) == ["gempa."]
    assert year.reasons(A) == [None]


def test_a_commit_made_for_its_words_is_about_the_one_institution_whose_plans_were_merged(year: Year) -> None:
    year.commit({B: "2028-T1"}, "Mundur")
    year.workshop.commit({"README.md": "x"}, "Catatan\n\nAlasan: gempa.", "2026-02-02")
    year.publish()
    assert (year.reasons(A), year.reasons(B)) == ([], ["gempa."])


def test_nobody_is_told_to_have_said_what_stands_in_a_commit_of_none_of_several(year: Year) -> None:
    year.commit({B: "2028-T1"}, "Mundur")
    year.commit({A: "2028-T1"}, "Mundur")
    year.workshop.commit({"README.md": "x"}, "Catatan\n\nAlasan: gempa.", "2026-02-02")
    year.publish()
    assert (year.reasons(A), year.reasons(B)) == ([None], [None])


def test_a_note_in_an_institution_s_folder_and_a_file_with_a_wrong_name_are_its_own(year: Year) -> None:
    year.commit({A: "2028-T4", B: "2028-T1"}, "Mundur")
    year.workshop.commit({"plans/baruna/catatan.docx": "x"}, "Alasan: gempa.", "2026-02-02")
    year.publish()
    assert (year.reasons(A), year.reasons(B)) == ([None], ["gempa."])


def test_a_proposal_is_shown_with_the_same_reasons(year: Year) -> None:
    year.commit({B: "2028-T1"}, "Mundur\n\nAlasan: gempa.")
    year.commit({A: "2028-T4"}, "Mundur juga")
    found = difference(year.workshop.folder / "plans", "main", "bulanan", date(2026, 2, 2), Library(Cache(None)))
    assert isinstance(found, Difference)
    told = {change.plan: reason for change, reason in found.reasons.items()}
    assert told == {A: None, B: "gempa."}


def test_a_merged_commit_of_which_git_lost_a_folder_costs_no_other_its_reason(year: Year) -> None:
    year.commit({B: "2028-T1"}, "Mundur\n\nAlasan: gempa.")
    lost = year.git("rev-parse", "HEAD:plans/baruna").strip()
    year.commit({B: "2028-T2"}, "Mundur lagi")
    year.commit({A: "2028-T2"}, "Mundur\n\nAlasan: lelang gagal.")
    year.publish()
    (year.workshop.folder / ".git/objects" / lost[:2] / lost[2:]).unlink()
    assert (year.reasons(A), year.reasons(B)) == (["lelang gagal."], ["gempa."])  # who touched it is known


@pytest.mark.parametrize("bound", ["_MOST_OF_AN_INSTITUTION", "_MOST_OF_ALL"])
def test_where_messages_say_too_much_the_longest_are_not_read(
    year: Year, monkeypatch: pytest.MonkeyPatch, bound: str
) -> None:
    """Else a few hundred kilobytes of Git, where equal messages pack to nothing, would cost gigabytes."""
    year.commit({A: ENDS[0]}, f"Satu\n\nAlasan: Panjang.\n\n{'kata ' * 100}")
    year.commit({A: ENDS[1]}, "Dua\n\nAlasan: Pendek.")
    year.commit({B: ENDS[0]}, "Tiga\n\nAlasan: Lain.")
    year.publish("Sampai sekarang", "--ff-only")
    monkeypatch.setattr(messages, bound, 400)
    assert (year.reasons(A), year.reasons(B)) == ([None, "Pendek."], ["Lain."])


def test_what_one_commit_publishes_often_is_read_once(year: Year, monkeypatch: pytest.MonkeyPatch) -> None:
    for end in ENDS[:3]:
        year.commit({A: end}, "Ubah\n\nAlasan: Lelang gagal.")
    year.publish()
    monkeypatch.setattr(messages, "_MOST_OF_ALL", len("Ubah\n\nAlasan: Lelang gagal.\n"))
    assert year.reasons(A) == ["Lelang gagal."]


def test_beside_thousands_of_folders_a_message_says_nothing(year: Year, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where plans stand nobody has so many; to look through them for each commit would cost minutes."""
    year.commit({A: ENDS[0]}, "Ubah\n\nAlasan: Lelang gagal.")
    year.publish()
    monkeypatch.setattr(messages, "LARGEST", 20)
    assert year.reasons(A) == [None]
