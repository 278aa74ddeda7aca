"""The commit that a page names: the last one that touched its institution, not the newest of the repository.

Were it the newest, every page of the country would be new after every commit.
"""

from collections.abc import Iterable, Mapping

from generator.build.survey import BuildUnit
from generator.model.address import PlanAddress
from generator.model.history import History
from generator.reading.past.contents import blob_id
from generator.reading.past.repository import Repository
from generator.reading.past.unavailable import Unavailable


def last_commits(
    repository: Repository | Unavailable, root: str, units: Iterable[BuildUnit], past: Mapping[PlanAddress, History]
) -> dict[str, str]:
    """By institution; one whose files are not, or not so, in Git is left out."""
    if isinstance(repository, Unavailable):
        return {}
    head = repository.commit("HEAD")
    if isinstance(head, Unavailable):
        return {}
    every = list(units)
    known = repository.ids(head, root, {file.path for unit in every for plan in unit.plans for file in plan.files})
    found = {}
    for unit in every:
        versions = [
            version for plan in unit.plans if plan.address in past for version in past[plan.address].versions[-1:]
        ]
        if versions and all(known.get(file.path) == blob_id(file, head) for plan in unit.plans for file in plan.files):
            found[unit.slug] = max(versions, key=lambda each: each.number).commit
    return found
