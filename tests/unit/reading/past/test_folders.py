"""What is too much for one institution costs the past of that one alone; trees as anybody makes them."""

import subprocess
from collections.abc import Callable, Mapping
from time import process_time
from typing import Any

import pytest
from click.testing import CliRunner

from generator.build.last_commits import last_commits
from generator.build.survey import units
from generator.cli import main
from generator.model.address import PlanAddress
from generator.model.history import History
from generator.reading.disk import on_disk
from generator.reading.past import folders
from generator.reading.past.histories import histories
from generator.reading.past.repository import Repository, repository_at
from generator.reading.past.trees import Trees
from generator.store.cache import Cache

SAGARA, ARUNIKA = "plans/sagara/2025-2029.yaml", "plans/arunika/2025-2029.yaml"


class Country:
    """Two institutions, whose plans each moved a promise, and whatever is put beside them."""

    def __init__(self, workshop: Any, values: dict[str, Any]) -> None:
        self.workshop, self.git, self.folder, self._values = workshop, workshop.git, workshop.folder, values
        self.move("2026-T4", 1)
        self.move("2027-T4", 2)

    def move(self, end: str, day: int, *paths: str) -> None:
        self._values["kegiatan"][0]["selesai"] = end
        for path in paths or (SAGARA, ARUNIKA):
            self._values["lembaga"] = self._values.get("lembaga", {}) | {"kode": "99.01" if path == SAGARA else "99.02"}
            self.workshop.write(path, self._values)
        self.git("add", "--all")
        self.git("commit", "--quiet", "-m", "Ubah", day=f"2026-01-{day:02}")

    def tree(self, entries: Mapping[str, str], base: str = "") -> str:
        """A tree with these blobs and trees by name, and what stands in another."""
        kinds = {name: self.git("cat-file", "-t", id) for name, id in list(entries.items())[:1]}
        kind = next(iter(kinds.values()), "blob")
        mode = "040000" if kind == "tree" else "100644"
        kept = (
            [line for line in self.git("ls-tree", base).splitlines() if line.partition("\t")[2] not in entries]
            if base
            else []
        )
        told = "\n".join([*kept, *(f"{mode} {kind} {id}\t{name}" for name, id in entries.items())])
        done = subprocess.run(
            ["git", "mktree", "--missing"], cwd=self.folder, input=f"{told}\n".encode(), check=True, capture_output=True
        )
        return done.stdout.decode().strip()

    def files(self, count: int, name: str = "lampiran-{:06}.pdf") -> str:
        done = subprocess.run(
            ["git", "hash-object", "-w", "--stdin"], cwd=self.folder, input=b"x: 1\n", check=True, capture_output=True
        )
        return self.tree(dict.fromkeys(map(name.format, range(count)), done.stdout.decode().strip()))

    def hang(self, plans: Mapping[str, str], *, back: bool = True) -> None:
        """A commit with these trees below the plans, and one that takes them back."""
        head, made = self.git("rev-parse", "HEAD"), self.made(plans)
        if back:
            made = self.git("commit-tree", f"{head}^{{tree}}", "-p", made, "-m", "Perbaiki ejaan", day="2026-01-04")
        self.git("reset", "--quiet", "--hard" if back else "--mixed", made)

    def made(self, plans: Mapping[str, str]) -> str:
        root = self.tree({"plans": self.tree(plans, "HEAD:plans")}, "HEAD^{tree}")
        return str(self.git("commit-tree", root, "-p", "HEAD", "-m", "Perbaiki ejaan", day="2026-01-03"))

    def told(self, path: str) -> History:
        address = PlanAddress(path.split("/")[1], "2025-2029")
        return histories(repository_at(self.folder), "plans", [address], Cache(None))[address]

    def days(self, path: str) -> list[int]:
        return [entry.day.day for entry in self.told(path).entries]


@pytest.fixture
def country(workshop: Any, small_plan: Callable[[], dict[str, Any]]) -> Country:
    return Country(workshop, small_plan())


def test_one_folder_of_attachments_put_in_and_taken_out_costs_nobody_anything(country: Country) -> None:
    for count, name in ((12_000, "lampiran-{:06}.pdf"), (30_000, f"{'nama-panjang-' * 4}{{:06}}.pdf")):
        folder = country.tree({"2025-2029": country.files(count, name)}, "")
        country.hang({"sagara": folder})
        country.hang({"tirta": folder})
    country.move("2028-T1", 5)
    assert country.days(SAGARA) == country.days(ARUNIKA) == [2, 5]


