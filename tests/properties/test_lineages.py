"""Whatever institutions do with their folders, each keeps its own past and no other's."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from generator.model.address import PlanAddress
from generator.reading.past.contents import Blob
from generator.reading.past.identity import Identity
from generator.reading.past.lineages import lineages
from generator.reading.past.steps import Commit, CommitFiles

PARTS = ("kegiatan", "lembaga", "unit")
BROKEN = "rusak"


@dataclass
class Country:
    """Institutions with a plan in files each; a content is named by its institution, its part and a number."""

    steps: list[CommitFiles] = field(default_factory=list)
    folders: dict[int, str] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    first: dict[int, int] = field(default_factory=dict)
    numbers: "count[int]" = field(default_factory=count)

    def commit(self, changed: Mapping[str, str | None]) -> None:
        self.steps.append(CommitFiles(Commit(f"{len(self.steps):040}", "2026-01-01T00:00:00+00:00"), dict(changed)))
        self.files = {path: id for path, id in {**self.files, **changed}.items() if id}

    def content(self, who: int, part: str, what: str = "") -> str:
        # All new plans begin with the same units.
        return "sama" if part == "unit" else f"{who} {part} {what or next(self.numbers)}"

    def fresh(self) -> str:
        return f"plans/f{next(self.numbers)}/2025-2029"

    def own(self, who: int) -> dict[str, str]:
        return {path: id for path, id in self.files.items() if path.startswith(f"{self.folders[who]}/")}

    def begin(self, who: int) -> None:
        self.folders[who], self.first[who] = self.fresh(), len(self.steps)
        self.commit({f"{self.folders[who]}/{part}.yaml": self.content(who, part) for part in PARTS})

    def edit(self, who: int) -> None:
        self.commit({f"{self.folders[who]}/{part}.yaml": self.content(who, part) for part in PARTS})

    def rename(self, who: int) -> None:
        self._move(who, {path: self.content(who, path.rpartition("/")[2][:-5]) for path in self.own(who)})

    def rename_with_a_slip(self, who: int) -> None:
        self._move(who, {path: self.content(who, "lembaga", BROKEN) for path in self.own(who)})
        self.edit(who)

    def _move(self, who: int, files: Mapping[str, str]) -> None:
        old, self.folders[who] = self.folders[who], self.fresh()
        new = {path.replace(old, self.folders[who]): id for path, id in files.items()}
        self.commit(new | dict.fromkeys(files))

    def rename_file_by_file(self, who: int) -> None:
        own, old = self.own(who), self.folders[who]
        self.folders[who] = self.fresh()
        for path, id in own.items():
            self.commit({path: None, path.replace(old, self.folders[who]): id})

    def copy_and_delete(self, who: int) -> None:
        own, old = self.own(who), self.folders[who]
        self.folders[who] = self.fresh()
        self.commit({path.replace(old, self.folders[who]): id for path, id in own.items()})
        self.commit(dict.fromkeys(own))

    def delete_and_bring_back(self, who: int) -> None:
        own = self.own(who)
        self.commit(dict.fromkeys(own))
        self.commit(own)

    def break_and_mend(self, who: int) -> None:
        self.commit({f"{self.folders[who]}/lembaga.yaml": self.content(who, "lembaga", BROKEN)})
        self.edit(who)

    def give_up(self, who: int) -> None:
        self.commit(dict.fromkeys(self.own(who)))
        del self.folders[who]


ACTS = [
    Country.edit,
    Country.rename,
    Country.rename_with_a_slip,
    Country.rename_file_by_file,
    Country.copy_and_delete,
    Country.delete_and_bring_back,
    Country.break_and_mend,
    Country.give_up,
]


def identify(address: PlanAddress, files: tuple[Blob, ...]) -> Identity | None:
    told = [file.id.split() for file in files]
    if any(BROKEN in words for words in told):
        return None
    return next((Identity("kemendagri", words[0], f"nama {words[0]}") for words in told if "lembaga" in words), None)


@given(st.lists(st.tuples(st.integers(0, 2), st.sampled_from(ACTS)), max_size=12))
def test_each_keeps_its_own_past(acts: list[tuple[int, object]]) -> None:
    country = Country()
    for who in range(3):
        country.begin(who)
    for who, act in acts:
        if who in country.folders:
            act(country, who)  # type: ignore[operator]
    found = lineages(country.steps, "plans", identify).last
    for who, folder in country.folders.items():
        versions = found[PlanAddress(*folder.split("/")[1:])]
        assert versions[0].number == country.first[who]
        assert {id.split()[0] for each in versions for _, id, *_ in each.blobs} <= {str(who), "sama"}
        numbers = [each.number for each in versions]
        assert numbers == sorted(set(numbers))
