"""A plan as one JSON object: every value under the format's own keys, and what the site computes of them apart."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec

from generator.data.column import plain
from generator.model.description import Shape, fields
from generator.model.entity import Entity
from generator.model.money import Total
from generator.model.quarter import Quarter
from generator.model.unknown import UNKNOWN
from generator.model.year_range import YearRange
from generator.pages import addresses
from generator.pages.plan.dossier import Dossier
from generator.pages.site import Site
from generator.views.roadmap import RoadmapRow

_ENCODER = msgspec.json.Encoder(decimal_format="number")


def plan_object(dossier: Dossier, site: Site) -> bytes:
    """`rencana.json`: the plan as written, and under `turunan` what is computed of it.

    Numbers are numbers, days are ISO 8601, `tidak_diketahui` stays that word, and what is not written is left out.
    `turunan` holds the commit, the day of judgement, and derived figures; nothing of it is to be written into a plan.
    """
    return encoded(
        {
            "$schema": addresses.relative(
                addresses.PLAN_SCHEMA, addresses.plan(dossier.edition.address, addresses.PLAN_DATA)
            ),
            **values(dossier.plan),
            "turunan": _derived(dossier, site),
        }
    )


def encoded(value: Any) -> bytes:
    """JSON without white space; a number keeps every digit it has."""
    return _ENCODER.encode(value) + b"\n"


def values(entity: Entity) -> dict[str, Any]:
    """The fields of an entity by their keys, in the order of the format; empty ones are left out."""
    told: dict[str, Any] = {}
    for field in fields(type(entity)):
        value = getattr(entity, field.name)
        if value is None or (field.shape is not Shape.ONE and not value and not field.required):
            continue
        told[field.key] = _value(value)
    return told


def _value(value: Any) -> Any:
    if isinstance(value, Entity):
        return values(value)
    if value is UNKNOWN:
        return UNKNOWN.value
    if isinstance(value, Quarter | YearRange):
        return str(value)
    if isinstance(value, bool | int):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return msgspec.Raw(f"{plain(value):f}".encode())
    if isinstance(value, Mapping):
        return {str(key): _value(each) for key, each in value.items()}
    if isinstance(value, tuple):
        return [_value(each) for each in value]
    return str(value)


def _derived(dossier: Dossier, site: Site) -> dict[str, Any]:
    address = dossier.edition.address
    return {
        "alamat": site.url + addresses.plan(address),
        "komit": site.commit or None,
        "per_tanggal": dossier.as_of.isoformat(),
        "berkas": [{"jalur": file.path, "sha256": file.digest} for file in dossier.edition.files],
        "anggaran": {
            "rencana": _total(dossier.roadmap.planned),
            "realisasi": _total(dossier.roadmap.actual),
        },
        "kegiatan": [_of_activity(row) for row in dossier.roadmap.rows],
    }


def _of_activity(row: RoadmapRow) -> dict[str, Any]:
    """What is not known of an activity, and a lateness that is none, is left out."""
    told = {
        "id": row.activity.id,
        "persen": row.percent,
        "terlambat": row.late or None,
        "belum_diverifikasi_sejak": row.unverified_since.isoformat() if row.unverified_since else None,
        "rencana": _total(row.planned) if row.planned.known else None,
        "realisasi": _total(row.actual) if row.actual.known else None,
    }
    return {key: value for key, value in told.items() if value is not None}


def _total(total: Total) -> dict[str, Any]:
    """A sum of whole rupiah; null where nothing is known, and whether every amount that belongs in it is known."""
    return {"jumlah": total.amount if total.known else None, "lengkap": total.complete and not total.is_empty}
