"""Services that are to climb: those of citizens and businesses first, then by the year promised."""

from collections.abc import Callable

from generator.model.plan import Plan
from generator.views.benefits import benefits
from generator.views.references import References
from generator.views.stages import climbing

Plans = Callable[..., Plan]
CLIMBS = {"nama": "Izin", "tahap_sekarang": "persiapan", "tahap_sasaran": "pemantapan"}


def test_those_outside_come_first_then_the_soonest_and_an_unknown_year_last(plan: Plans) -> None:
    services = [
        CLIMBS | {"id": "L-1", "sasaran_pengguna": "pegawai", "tahun_sasaran": 2026},
        CLIMBS | {"id": "L-2", "sasaran_pengguna": "masyarakat"},
        CLIMBS | {"id": "L-3", "sasaran_pengguna": "dunia_usaha", "tahun_sasaran": 2028},
        CLIMBS | {"id": "L-4", "sasaran_pengguna": "masyarakat", "tahun_sasaran": 2027},
        CLIMBS | {"id": "L-5", "tahap_sasaran": "persiapan"},
    ]
    found = plan(layanan=services, kegiatan=[{"id": "A", "layanan": ["L-4"]}, {"id": "B", "layanan": ["L-4"]}])
    told = benefits(climbing(found), References(found))
    assert [each.service.id for each in told] == ["L-4", "L-3", "L-2", "L-1"]
    assert [activity.id for activity in told[0].activities] == ["A", "B"]
    assert told[1].activities == ()
