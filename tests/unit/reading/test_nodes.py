import pickle

from generator.reading.nodes import Group, Listing, Scalar, find, groups, own_id
from generator.reading.text import TextFile
from generator.reading.yaml import compose


def root() -> Group:
    node, _ = compose(TextFile("a.yaml", "unit:\n  - {id: a, nama: }\nlayanan: []\n"))
    assert isinstance(node, Group)
    return node


def test_a_file_is_pythons_own_values_with_places() -> None:
    assert root() == {"unit": [{"id": "a"}], "layanan": []}
    node = find(root(), ("unit", 0, "id"))
    assert isinstance(node, Scalar)
    assert node.place[1:] == (2, 10, 2, 11)
    assert isinstance(find(root(), ("unit",)), Listing)


def test_a_path_that_leads_nowhere() -> None:
    for path in (("unit", 3, "id"), ("unit", 0, "nama"), ("unit", 0, "id", "x"), ("unit", "id"), ("lain",)):
        assert find(root(), path) is None


def test_the_place_of_a_key_filled_or_not() -> None:
    unit = find(root(), ("unit", 0))
    assert isinstance(unit, Group)
    key = unit.key("nama")
    assert key is not None
    assert key.place[1:] == (2, 13, 2, 17)
    assert list(unit.unfilled) == ["nama"]
    assert [str(name) for name, _ in unit.pairs()] == ["id", "nama"]
    assert unit.key("lain") is None


def test_a_group_comes_before_those_inside_it() -> None:
    assert list(groups(root())) == [root(), {"id": "a"}]


def test_an_id_is_a_text_that_is_not_empty() -> None:
    found = [own_id(node) for node in (root(), *(find(root(), ("unit", 0, *rest)) or root() for rest in ((), ("id",))))]
    assert found == [None, "a", None]


def test_a_text_keeps_its_place_on_the_way_to_another_process() -> None:
    text = find(root(), ("unit", 0, "id"))
    sent = pickle.loads(pickle.dumps(text))
    assert isinstance(sent, Scalar)
    assert isinstance(text, Scalar)
    assert (sent, sent.place, sent.plain) == (text, text.place, text.plain)
