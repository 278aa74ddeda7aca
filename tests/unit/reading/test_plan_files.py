from pathlib import Path

import pytest

from generator.model.address import PlanAddress
from generator.reading.plan_files import RESERVED, group, on_disk


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
    + [f"{name}/2025-2029.yaml" for name in sorted(RESERVED)],
)
def test_a_file_where_no_plan_can_be_is_told(path: str) -> None:
    plans, problems = group([f"plans/{path}"], "plans")
    assert plans == {}
    assert [(problem.code, problem.place.path) for problem in problems] == [("letak-berkas", f"plans/{path}")]


def test_hidden_files_and_other_kinds_are_not_looked_at() -> None:
    assert group(["plans/.git/x.yaml", "plans/a/.x.yaml", "plans/a/catatan.txt"], "plans") == ({}, [])


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("rahasia: ya\n")
    folder = tmp_path / "plans" / "a"
    folder.mkdir(parents=True)
    (folder / "2025-2029.yaml").symlink_to(tmp_path / "secret.yaml")
    (folder / "2020-2024.yaml").write_text("a: b\n")
    (folder / "2030-2034.yaml").symlink_to("tidak-ada")
    plans, problems = on_disk(tmp_path / "plans", tmp_path)
    assert [problem.place.path for problem in problems] == ["plans/a/2025-2029.yaml", "plans/a/2030-2034.yaml"]
    assert {problem.code for problem in problems} == {"letak-berkas"}
    assert [(plan.address.period, plan.files[0].path) for plan in plans] == [("2020-2024", "plans/a/2020-2024.yaml")]


def test_the_ending_may_be_in_capitals(tmp_path: Path) -> None:
    (tmp_path / "plans" / "a").mkdir(parents=True)
    (tmp_path / "plans" / "a" / "2025-2029.YAML").write_text("a: b\n")
    (plan,), problems = on_disk(tmp_path / "plans", tmp_path)
    assert (plan.address, problems) == (PlanAddress("a", "2025-2029"), [])


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "plans" / "a").mkdir(parents=True)
    (tmp_path / "plans" / "a" / "2025-2029.yaml").write_text("a: b\n")

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    (plan,), (problem,) = on_disk(tmp_path / "plans", tmp_path)
    assert plan.files[0].content == b""
    assert (problem.code, problem.place.path, problem.plan) == (
        "yaml-tidak-terbaca",
        "plans/a/2025-2029.yaml",
        "a/2025-2029",
    )


def test_an_empty_folder_holds_no_plan(tmp_path: Path) -> None:
    (tmp_path / "plans" / "a" / "2025-2029").mkdir(parents=True)
    assert on_disk(tmp_path / "plans", tmp_path) == ([], [])
