from collections.abc import Callable
from typing import Any

from generator.model.plan import Plan
from generator.model.regions import provinces
from generator.model.terms import SectionKey
from generator.pages.pictures.journeys import STOPS, journeys_picture
from generator.pages.pictures.matrix import matrix_picture
from generator.pages.pictures.money import money_by_row, money_by_year
from generator.pages.pictures.people import people_picture
from generator.pages.pictures.progress import progress_picture
from generator.pages.pictures.provinces import places, provinces_picture
from generator.pages.pictures.state import State
from generator.views.budget import budget
from generator.views.coverage import Filled, coverage
from generator.views.references import References
from generator.views.roadmap import Roadmap
from generator.views.staffing import staffing

PlanOf = Callable[..., Plan]


def test_money_of_years_stands_on_one_scale(plan_of: PlanOf) -> None:
    lines: list[dict[str, Any]] = [
        {"tahun": 2026, "jumlah": 400, "fase": "pagu"},
        {"tahun": 2026, "jumlah": 100, "fase": "realisasi"},
        {"tahun": 2027, "jumlah": 800, "fase": "pagu"},
        {"tahun": 2028, "jumlah": "tidak_diketahui", "fase": "pagu"},
    ]
    plan = plan_of({"anggaran": lines}, cetak_biru={"pendanaan": {"kondisi": "Ada.", "pagu": {2026: 300, 2027: 800}}})
    picture = money_by_year(budget(plan), str)
    of = {bar.name: bar for bar in picture.bars}
    assert (of["2026"].planned_share, of["2026"].actual_share) == (47.0, 11.8)
    assert of["2027"].planned_share == of["2027"].ceiling_share == 94.0
    assert of["2026"].over_ceiling
    assert not of["2027"].over_ceiling
    assert not of["2028"].planned.complete
    assert (picture.has_actual, picture.has_ceiling, picture.has_incomplete) == (True, True, True)


def test_money_of_sources_is_that_of_all_years(plan_of: PlanOf) -> None:
    rows = budget(plan_of({})).by_source
    picture = money_by_row(rows, str)
    assert [(bar.name, bar.planned.amount, bar.ceiling) for bar in picture.bars] == [("apbd", 900, None)]
    assert not picture.has_actual


def test_a_plan_without_money_has_bars_of_no_length(plan_of: PlanOf) -> None:
    picture = money_by_year(budget(plan_of({"anggaran": []})), str)
    assert [bar.planned_share for bar in picture.bars] == [0.0] * 5


def test_staff_needed_and_there_stand_on_one_scale(plan_of: PlanOf) -> None:
    counts = [
        {"peran": "data", "tahun": 2026, "ada": 2, "butuh": 8},
        {"peran": "jaringan", "tahun": 2026, "ada": 3, "butuh": "tidak_diketahui"},
    ]
    bars = {bar.name: bar for bar in people_picture(staffing(plan_of({}, sdm=counts)).by_role, str).bars}
    assert (bars["data"].present_share, bars["data"].needed_share, bars["data"].shortfall) == (23.5, 94.0, 6)
    assert bars["jaringan"].shortfall is None


def test_progress_counts_every_activity_once_and_fills_the_bar(view_of: Callable[..., Roadmap]) -> None:
    view = view_of({"status": "selesai"}, {"selesai": "2026-T3"}, {"status": "direncanakan"})
    picture = progress_picture(view.rows, "p")
    assert [(piece.state, piece.count) for piece in picture.pieces] == [
        (State.DONE, 1),
        (State.LATE, 1),
        (State.PLANNED, 1),
    ]
    last = picture.pieces[-1]
    assert last.x + last.width == 100
    assert [round(one.x + one.width, 1) for one in picture.pieces[:-1]] == [piece.x for piece in picture.pieces[1:]]


def test_a_service_travels_from_stage_to_stage(plan_of: PlanOf) -> None:
    services = [
        {"id": "L-1", "nama": "Izin", "tahap_sekarang": "persiapan", "tahap_sasaran": "pemantapan"},
        {"id": "L-2", "nama": "Akta", "tahap_sasaran": "pematangan"},
        {"id": "L-3", "nama": "Pajak", "tahap_sekarang": "pemantapan", "tahap_sasaran": "pemantapan"},
        {"id": "L-4", "nama": "Aduan", "tahap_sekarang": "tidak_diketahui"},
    ]
    picture = journeys_picture(plan_of({}, layanan=services).services, lambda one: f"#{one}")
    assert [(one.href, one.now, one.target, one.moves) for one in picture.journeys] == [
        ("#L-1", 1, 3, True),
        ("#L-2", None, 2, False),
        ("#L-3", 3, 3, False),
        ("#L-4", None, None, False),
    ]
    assert (picture.journeys[0].now_x, picture.journeys[0].target_x) == (STOPS[0], STOPS[2])
    assert picture.advancing == 1


def test_the_matrix_holds_the_17_sections_in_their_four_parts(plan_of: PlanOf) -> None:
    picture = matrix_picture(coverage(References(plan_of({}))), lambda key: f"#{key.value}", "p")
    assert [len(column.cells) for column in picture.columns] == [4, 8, 4, 1]
    cells = {cell.key: cell for column in picture.columns for cell in column.cells}
    assert cells[SectionKey.INTEGRATION].filled is Filled.PARTIAL
    assert cells[SectionKey.INTEGRATION].activities == 1
    assert picture.kinds == (Filled.PARTIAL, Filled.EMPTY)


def test_every_province_has_one_tile_of_its_own() -> None:
    found = places()
    assert set(found) == {province.code for province in provinces()}
    assert len(set(found.values())) == 38


def test_the_map_keeps_the_order_of_the_islands() -> None:
    column = {code: place[0] for code, place in places().items()}
    assert column["11"] < column["31"] < column["51"] < column["73"] < column["81"] < column["91"]


def test_a_province_has_its_figures_and_the_address_it_is_given() -> None:
    picture = provinces_picture(["Terbit"], {"32": ["3"]}, {"32": "provinsi/jawa-barat/"}.get)
    tiles = {tile.code: tile for tile in picture.tiles}
    assert (tiles["32"].figures, tiles["32"].href) == (("3",), "provinsi/jawa-barat/")
    assert (tiles["91"].figures, tiles["91"].href) == ((), "")