@pytest.mark.parametrize("count", [12_000, 45_000])
def test_one_that_stays_costs_its_institution_alone_until_it_is_gone(
    country: Country, count: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    attached = country.tree(
        {"lampiran": country.files(count, "salinan-surat-pendukung-{:06}.pdf")}, "HEAD:plans/sagara"
    )
    before = country.git("rev-parse", "HEAD:plans/sagara")
    country.hang({"sagara": attached}, back=False)
    country.git("commit", "--quiet", "--allow-empty", "-m", "Lagi")
    lost = country.told(SAGARA)
    assert not lost.known
    assert lost.reason == folders.BEYOND
    assert lost.help
    assert country.days(ARUNIKA) == [2]
    monkeypatch.chdir(country.folder)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "singgahan"))
    done = CliRunner().invoke(main, ["pages", str(tmp_path / "halaman")])
    assert "peringatan: sagara: perubahan di folder lembaga ini melewati batas: 10000 berkas" in done.output
    assert "sagara" in next(
        line for line in CliRunner().invoke(main, ["doctor"]).output.splitlines() if "Riwayat" in line
    )
    root = country.tree({"plans": country.tree({"sagara": before}, "HEAD:plans")}, "HEAD^{tree}")
    country.git("reset", "--quiet", "--hard", country.git("commit-tree", root, "-p", "HEAD", "-m", "Keluarkan"))
    country.move("2028-T1", 6)
    assert country.days(SAGARA) == country.days(ARUNIKA) == [2, 6]


