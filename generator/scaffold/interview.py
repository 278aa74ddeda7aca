"""The questions of `rencana new`: what was not given as an option is asked, and every answer is checked at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol, TypeVar

from pydantic import ValidationError

from generator.locale import Message, say
from generator.model.address import PlanAddress
from generator.model.entity import Entity
from generator.model.institution import Enactment, Institution, PlanHeader
from generator.model.regions import region
from generator.model.terms import CodeScheme, InstitutionKind
from generator.model.values import Mistake
from generator.reading.misplaced import folder_name
from generator.scaffold.acceptable import Check, Refusal, a_folder, a_period, code_of, one_of, some_text
from generator.scaffold.suggestions import region_named, regions_like


class Ask(Protocol):
    """Asks a person until `check` accepts the answer."""

    def __call__(self, question: Message, *, default: str = "", choices: Sequence[str] = (), check: Check) -> str:
        """The answer, or the default when nothing was typed."""


@dataclass(frozen=True)
class Given:
    """Answers given beforehand, as typed; an empty one is asked when it is needed."""

    institution: str = ""
    name: str = ""
    kind: str = ""
    code: str = ""
    province: str = ""
    site: str = ""
    information_officer: str = ""
    period: str = ""
    title: str = ""
    document_kind: str = "rencana_induk_egov"
    status: str = ""
    decree_form: str = ""
    decree_number: str = ""
    decree_year: str = ""
    decree_link: str = ""
    licence: str = "CC-BY-4.0"
    example: bool = False


@dataclass(frozen=True)
class NewPlan:
    """Where the new plan will stand, and what is known of it."""

    address: PlanAddress
    institution: Institution
    header: PlanHeader


def interview(given: Given, ask: Ask, today: date) -> NewPlan:
    """Make a plan of the given answers and those of `ask`; raises `Refusal` for a given one that does not fit."""

    def answer(value: str, question: Message, check: Check, default: str = "", choices: Sequence[str] = ()) -> str:
        value = value or ask(question, default=default, choices=choices, check=lambda text: check(_line(text)))
        check(_line(value))
        return _line(value)

    name = answer(given.name, say("Nama resmi lembaga, misalnya Kabupaten Sleman"), some_text)
    known = None if given.example else region_named(name)
    kinds = [each.value for each in InstitutionKind]
    kind = answer(given.kind, say("Jenis lembaga"), one_of(kinds), known.kind if known else "", kinds)
    scheme = _scheme(kind, given.example)
    code = answer(given.code, _code_question(scheme, name), code_of(scheme, kind), known.code if known else "")
    place = region(code) if scheme is CodeScheme.KEMENDAGRI else None
    province = region(place.province) if place else None
    period = answer(given.period, say("Masa rencana, misalnya 2025-2029"), a_period, f"{today.year}-{today.year + 4}")
    start, _, end = period.partition("-")
    title = answer(
        given.title,
        say("Judul rencana"),
        some_text,
        f"Rencana Induk Pengembangan e-Government {name} {start}–{end}",
    )
    slug = answer(given.institution, say("Nama folder lembaga"), a_folder, folder_name(name))
    return NewPlan(
        PlanAddress(slug, period),
        _made(
            Institution,
            kode=code,
            skema_kode=scheme.value,
            nama=name,
            jenis=kind,
            provinsi=_line(given.province) or (province.name if province else ""),
            situs=_line(given.site),
            ppid=_line(given.information_officer),
        ),
        _header(given, title, start, end, today),
    )


def _header(given: Given, title: str, start: str, end: str, today: date) -> PlanHeader:
    decree = {
        "bentuk": given.decree_form,
        "nomor": _line(given.decree_number),
        "tahun": given.decree_year,
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
        lisensi=_line(given.licence),
        contoh=given.example,
        diperbarui=today,
    )


def _line(text: str) -> str:
    """A typed text on one line, without control characters."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def _scheme(kind: str, example: bool) -> CodeScheme:
    if example:
        return CodeScheme.EXAMPLE
    return CodeScheme.LKPP if InstitutionKind(kind).is_central else CodeScheme.KEMENDAGRI


def _code_question(scheme: CodeScheme, name: str) -> Message:
    if scheme is CodeScheme.LKPP:
        return say("Kode lembaga menurut LKPP")
    if scheme is CodeScheme.EXAMPLE:
        return say("Kode contoh, misalnya 99.01")
    like = ", ".join(f"{each.code} {each.name}" for each in regions_like(name))
    return say("Kode Kemendagri (yang mirip: {daftar})", daftar=like) if like else say("Kode Kemendagri")


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
