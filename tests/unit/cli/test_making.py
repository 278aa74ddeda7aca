from datetime import date
from typing import Any

from generator.cli.making import making
from generator.diagnostics import Place


def test_links_to_the_forge_start_at_the_top_of_the_repository(workshop: Any) -> None:
    commit = workshop.commit(
        {"egov/plans/sagara/2025-2029.yaml": "kegiatan: []", "egov/mkdocs.yml": "repo_url: https://forge.example/a/b\n"}
    )
    site = making(workshop.folder / "egov" / "plans", date(2026, 11, 24), workshop.folder / "cache").site
    place = Place("plans/sagara/2025-2029.yaml", 3, 1, 3, 5)
    assert site.view(place) == f"https://forge.example/a/b/blob/{commit[:12]}/egov/plans/sagara/2025-2029.yaml#L3"
    assert site.edit(place) == "https://forge.example/a/b/edit/main/egov/plans/sagara/2025-2029.yaml"