@pytest.mark.parametrize("institutions", [100, 1_500])
def test_equal_trees_that_unfold_to_a_country_cost_nobody_anything(
    country: Country, institutions: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Seven objects with 1.2 million paths, and of institutions so many that each has fewer than it may."""
    monkeypatch.setattr(folders, "_MOST_OF_THOSE_GONE", 2_000)
    files = country.files(120, "{:04}.yaml")
    periods = 100 if institutions == 100 else 8
    folder = country.tree({f"{1900 + each}-{1901 + each}": files for each in range(periods)})
    for _ in range(2):
        country.hang({f"a{each:04}": folder for each in range(institutions)})
    country.move("2028-T1", 5)
    begun = process_time()
    assert country.days(SAGARA) == country.days(ARUNIKA) == [2, 5]
    assert process_time() - begun < 60


def test_of_what_is_too_much_together_those_make_way_that_stand_nowhere(
    country: Country, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "MOST_TOLD", 200)
    folder = country.tree({"1900-1901": country.files(10, "{:04}.yaml")})
    for _ in range(5):
        country.hang({f"a{each}": folder for each in range(9)})
    assert country.days(SAGARA) == country.days(ARUNIKA) == [2]
    repository = repository_at(country.folder)
    assert isinstance(repository, Repository)
    steps = repository.steps("HEAD", "plans")
    assert isinstance(steps, list)
    assert sum(len(step.files) for step in steps) <= 200
    assert steps[-1].beyond
    assert not steps[-1].beyond & {"sagara", "arunika"}


def test_who_comes_after_a_folder_that_made_way_is_told(country: Country, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "MOST_TOLD", 200)
    folder = country.tree({"1900-1901": country.files(150, "{:04}.yaml")})
    country.hang({"y": folder}, back=False)
    country.hang({"z": folder}, back=False)
    country.git("reset", "--quiet", "--hard")
    country.git("rm", "--quiet", "-r", "plans/y", "plans/z")
    country.move("2028-T1", 5, "plans/baru/2025-2029.yaml")
    repository = repository_at(country.folder)
    assert isinstance(repository, Repository)
    steps = repository.steps("HEAD", "plans")
    assert isinstance(steps, list)
    assert "plans/baru/2025-2029.yaml" in steps[-1].files
    assert {"y", "z"} & steps[-1].beyond


def test_attachments_that_change_in_every_commit_leave_the_plan_its_past(
    country: Country, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "MOST_TOLD", 100)
    kinds = [country.files(count) for count in (20, 30)]
    for _ in range(6):
        for attached in kinds:
            country.hang({"sagara": country.tree({"lampiran": attached}, "HEAD:plans/sagara")})
    country.move("2028-T1", 5)
    assert country.days(SAGARA) == country.days(ARUNIKA) == [2, 5]


def test_names_of_folders_without_end_are_passed_over(country: Country) -> None:
    """The folder of plans itself is more than is opened, at one commit."""
    folder = country.tree({"1900-1901": country.files(1)})
    country.hang({f"{'lembaga-yang-panjang-' * 4}{each:06}": folder for each in range(20_000)})
    country.move("2028-T1", 5)
    assert country.days(SAGARA) == [2, 5]


def test_what_comes_and_goes_again_and_again_is_soon_compared_no_more(
    country: Country, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Too much each time to be told, and of so many folders that to see so takes seconds."""
    compared: list[int] = []
    count = Trees.count
    monkeypatch.setattr(Trees, "count", lambda *entries: compared.append(1) or count(*entries))
    attached = country.tree({"2025-2029": country.files(12_000)})
    for _ in range(12):
        country.hang({f"a{each:02}": attached for each in range(40)})
    country.move("2028-T1", 5)
    assert country.days(SAGARA) == [2, 5]
    assert len(compared) > 12 * 40
    compared.clear()
    monkeypatch.setattr(folders, "_COMPARED_AT_FIRST", 100)
    monkeypatch.setattr(folders, "_COMPARED_A_COMMIT", 10)
    assert country.days(SAGARA) == [2, 5]
    assert len(compared) < 5 * 40


def test_who_makes_way_is_not_who_stands_today(country: Country, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "_COMPARED_AT_FIRST", 200)
    monkeypatch.setattr(folders, "_COMPARED_A_COMMIT", 0)
    attached = country.tree({"2025-2029": country.files(3, "{}.yaml")})
    for _ in range(4):
        country.hang({f"a{each}": attached for each in range(9)})
    country.move("2028-T1", 5)
    assert country.days(SAGARA) == country.days(ARUNIKA) == [2, 5]


def test_more_plans_at_once_than_an_institution_may_have_are_passed_over(country: Country) -> None:
    files = {year: f"{year}-{year + 4}.yaml" for year in range(1900, 2020)}
    many = country.tree(dict.fromkeys(files.values(), country.git("rev-parse", f"HEAD:{SAGARA}")))
    few = country.tree(dict.fromkeys(list(files.values())[:50], country.git("rev-parse", f"HEAD:{SAGARA}")))
    country.hang({"tirta": many})
    country.hang({"banyu": few})
    repository = repository_at(country.folder)
    assert isinstance(repository, Repository)
    steps = repository.steps("HEAD", "plans")
    assert isinstance(steps, list)
    assert {path.split("/")[1] for step in steps for path in step.files} == {"sagara", "arunika", "banyu"}
    assert country.days(SAGARA) == country.days(ARUNIKA) == [2]


def _written(country: Country, tree: bytes) -> str:
    done = subprocess.run(
        ["git", "hash-object", "-t", "tree", "-w", "--literally", "--stdin"],
        cwd=country.folder, input=tree, check=True, capture_output=True,
    )  # fmt: skip
    return done.stdout.decode().strip()


def _with(country: Country, tree: str, entry: bytes, name: str = "") -> str:
    """The tree of a commit with one entry more in a tree: its own, or that of `name`."""
    done = subprocess.run(["git", "cat-file", "tree", tree], cwd=country.folder, check=True, capture_output=True)
    made = _written(country, done.stdout + entry)
    return country.tree({name: made}, "HEAD^{tree}") if name else made


@pytest.mark.parametrize(
    ("mode", "name"),
    [
        *(("100644", name) for name in ("catatan/", "a/b.yaml", "/", "..", ".", "")),
        *(("100644", f"{place}sagara/2025-2029.yaml") for place in ("", "../", "/")),
        *((mode, "catatan.txt") for mode in ("0100644", "644", "0", "000000000000040000", "7" * 30)),
    ],
)
def test_what_no_file_can_be_is_of_nothing(country: Country, mode: str, name: str) -> None:
    """Git reads a mode of any figures, and a name that it never writes, and takes both from a proposal."""
    blob = country.git("rev-parse", "HEAD:plans" if int(mode, 8) == 0o40000 else f"HEAD:{SAGARA}")
    written = f"{mode} {name}".encode() + b"\0" + bytes.fromhex(blob)
    bad = _written(country, written)
    head, first = (country.git("rev-parse", name) for name in ("HEAD", "HEAD^{tree}"))
    plans = [{"tirta": bad}, {"tirta": country.tree({"2025-2029": bad})}]
    roots = [country.tree({"plans": country.tree(each, "HEAD:plans")}, first) for each in plans]
    for root in (*roots, _with(country, "HEAD:plans", written, "plans"), _with(country, first, written)):
        made = country.git("commit-tree", root, "-p", head, "-m", "Ubah", day="2026-01-03")
        head = country.git("commit-tree", first, "-p", made, "-m", "Ubah", day="2026-01-04")
    country.git("reset", "--quiet", "--hard", head)
    assert country.days(SAGARA) == country.days(ARUNIKA) == [2]


def test_a_name_that_stands_twice_in_a_tree_is_the_first(country: Country) -> None:
    """Whichever was taken by chance would be another at each run."""
    twice = b"".join(
        b"100644 2025-2029.yaml\0" + bytes.fromhex(country.git("rev-parse", f"HEAD:{path}"))
        for path in (ARUNIKA, SAGARA)
    )
    country.hang({"tirta": _written(country, twice)})
    repository = repository_at(country.folder)
    assert isinstance(repository, Repository)
    steps = repository.steps("HEAD", "plans")
    assert isinstance(steps, list)
    told = [id for step in steps for path, id in step.files.items() if path.startswith("plans/tirta/")]
    assert told == [country.git("rev-parse", f"HEAD:{ARUNIKA}"), None]


@pytest.mark.parametrize("back", [True, False])
@pytest.mark.parametrize("depth", [1, 2])
def test_what_cannot_be_read_in_one_folder_is_lost_to_that_institution(
    country: Country, depth: int, back: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    bad = _written(country, b"bukan pohon")
    country.git(
        "update-ref",
        "HEAD",
        country.made({"sagara": bad if depth == 1 else country.tree({"2025-2029": bad}, "HEAD:plans/sagara")}),
    )
    if back:  # what is on the disk is committed again
        country.move("2028-T1", 5)
    lost = country.told(SAGARA)
    assert not lost.known
    assert "Git kehilangan" in str(lost.reason)
    assert country.days(ARUNIKA) == ([2, 5] if back else [2])
    monkeypatch.chdir(country.folder)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "singgahan"))
    for _ in range(2):
        done = CliRunner().invoke(main, ["pages", str(tmp_path / "halaman")])
        assert done.exit_code == 1
        assert "peringatan: sagara: Git kehilangan sebagian isi repositori ini, jadi riwayat rencananya" in done.output
    seen = [line for line in CliRunner().invoke(main, ["doctor"]).output.splitlines() if "Riwayat" in line]
    assert "Git kehilangan" in seen[0]
    assert "sagara" in seen[0]
    assert "lengkap" not in "".join(seen)


