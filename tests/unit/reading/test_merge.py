from generator.model.address import PlanAddress
from generator.reading.merge import PlanSource, read
from generator.reading.plan_files import PlanFiles, RawFile


def source(*contents: str) -> PlanSource:
    files = tuple(RawFile(f"{number}.yaml", content.encode()) for number, content in enumerate(contents))
    return read(PlanFiles(PlanAddress("a", "2025-2029"), files))


def codes(found: PlanSource) -> list[tuple[str, str]]:
    return [(problem.code, problem.place.path) for problem in found.problems]


def test_lists_are_continued_and_their_elements_keep_their_files() -> None:
    found = source("unit: [a]\n", "layanan: []\n", "unit:\n- b\n")
    assert found.root == {"unit": ["a", "b"], "layanan": []}
    assert [item.place.path for item in found.root["unit"]] == ["0.yaml", "2.yaml"]  # type: ignore[index]
    assert found.complete


def test_anything_else_stands_in_one_file() -> None:
    found = source("lembaga: {}\n", "lembaga: {}\n", "lembaga: []\n")
    assert codes(found) == [("kunci-di-dua-berkas", "1.yaml"), ("kunci-di-dua-berkas", "2.yaml")]


def test_an_empty_file_among_several_is_nothing_and_alone_it_is_no_plan() -> None:
    assert codes(source("unit: []\n", "", "# nanti\n")) == []
    assert codes(source("")) == [("bukan-rencana", "0.yaml")]


def test_a_file_that_cannot_be_read_leaves_the_plan_incomplete() -> None:
    for bad in ("a: [", "- a\n", "kata", "a: " + "[" * 41 + "]" * 41):
        found = source("unit: []\n", bad)
        assert not found.complete
        assert [path for _, path in codes(found)] == ["1.yaml"]
        assert found.root["unit"] == []  # type: ignore[index]
