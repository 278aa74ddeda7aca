from generator.reading.nodes import Mapping, find, key_place, walk
from generator.reading.text import TextFile
from generator.reading.yaml import compose


def root() -> Mapping:
    node, _ = compose(TextFile("a.yaml", "unit:\n  - {id: a, nama: }\nlayanan: []\n"))
    assert isinstance(node, Mapping)
    return node


def test_a_path_leads_to_its_node_or_as_far_as_there_is_one() -> None:
    node, rest = find(root(), ("unit", 0, "id"))
    assert (node.place[1:], rest) == ((2, 10, 2, 11), ())
    node, rest = find(root(), ("unit", 3, "id"))
    assert (node.place.line, rest) == (2, (3, "id"))
    assert find(root(), ("unit", 0, "id", "x"))[1] == ("x",)


def test_the_place_of_a_key() -> None:
    place = key_place(root(), ("unit", 0, "nama"))
    assert place is not None
    assert place[1:] == (2, 13, 2, 17)
    assert key_place(root(), ("unit", 0)) is None
    assert key_place(root(), ("unit", 0, "lain")) is None
    assert key_place(root(), ()) is None


def test_walking_gives_parents_before_children() -> None:
    paths = [path for path, _ in walk(root())]
    assert paths == [(), ("unit",), ("unit", 0), ("unit", 0, "id"), ("unit", 0, "nama"), ("layanan",)]