def test_a_folder_that_was_never_readable_is_nobody_elses_loss(country: Country) -> None:
    country.hang({"tirta": _written(country, b"bukan pohon")})
    country.move("2028-T1", 5)
    assert country.days(SAGARA) == country.days(ARUNIKA) == [2, 5]
    repository = repository_at(country.folder)
    assert isinstance(repository, Repository)
    steps = repository.steps("HEAD", "plans")
    assert isinstance(steps, list)
    assert steps[-1].lost == {"tirta"}


@pytest.mark.parametrize("name", ["sagara", "lama"])
def test_a_plan_that_may_have_come_from_what_is_lost_has_no_other_past(country: Country, name: str) -> None:
    """Renamed with an edit in the same commit; of its folder before, only a state or all of it cannot be read."""
    country.git("update-ref", "HEAD", country.made({name: _written(country, b"bukan pohon")}))
    plan = country.git("rev-parse", f"HEAD~1:{SAGARA}")
    plans = country.git("ls-tree", "HEAD:plans").splitlines()
    kept = {each.partition("\t")[2]: each.split()[2] for each in plans if not each.endswith((name, "sagara"))}
    moved = country.tree({**kept, "segara": country.tree({"2025-2029.yaml": plan})})
    root = country.tree({"plans": moved}, "HEAD^{tree}")
    country.git("update-ref", "HEAD", country.git("commit-tree", root, "-p", "HEAD", "-m", "Ganti nama"))
    assert not country.told("plans/segara/2025-2029.yaml").known
    assert country.days(ARUNIKA) == [2]


@pytest.mark.parametrize("count", [45_000, 20_000])
def test_attachments_of_one_institution_stop_no_check_of_the_others(
    country: Country, count: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    """More than is opened, and more than an institution may have but can be told."""
    attached = country.tree({"lampiran": country.files(count, "salinan-surat-{:06}.pdf")}, "HEAD:plans/sagara")
    country.hang({"sagara": attached}, back=False)
    monkeypatch.chdir(country.folder)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "singgahan"))
    head = country.git("rev-parse", "HEAD")
    repository = repository_at(country.folder)
    assert isinstance(repository, Repository)
    assert repository.is_clean("plans")
    past = histories(repository, "plans", [], Cache(None))
    found = units(on_disk(country.folder / "plans", country.folder).plans)
    assert last_commits(repository, "plans", found, past) == {"arunika": country.git("rev-parse", "HEAD~1")}
    country.move("2028-T1", 5, ARUNIKA)
    checked = CliRunner().invoke(main, ["check", "--since", head])
    assert checked.exit_code in (0, 1)
    assert "melebihi-batas" not in checked.output
    assert ("sagara pada" in checked.output) == (count == 45_000)
    told = CliRunner().invoke(main, ["diff", head])
    assert told.exit_code == 0
    assert "T1 2028" in told.output
    assert ("sagara: ada kesalahan pada salah satu sisi" in told.output) == (count == 45_000)
