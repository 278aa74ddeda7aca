from collections.abc import Callable

from generator.diagnostics import Problem
from generator.locale import language

Check = Callable[..., list[Problem]]


def plan(**waits: str) -> str:
    lines = [f"  - {{id: {id}, bergantung_pada: [{targets}]}}" for id, targets in waits.items()]
    return "kegiatan:\n" + "\n".join(lines) + "\n"


def circles(found: list[Problem]) -> list[str]:
    return [language().word(each.message) for each in found if each.code == "ketergantungan-melingkar"]


def test_a_chain_is_no_circle(check: Check) -> None:
    assert circles(check(plan(A="B, C", B="C", C="D", D=""))) == []


def test_a_circle_is_told_once_with_a_label_for_each_further_step(check: Check) -> None:
    found = check(plan(A="B", B="C", C="A", D="A"))
    assert circles(found) == ["kegiatan saling menunggu: `A` → `B` → `C` → `A`"]
    (problem,) = [each for each in found if each.code == "ketergantungan-melingkar"]
    assert [problem.place.line, *(label.place.line for label in problem.labels)] == [2, 3, 4]


def test_two_circles_through_one_activity_are_both_told(check: Check) -> None:
    assert circles(check(plan(A="B, C", B="A", C="A"))) == [
        "kegiatan saling menunggu: `A` → `B` → `A`",
        "kegiatan saling menunggu: `C` → `A` → `C`",
    ]


def test_an_activity_that_waits_for_itself(check: Check) -> None:
    assert circles(check(plan(A="A"))) == ["kegiatan `A` bergantung pada dirinya sendiri"]


def test_who_waits_for_a_circle_is_on_none(check: Check) -> None:
    waits = {"A": "B", "B": "C", "C": "D, B", "D": "E", "E": "F", "F": "E"}
    assert circles(check(plan(**waits))) == [
        "kegiatan saling menunggu: `B` → `C` → `B`",
        "kegiatan saling menunggu: `E` → `F` → `E`",
    ]


def test_of_a_long_circle_the_beginning_is_told(check: Check) -> None:
    found = check(plan(**{f"A{each}": f"A{(each + 1) % 100}" for each in range(100)}))
    (words,) = circles(found)
    assert words.startswith("kegiatan saling menunggu: `A0` → `A1` → ")
    assert words.endswith(" → `A19` → … → `A0`")
