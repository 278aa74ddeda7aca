import pytest

from generator.locale import language, say
from generator.model.address import PlanAddress
from generator.reading.addresses import RESERVED
from generator.reading.plan_files import group


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


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("kegiatan", "kegiatan.yaml"),
        ("dinkes", "dinkes.yaml"),
        ("KEGIATAN", "KEGIATAN.yaml"),
        ("kegiatan.", "kegiatan.yaml"),
        ("kegiatan.json", "kegiatan.yaml"),
        ("dinkes.JSON", "dinkes.yaml"),
        ("kegiatan.txt", "kegiatan.yaml"),
        ("cetak_biru.toml", "cetak_biru.yaml"),
        ("kegiatan.dpmptsp", "kegiatan.yaml"),
        ("kegiatanyaml", "kegiatan.yaml"),
        ("dinkes-yml", "dinkes.yaml"),
        ("dinkes.yaml.txt", "dinkes.yaml"),
        ("dinkes.yaml (1)", "dinkes.yaml"),
        ("dinkes.yaml ", "dinkes.yaml"),
        ("dinkes.yaml.", "dinkes.yaml"),
        ("sub/dinkes", "dinkes.yaml"),
        ("kegiatan-dinkes.TXT", "kegiatan-dinkes.yaml"),
        ("kegiatan.bak", "kegiatan.yaml"),
        ("kegiatan.yaml.bak", "kegiatan.yaml"),
        ("dinkes.yml.old", "dinkes.yml"),
    ],
)
def test_a_file_in_the_folder_of_a_plan_that_is_read_as_none_is_told(name: str, right: str) -> None:
    plans, (problem,) = group(["plans/a/2025-2029/lembaga.yaml", f"plans/a/2025-2029/{name}"], "plans")
    assert list(plans.values()) == [["plans/a/2025-2029/lembaga.yaml"]]
    assert (problem.place.path, problem.plan) == (f"plans/a/2025-2029/{name}", "a/2025-2029")
    assert f"`{right}`" in language("id").word(problem.help or say(""))


@pytest.mark.parametrize("name", ["kegiatan", "kegiatan.json", "kegiatan.yaml.txt"])
def test_a_copy_beside_the_file_it_was_made_from_holds_nothing_back(name: str) -> None:
    _, problems = group(["plans/a/2025-2029/kegiatan.yaml", f"plans/a/2025-2029/{name}"], "plans")
    assert [(each.plan, str(each.help).count("sudah ada")) for each in problems] == [("", 1)] * ("json" not in name)


@pytest.mark.parametrize(
    "name",
    [
        *("README", "README.md", "LICENSE", "catatan.txt", "sumber.xlsx", "kegiatan.xlsx", "kegiatan.pdf", "foto.png"),
        *("kegiatan.yaml~", "x.yaml.bak", "x.bak", "#kegiatan.yaml#", "x.yaml.orig", ".kegiatan.yaml.swp", "4913"),
        *("~$kegiatan.xlsx", "Thumbs.db", "lampiran/sk.pdf", "lampiran/README", ".gitkeep"),
    ],
)
def test_what_people_keep_beside_a_plan_is_left_alone(name: str) -> None:
    assert group(["plans/a/2025-2029/x.yaml", f"plans/a/2025-2029/{name}"], "plans")[1] == []


@pytest.mark.parametrize("name", ["con", "aux", "nul", "prn", "com1", "lpt9"])
def test_an_institution_has_no_name_for_which_windows_has_no_folder(name: str) -> None:
    for path in (f"plans/{name}/2025-2029.yaml", f"plans/{name}/2025-2029/lembaga.yaml"):
        plans, (problem,) = group([path], "plans")
        assert plans == {}
        assert "Windows" in str(problem.message)
        assert "ganti namanya" in str(problem.help)


@pytest.mark.parametrize(
    "name",
    ["aux.yaml", "NUL.draf.yaml", "com1.yml", "a:b.yaml", "a?.yaml", 'kata "x".yaml', "a\\b.yaml", "LEMBAGA.yaml"],
)
def test_a_file_that_windows_cannot_have_is_told_of_its_plan(name: str) -> None:
    paths = ["plans/a/2025-2029/lembaga.yaml", f"plans/a/2025-2029/{name}"]
    plans, (problem,) = group(paths, "plans")
    assert sorted(plans[PlanAddress("a", "2025-2029")]) == sorted(paths)
    assert problem.plan == "a/2025-2029"
    assert "Windows" in str(problem.message) + str(problem.help)


