import pytest

from generator.model.address import PlanAddress
from generator.reading.plan_files import RESERVED, group


def test_plans_are_grouped_by_their_address() -> None:
    plans, problems = group(["plans/a/2025-2029/y.yml", "plans/a/2025-2029/x.yaml", "plans/b/2020-2024.yaml"], "plans")
    assert plans == {
        PlanAddress("a", "2025-2029"): ["plans/a/2025-2029/x.yaml", "plans/a/2025-2029/y.yml"],
        PlanAddress("b", "2020-2024"): ["plans/b/2020-2024.yaml"],
    }
    assert problems == []


@pytest.mark.parametrize(
    "path",
    ["a.yaml", "A/2025-2029.yaml", "a b/2025-2029.yaml", "a/2029-2025.yaml", "a/rencana.yaml", "a/2025-2029/b/c.yaml"]
    + [f"{name}/2025-2029.yaml" for name in (*sorted(RESERVED), 101 * "a", f"{50 * 'a-'}a")],
)
def test_a_file_where_no_plan_can_be_is_told(path: str) -> None:
    plans, problems = group([f"plans/{path}"], "plans")
    assert plans == {}
    assert [(problem.code, problem.place.path) for problem in problems] == [("letak-berkas", f"plans/{path}")]


def test_hidden_files_and_other_kinds_are_not_looked_at() -> None:
    assert group(["plans/.git/x.yaml", "plans/a/.x.yaml", "plans/a/catatan.txt"], "plans") == ({}, [])


@pytest.mark.parametrize("name", ["a\udcffb", "a\nb", "a\x1b[2Jb", "a\u202eb", "a\x00b"])
def test_a_name_that_cannot_be_printed_holds_its_plan_back_and_is_told_as_numbers(name: str) -> None:
    plans, (problem,) = group([f"plans/a/2025-2029/{name}.yaml", "plans/a/2025-2029/b.yaml"], "plans")
    assert plans == {PlanAddress("a", "2025-2029"): ["plans/a/2025-2029/b.yaml"]}
    assert problem.plan == "a/2025-2029"
    assert problem.place.path.isprintable()
    problem.place.path.encode()


def test_a_folder_that_was_a_file_once_belongs_to_no_plan() -> None:
    assert group(["rencana.yaml"], "rencana.yaml") == ({}, [])


@pytest.mark.parametrize("wrong", ["a/2025-2029 (1).yaml", "A/2025-2029.yaml", "a/2025\u20132029/x.yaml"])
def test_a_plan_under_a_wrong_name_is_held_back_and_a_copy_of_one_is_only_told(wrong: str) -> None:
    _, (alone,) = group([f"plans/{wrong}"], "plans")
    assert alone.plan == "a/2025-2029"
    assert "ganti nama" in str(alone.help)
    _, (copy,) = group([f"plans/{wrong}", "plans/a/2025-2029.yaml"], "plans")
    assert copy.plan == ""
    assert "sudah ada; gabungkan isinya" in str(copy.help), "to rename it would write over the plan"
