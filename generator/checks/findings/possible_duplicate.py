"""An application that may do work which another one already does.

Three looks at an application that is in use or coming; a shared one (`jenis: umum`), a retired or unused one,
and the national application itself under one of its names repeat nothing.

1. *National*: its name holds a word that marks the work of a national shared application. Or every service it
   supports does, and the plan does not list that national application: where it does, the others complement
   it, and a portal for many services is no copy because one of them is complaints. SIPD serves regional
   governments, so a ministry's planning application is not compared with it.
2. *Same institution*: two applications whose names agree once the words of their owners' unit are left out.
3. *Other institutions*: another institution's current plan has one of the same name.

For 2 and 3 a name must hold a word that says which application it is: one made of general words only
("website", "e-office"; `generic_names`) is not compared. Words are compared whole, whatever their case or
hyphens. Source: Perpres 95/2018 and 132/2022, general applications are shared; the list of signs is ours.

Seen in: `nama: SIMPEG Sagara`. Not in: `nama: SIASN`, `nama: Website Dinas Kesehatan`.
"""

from collections.abc import Iterator
from functools import cache

from generator.checks.findings.names import forms, is_telling, line, words
from generator.checks.findings.rule import FindingKind, Observation, Subject
from generator.checks.findings.shared_applications import GONE, counts, is_national, own_names
from generator.locale import say
from generator.model.frame import SharedApplication, load_frame
from generator.model.inventory import Application

KIND = FindingKind(
    "kemungkinan-duplikasi",
    say("Kemungkinan duplikasi"),
    say("Aplikasi yang mungkin mengerjakan hal yang sama dengan aplikasi nasional atau aplikasi lain yang sudah ada."),
)

_REGIONAL = frozenset({"sipd"})


def find(about: Subject) -> Iterator[Observation]:
    own = [each for each in about.plan.applications if counts(each) and not is_national(each.name)]
    yield from _national(about, own)
    yield from _inside(about, own)
    yield from _outside(about, own)


def _national(about: Subject, applications: list[Application]) -> Iterator[Observation]:
    services = {service.id: line(service.name) for service in about.plan.services}
    central = about.plan.institution.kind.is_central
    every_name = " ".join(line(each.name) for each in about.plan.applications if each.status not in GONE)
    recorded = {shared.id for shared, names, _ in _shared() if _holds(every_name, names)}
    for application in applications:
        name = line(application.name)
        supported = [services[each] for each in application.services if each in services]
        for shared, _, signs in _shared():
            if central and shared.id in _REGIONAL:
                continue
            by_service = bool(supported) and shared.id not in recorded
            if _holds(name, signs) or (by_service and all(_holds(each, signs) for each in supported)):
                message = say(
                    "Mungkin mengerjakan hal yang sama dengan aplikasi nasional {nasional} ({guna})",
                    nasional=shared.name,
                    guna=shared.purpose,
                )
                yield about.saw(application, message, "name")
                break


def _inside(about: Subject, applications: list[Application]) -> Iterator[Observation]:
    units = {unit.id: frozenset((*words(unit.name), *words(unit.short_name or ""))) for unit in about.plan.units}
    first: dict[tuple[str, ...], Application] = {}
    for application in applications:
        owner = units.get(application.owner, frozenset()) if isinstance(application.owner, str) else frozenset()
        for form in forms(application.name):
            bare = tuple(word for word in form if word not in owner)
            if not is_telling(bare, about.limits.generic_names):
                continue
            other = first.setdefault(bare, application)
            if other is not application:
                message = say("Namanya menyerupai `{id}` {nama} di lembaga yang sama", id=other.id, nama=other.name)
                yield about.saw(application, message, "name")
                break


def _outside(about: Subject, applications: list[Application]) -> Iterator[Observation]:
    slug = about.edition.address.institution
    for application in applications:
        others = dict.fromkeys(title for name in own_names(application) for title in about.elsewhere.others(name, slug))
        if others:
            message = say(
                "Aplikasi bernama sama tercatat di {jumlah} lembaga lain, antara lain {lembaga}",
                jumlah=len(others),
                lembaga=next(iter(others)),
            )
            yield about.saw(application, message, "name")


def _holds(text: str, phrases: tuple[str, ...]) -> bool:
    return any(phrase in text for phrase in phrases)


@cache
def _shared() -> tuple[tuple[SharedApplication, tuple[str, ...], tuple[str, ...]], ...]:
    """The national applications with their names and the signs of their work, ready to be looked for."""
    return tuple(
        (shared, tuple(map(line, shared.aliases)), tuple(map(line, shared.signs)))
        for shared in load_frame().shared_applications
    )
