"""Where a forge leaves the words `Alasan: …`, and what is never taken for them."""

from time import thread_time

import pytest

from generator.model.history.reasons import LONGEST, Reason, ReasonsTold, reasons_in_message

LATE = "Izin terlambat."

FOUND = {
    "a trailer": "Mundurkan\n\nAlasan: Izin terlambat.",
    "before trailers": "Mundurkan (#1)\n\nAlasan: Izin terlambat.\n\nCo-authored-by: A <a@x>\nSigned-off-by: B <b@x>",
    "in the same paragraph as trailers": "Mundurkan\n\nAlasan: Izin terlambat.\nCo-authored-by: A <a@x>",
    "in the middle of a body": "Mundurkan\n\nSatu kalimat.\n\nAlasan: Izin terlambat.\n\nKalimat lain.",
    "after a sentence on the line before": "Mundurkan\n\nSatu kalimat.\nAlasan: Izin terlambat.",
    "alone": "Alasan: Izin terlambat.",
    "in bold": "Mundurkan\n\n**Alasan:** Izin terlambat.",
    "in bold without its colon": "Mundurkan\n\n**Alasan**: Izin terlambat.",
    "behind a bullet": "Mundurkan\n\n- Alasan: Izin terlambat.",
    "quoted": "Mundurkan\n\n> Alasan: Izin terlambat.",
    "in capitals": "Mundurkan\n\nALASAN : Izin terlambat.",
    "on two lines": "Mundurkan\n\nAlasan: Izin\nterlambat.",
    "on the line after": "Mundurkan\n\nAlasan:\nIzin terlambat.",
    "with the line ends of a browser": "Mundurkan\r\n\r\nAlasan: Izin terlambat.\r\n\r\nCo-authored-by: A <a@x>",
    "cherry-picked": "Mundurkan\n\nAlasan: Izin terlambat.\n(cherry picked from commit 0123456789abcdef)",
    "with signs that do not print": "Mundurkan\n\nAlasan: Izin\x01terlambat.",
}

NOT_FOUND = {
    "an empty one from a template": "Mundurkan\n\nAlasan:\n\nCo-authored-by: A <a@x>",
    "one in a comment of a template": "Mundurkan\n\n<!-- Alasan: tulis di sini -->",
    "a word in a sentence": "Mundurkan\n\nTanpa alasan: begitu saja.",
    "a longer word": "Mundurkan\n\nBeralasan: ya",
    "one that names a person": "Mundurkan\n\nAlasan: kata Bapak X <x@example.org>",
    "one with a number of a person": "Mundurkan\n\nAlasan: lihat 198001012005011001",
    "one that is a whole letter": f"Mundurkan\n\nAlasan: {'kata ' * 100}",
    "a subject": "Permintaan Bapak Fulan",
}


@pytest.mark.parametrize("message", FOUND.values(), ids=FOUND)
def test_found(message: str) -> None:
    assert [reason.text for reason in reasons_in_message(message)] == [LATE]


@pytest.mark.parametrize("message", NOT_FOUND.values(), ids=NOT_FOUND)
def test_not_found(message: str) -> None:
    assert reasons_in_message(message) == ()


def test_several_squashed_commits_keep_their_own() -> None:
    message = (
        "Dua perubahan (#7)\n\n* Mundurkan K-001\n\nAlasan: Lelang gagal.\n\n"
        "* Mundurkan K-002\n\nAlasan: Izin terlambat.\n\nCo-authored-by: A <a@x>"
    )
    reasons = reasons_in_message(message)
    assert [reason.text for reason in reasons] == ["Lelang gagal.", "Izin terlambat."]
    moved = ("K-001", "K-002", "K-003")
    assert ReasonsTold(reasons, moved).about("K-001") == "Lelang gagal."
    assert ReasonsTold(reasons, moved).about("K-002") == "Izin terlambat."
    assert ReasonsTold(reasons, moved).about("K-003") is None


def test_a_reason_that_names_an_item_is_for_that_item_only() -> None:
    reasons = reasons_in_message("Ubah\n\nAlasan K-001: Lelang gagal.\nAlasan (k-002): Izin terlambat.")
    assert [ReasonsTold(reasons, ("K-001", "K-002")).about(item) for item in ("K-001", "K-002")] == [
        "Lelang gagal.",
        "Izin terlambat.",
    ]


def test_reasons_that_name_no_item_are_for_all() -> None:
    reasons = reasons_in_message("Ubah\n\nAlasan: Dana dipotong.\n\nAlasan: Izin terlambat.\n\nAlasan: Dana dipotong.")
    assert ReasonsTold(reasons, ("K-001", "K-002")).about("K-001") == "Dana dipotong. Izin terlambat."


def test_none_is_none() -> None:
    assert ReasonsTold((), ("K-001",)).about("K-001") is None
    assert ReasonsTold([Reason("x", frozenset({"k-002"}))], ("K-001", "K-002")).about("K-001") is None


@pytest.mark.parametrize(
    "message",
    [
        "ubah\n\nalasan" + " " * 2_000_000 + "x",
        "alasan: \n" * 200_000,
        " ".join(f"k{number}" for number in range(60_000)) + "\n" + "alasan: a b\n" * 30_000,
        " ".join(f"k{number}" for number in range(6_000)) + "\n" + "".join(f"alasan: a{n}z\n" for n in range(9_000)),
        "* alasan\n" * 100_000,
        "<!--" * 500_000,
    ],
    ids=["spaces", "empty ones", "one for many ids", "many for many ids", "squashed", "comments"],
)
def test_a_message_that_never_ends_costs_no_more_than_a_long_one(message: str) -> None:
    begun = thread_time()
    assert len(reasons_in_message(message)) <= 200
    assert thread_time() - begun < 10


def test_spaces_around_what_a_reason_is_about_are_no_part_of_it() -> None:
    told = reasons_in_message("Ubah\n\n1)  **Alasan   K-001  ** :  Izin   terlambat.")
    assert told == (Reason("Izin terlambat.", frozenset({"k-001"})),)


def test_what_many_commits_say_about_one_item_is_told_as_far_as_one_reads() -> None:
    told = ReasonsTold([Reason(f"{number} {'x' * 250}", frozenset()) for number in range(1000)], ("K-001",))
    text = told.about("K-001") or ""
    assert text.startswith("0 xxx")
    assert text.endswith("x …")
    assert len(text) < 6 * LONGEST
