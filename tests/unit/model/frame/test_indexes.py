import pickle
from decimal import Decimal

import pytest

from generator.model.frame import Index, load_frame

SPBE = load_frame().indexes["spbe-59-2020"]
PEMDI = load_frame().indexes["pemdi-8-2026"]


@pytest.mark.parametrize("index", [SPBE, PEMDI], ids=lambda index: index.id)
def test_weights_add_up_to_a_hundred_at_every_level(index: Index) -> None:
    assert sum(each.weight for each in index.indicators) == Decimal(100)
    assert sum(each.weight for each in index.aspects) == Decimal(100)
    for aspect in index.aspects:
        assert sum(each.weight for each in index.indicators if each.aspect == aspect) == aspect.weight
    for domain in index.domains:
        assert sum(each.weight for each in index.aspects if each.domain == domain.number) == domain.weight


@pytest.mark.parametrize("index", [SPBE, PEMDI], ids=lambda index: index.id)
def test_everything_is_numbered_in_order(index: Index) -> None:
    for numbered in (
        index.domains,
        index.aspects,
        index.indicators,
        index.process_levels,
        index.service_levels,
    ):
        assert [each.number for each in numbered] == list(range(1, len(numbered) + 1))
    thresholds = [each.at_least for each in index.predicates]
    assert thresholds == sorted(thresholds, reverse=True)


def test_the_indexes_have_the_size_their_regulations_give_them() -> None:
    assert (len(SPBE.domains), len(SPBE.aspects), len(SPBE.indicators)) == (4, 8, 47)
    assert (len(PEMDI.domains), len(PEMDI.aspects), len(PEMDI.indicators)) == (0, 7, 20)


def test_weights_are_exact() -> None:
    assert all(type(each.weight) is Decimal for index in (SPBE, PEMDI) for each in index.indicators)
    assert str(SPBE.indicators[0].weight) == "1.3"


@pytest.mark.parametrize(
    ("reference", "title", "weight", "aspect"),
    [
        ("pemdi-8-2026/13", "Aplikasi Pemdi", "5", "Teknologi Pemdi"),
        (
            "pemdi-8-2026/20",
            "Pengelolaan Kepuasan Pengguna",
            "15",
            "Kepuasan Pengguna Layanan Digital Pemerintah",
        ),
        ("spbe-59-2020/32", "Perencanaan", "2.75", "Layanan Administrasi Pemerintahan Berbasis Elektronik"),
    ],
)
def test_an_indicator_is_found_by_its_reference(reference: str, title: str, weight: str, aspect: str) -> None:
    found = load_frame().indicator(reference)
    assert found is not None
    assert (found.id, found.title, found.weight, found.aspect.title) == (
        reference,
        title,
        Decimal(weight),
        aspect,
    )


@pytest.mark.parametrize("reference", ["pemdi-8-2026/21", "pemdi-8-2026/0", "pemdi-8-2026", "spbe-95-2018/1", ""])
def test_any_other_reference_is_no_indicator(reference: str) -> None:
    assert load_frame().indicator(reference) is None


@pytest.mark.parametrize(
    ("index", "score", "title"),
    [
        (SPBE, "4.2", "Memuaskan"),
        (SPBE, "4.19", "Sangat Baik"),
        (SPBE, "2.6", "Baik"),
        (SPBE, "1.79", "Kurang"),
        (PEMDI, "4.00", "Memuaskan"),
        (PEMDI, "3.99", "Sangat Baik"),
        (PEMDI, "1.49", "Kurang"),
    ],
)
def test_a_score_has_the_predicate_of_its_own_index(index: Index, score: str, title: str) -> None:
    predicate = index.predicate(Decimal(score))
    assert predicate is not None
    assert predicate.title == title


@pytest.mark.parametrize(("index", "score"), [(SPBE, "5.01"), (PEMDI, "0.99"), (SPBE, "-1")])
def test_a_score_off_the_scale_has_no_predicate(index: Index, score: str) -> None:
    assert index.predicate(Decimal(score)) is None


def test_services_are_scored_on_their_own_levels_in_spbe_alone() -> None:
    assert SPBE.levels(SPBE.indicators[31])[2].title == "Transaksi"
    assert SPBE.levels(SPBE.indicators[0])[2].title == "Terdefinisi"
    assert PEMDI.levels(PEMDI.indicators[16])[4].title == "Unggul"


def test_the_frame_can_be_sent_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(load_frame())).indexes == load_frame().indexes
