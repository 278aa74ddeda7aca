"""The questions of `rencana new`: what was not given as an option is asked, and every answer is checked at once."""

from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from pydantic import ValidationError

from generator.locale import Message, say
from generator.model.address import PlanAddress
from generator.model.entity import Entity
from generator.model.institution import Enactment, Institution, PlanHeader
from generator.model.regions import region
from generator.model.terms import CodeScheme, InstitutionKind
from generator.model.values import Mistake
from generator.reading.misplaced import folder_name
from generator.scaffold.acceptable import (
    Refusal,
    a_folder,
    a_period,
    code_of,
    one_of,
    period_of,
    some_text,
    year_of,
)
from generator.scaffold.questions import Answers, Ask, GivenAnswers, one_line
from generator.scaffold.suggestions import kind_named, region_named, regions_like


@dataclass(frozen=True)
class NewPlan:
    """Where the new plan will stand, and what is known of it."""

    address: PlanAddress
    institution: Institution
    header: PlanHeader


def interview(given: GivenAnswers, ask: Ask, today: date) -> NewPlan:
    """Make a plan of the given answers and those of `ask`; raises `Refusal` for a given one that does not fit."""

    answer = Answers(ask)
    name = answer("--name", given.name, say("Nama resmi lembaga, misalnya Kabupaten Sleman"), some_text)
    known = None if given.example else region_named(name)
    name = known.name if known else name  # as the register spells it
    kinds = [each.value for each in InstitutionKind]
    likely = known.kind if known else kind_named(name)
    kind = answer("--kind", given.kind, say("Jenis lembaga"), one_of(kinds), likely, kinds)
    scheme = _scheme(kind, given.example)
    code = answer(
        "--code", given.code, _code_question(scheme, name), code_of(scheme, kind), known.code if known else ""
    )
    place = region(code) if scheme is CodeScheme.KEMENDAGRI else None
    province = region(place.province) if place else None
    usual = f"{today.year}-{today.year + 4}"
    period = period_of(answer("--period", given.period, say("Masa rencana, misalnya 2025-2029"), a_period, usual))
    start, _, end = period.partition("-")
    title = answer(
        "--title",
        given.title,
        say("Judul rencana"),
        some_text,
        f"Rencana Induk Pengembangan e-Government {name} {start}–{end}",
    )
    slug = answer("--institution", given.institution, say("Nama folder lembaga"), a_folder, folder_name(name))
    return NewPlan(
        PlanAddress(slug, period),
        _made(
            Institution,
            kode=code,
            skema_kode=scheme.value,
            nama=name,
            jenis=kind,
            provinsi=one_line(given.province) or (province.name if province else ""),
            situs=one_line(given.site),
            ppid=one_line(given.information_officer),
        ),
        _header(given, title, start, end, today),
    )


def _header(given: GivenAnswers, title: str, start: str, end: str, today: date) -> PlanHeader:
    decree = {
        "bentuk": given.decree_form,
        "nomor": one_line(given.decree_number),
        "tahun": year_of(given.decree_year),
        "tautan": given.decree_link,
    }
    enactment = _made(Enactment, **decree) if any(decree.values()) else None
    return _made(
        PlanHeader,
        judul=title,
        jenis_dokumen=given.document_kind,
        periode={"mulai": start, "selesai": end},
        status=given.status or ("ditetapkan" if enactment else "rancangan"),
        penetapan=enactment,
        lisensi=one_line(given.licence),
        contoh=given.example,
        diperbarui=today,
    )


_OTHER = "lainnya"
_NO_LIKENESS = say("Kode Kemendagri, misalnya 34.04; lembaga rekaan dibuat dengan `rencana new --example`")
_REGIONS = (InstitutionKind.PROVINCE, InstitutionKind.REGENCY, InstitutionKind.CITY)


def _scheme(kind: str, example: bool) -> CodeScheme:
    if example:
        return CodeScheme.EXAMPLE
    if InstitutionKind(kind).is_central:
        return CodeScheme.LKPP
    return CodeScheme.KEMENDAGRI if kind in _REGIONS else CodeScheme(_OTHER)


def _code_question(scheme: CodeScheme, name: str) -> Message:
    if scheme is CodeScheme.LKPP:
        return say("Kode lembaga menurut LKPP")
    if scheme is CodeScheme.EXAMPLE:
        return say("Kode contoh, misalnya 99.01")
    if scheme.value == _OTHER:
        return say("Kode lembaga; bila tidak ada, tulis singkatannya")
    like = ", ".join(f"{each.code} {each.name}" for each in regions_like(name))
    return say("Kode Kemendagri (yang mirip: {daftar})", daftar=like) if like else _NO_LIKENESS


T = TypeVar("T", bound=Entity)


def _made(kind: type[T], **values: Any) -> T:
    """An entity from typed texts by their Indonesian keys; empty ones count as not given."""
    try:
        return kind.model_validate({name: value for name, value in values.items() if value not in ("", None)})
    except ValidationError as error:
        first = error.errors()[0]
        mistake = first.get("ctx", {}).get("error")
        if isinstance(mistake, Mistake):
            raise Refusal(mistake.message) from None
        key = str(first["loc"][0])
        raise Refusal(say("isi `{kunci}` tidak dapat dipakai", kunci=key)) from None
