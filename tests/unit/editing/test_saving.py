"""What is brought back is written into the repository, and nowhere else."""

from pathlib import Path

import pytest

from generator.editing.saving import save
from generator.model.address import PlanAddress
from generator.reading.plan_files import PlanFiles, RawFile


@pytest.mark.parametrize("place", ["plans", "plans/kota-sagara", "plans/kota-sagara/2025-2029"])
def test_a_link_does_not_lead_a_new_plan_out_of_the_repository(tmp_path: Path, place: str) -> None:
    (tmp_path / "lain").mkdir()
    link = tmp_path / "repo" / place
    link.parent.mkdir(parents=True)
    link.symlink_to(tmp_path / "lain")
    file = RawFile("plans/kota-sagara/2025-2029/lembaga.yaml", b"a: 1")
    with pytest.raises(OSError, match="tautan"):
        save(tmp_path / "repo", None, PlanFiles(PlanAddress("kota-sagara", "2025-2029"), (file,)))
    assert not list((tmp_path / "lain").iterdir())