def test_an_institution_of_two_spellings_is_one() -> None:
    """Windows and macOS would put both into one folder."""
    _, (problem,) = group(["plans/a/2025-2029.yaml", "plans/A/2020-2024.yaml"], "plans")
    assert (problem.place.path, problem.plan) == ("plans/A/2020-2024.yaml", "a/2020-2024")
    assert "gabungkan isinya" in str(problem.help)


@pytest.mark.parametrize("ending", ["txt", "TXT", "bak", "old", "json", "text", "yaml.bak", "yaml.txt", "yml.orig", ""])
def test_a_plan_under_another_ending_is_not_gone(ending: str) -> None:
    path = f"plans/a/2025-2029.{ending}".rstrip(".")
    plans, (problem,) = group([path, "plans/a/2020-2024.yaml"], "plans")
    assert list(plans) == [PlanAddress("a", "2020-2024")]
    assert (problem.place.path, problem.plan) == (path, "a/2025-2029")
    assert "`2025-2029.y" in language("id").word(problem.help or say(""))


@pytest.mark.parametrize("ending", ["txt", "bak", "json", "yaml.bak", "pdf", "docx", "xlsx"])
@pytest.mark.parametrize("plan", ["2025-2029.yaml", "2025-2029/lembaga.yaml"])
def test_what_stands_beside_a_plan_under_another_ending_is_left_alone(ending: str, plan: str) -> None:
    assert group([f"plans/a/{plan}", f"plans/a/2025-2029.{ending}"], "plans")[1] == []


@pytest.mark.parametrize("name", ["2025-2029.pdf", "2025-2029.xlsx", "2025-2029.catatan.txt", "2025.txt", "rapat.bak"])
def test_documents_without_a_plan_are_none(name: str) -> None:
    assert group([f"plans/a/{name}"], "plans") == ({}, [])


_PARTS = ["plans/a/2025-2029/lembaga.yaml", "plans/a/2025-2029/inventaris.yaml"]


@pytest.mark.parametrize(
    ("own", "there"),
    [
        (["plans/a/2025-2029.yaml"], ["bantul.yaml"]),
        (["plans/a/2025-2029.yaml"], ["2025-2029.yaml"]),
        (["plans/a/2025-2029.yaml"], ["kegiatan.yaml"]),  # this plan is one whole file, which lacks nothing
        (_PARTS, ["bantul.yaml", "kabupaten-bantul.yml"]),
        (_PARTS, ["2025-2029.yaml", "rencana.yaml.txt"]),
        (_PARTS, ["lembaga-bantul.yaml", "kegiatan.yaml"]),
        (_PARTS, ["inventaris.yaml", "kegiatan.yaml"]),
        (_PARTS, ["bantul.yaml", "kegiatan.yaml"]),
        ([*_PARTS, "plans/b/2025-2029.yaml"], ["kegiatan.yaml"]),
        ([*_PARTS, "plans/a/2020-2024.yaml"], ["kegiatan.yaml"]),
        ([], ["kegiatan.yaml"]),
    ],
)
def test_what_stands_beside_the_folders_of_institutions_holds_none_of_them_back(
    own: list[str], there: list[str]
) -> None:
    _, problems = group([*own, *(f"plans/{name}" for name in there)], "plans")
    assert {(problem.place.path, problem.plan) for problem in problems} <= {(f"plans/{name}", "") for name in there}
    assert problems


@pytest.mark.parametrize("there", ["kegiatan.yaml", "Kegiatan-Dinkes.yml", "kegiatan.yaml.txt"])
def test_a_part_beside_the_folders_is_of_the_only_plan_that_lacks_it(there: str) -> None:
    _, (problem,) = group([*_PARTS, f"plans/{there}"], "plans")
    assert problem.plan == "a/2025-2029"


@pytest.mark.parametrize("there", ["kabupaten-bantul-2025-2029.yaml", "Kabupaten Bantul 2025\u20132029.yaml"])
def test_a_plan_beside_the_folders_that_is_called_as_its_place_is_of_this_place(there: str) -> None:
    _, (problem,) = group([*_PARTS, f"plans/{there}"], "plans")
    assert problem.plan == "kabupaten-bantul/2025-2029"
    assert "menjadi `kabupaten-bantul/2025-2029.yaml`" in language("id").word(problem.help or say(""))
    for own in ("2025-2029.yaml", "2025-2029/lembaga.yaml"):
        _, (problem,) = group([f"plans/kabupaten-bantul/{own}", f"plans/{there}"], "plans")
        assert problem.plan == "", "a copy of what stands in its place holds nothing back"
        assert "sudah ada; gabungkan isinya" in str(problem.help)
