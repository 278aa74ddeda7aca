"""The commit that pages name: the last that touched their institution, and none for what is not committed."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from generator.build.last_commits import last_commits
from generator.build.survey import units
from generator.reading.disk import on_disk
from generator.reading.past.histories import histories
from generator.reading.past.repository import repository_at
from generator.store.cache import Cache


def commits(folder: Path) -> dict[str, str]:
    files, *_ = on_disk(folder / "plans", folder)
    repository = repository_at(folder)
    past = histories(repository, "plans", [plan.address for plan in files], Cache(None))
    return last_commits(repository, "plans", units(files), past)


def test_an_institution_keeps_its_commit_when_others_change(workshop: Any, small_plan: Callable[[], Any]) -> None:
    first = workshop.commit({"plans/sagara/2025-2029.yaml": small_plan(), "plans/segara/2025-2029.yaml": small_plan()})
    changed = small_plan()
    changed["rencana"]["diperbarui"] = "2026-02-03"
    second = workshop.commit({"plans/segara/2025-2029.yaml": changed}, day="2026-02-03")
    assert commits(workshop.folder) == {"sagara": first, "segara": second}
    workshop.commit({"catatan.txt": "bukan rencana"}, day="2026-03-04")
    assert commits(workshop.folder) == {"sagara": first, "segara": second}


def test_what_differs_from_the_commit_names_none(workshop: Any, small_plan: Callable[[], Any]) -> None:
    workshop.commit({"plans/sagara/2025-2029.yaml": small_plan()})
    workshop.write("plans/sagara/2025-2029.yaml", json.dumps(small_plan()) + "\n")
    assert commits(workshop.folder) == {}


def test_outside_git_there_is_none(tmp_path: Path, small_plan: Callable[[], Any]) -> None:
    (tmp_path / "plans" / "sagara").mkdir(parents=True)
    (tmp_path / "plans" / "sagara" / "2025-2029.yaml").write_text(json.dumps(small_plan()), encoding="utf-8")
    assert commits(tmp_path) == {}
