"""`kode-ganda`: one institution in two folders, which the portal, the map and every sum would count twice."""

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from math import inf
from typing import TypeAlias

from generator.checks.verdict import Verdict
from generator.diagnostics import Label, Problem, Severity
from generator.locale import say
from generator.model.terms import CodeScheme
from generator.reading.misplaced import folder_name
from generator.reading.past.claims import NO_CLAIMS, Claims
from generator.reading.past.identity import Identity
from generator.reading.past.tenures import called

_Bearers: TypeAlias = dict[str, list[Verdict]]
"""The plans that bear a code, by their folders; none of a folder of which nothing can be read today."""


def one_code_each(
    verdicts: Iterable[Verdict], claims: Claims = NO_CLAIMS, closed: Collection[str] = ()
) -> Iterator[Verdict]:
    """The verdicts on plans that claim the code of another institution's folder, with that error, and on one of that
    folder where it is told of them.

    The folder that had the code first keeps it, so that nobody can take it away, be its plans sound or not, or `closed`
    to us. Where Git does not tell, that is the one that is called as the institution is, else one with a sound plan,
    else the first by name. Codes that no register gives (`skema_kode: contoh`) are nobody's.
    """
    for code, own in _bearers(list(verdicts), claims, closed).items():
        if len(own) == 1:
            continue
        owner = min(own, key=partial(_right, own, claims.since(code, own), _called(code, own)))
        others = [each for folder, bearing in own.items() if folder != owner for each in bearing]
        yield from (_told(each, _claimed(each, owner, own[owner])) for each in others)
        yield from (_told(each, doubt) for each in own[owner][:1] if (doubt := _doubted(each, others)))


def _bearers(verdicts: Sequence[Verdict], claims: Claims, closed: Collection[str]) -> Mapping[Identity, _Bearers]:
    """Who bears each code, the first period of a folder first; of what cannot be read today Git tells, or else the
    name of the folder."""
    found: dict[Identity, _Bearers] = {}
    for each in sorted(verdicts, key=lambda one: one.address):
        if each.borne and each.borne.identity.is_registered:
            found.setdefault(each.borne.identity, {}).setdefault(each.address.institution, []).append(each)
    silent = {each.address.institution for each in verdicts if each.held_back and not each.borne}.union(closed)
    told = claims.last_told(silent)
    for folder in sorted(silent):
        for code in (each for each in told.get(folder, ()) if each.is_registered):
            found.setdefault(code, {}).setdefault(folder, [])
    for code, own in found.items():
        for folder in sorted((_called(code, own) & silent) - told.keys()):
            own.setdefault(folder, [])
    return found


def _called(code: Identity, bearers: _Bearers) -> set[str]:
    return called(code, (each.borne.name for own in bearers.values() for each in own if each.borne))


def _right(
    bearers: _Bearers, since: Mapping[str, int], called: Container[str], folder: str
) -> tuple[float, bool, bool, str]:
    """Sorts the folders that bear a code by their right to it."""
    is_broken = all(each.held_back for each in bearers[folder])
    return since.get(folder, inf), folder not in called, is_broken, folder


def _told(verdict: Verdict, problem: Problem) -> Verdict:
    """With one problem more; an error holds the plan back."""
    problems = (*verdict.problems, problem)
    if problem.severity is Severity.ERROR:
        return Verdict(verdict.address, problems, verdict.borne)
    return replace(verdict, problems=problems)


def _claimed(verdict: Verdict, owner: str, owned: Sequence[Verdict]) -> Problem:
    assert verdict.borne
    return Problem(
        "kode-ganda",
        verdict.borne.place,
        say(
            "kode `{kode}` dipakai dua folder lembaga, `{ini}` dan `{itu}`",
            kode=verdict.borne.identity.code,
            ini=verdict.address.institution,
            itu=owner,
        ),
        mark=say("kode ini sudah dipakai"),
        help=say("perbaiki kodenya; bila lembaganya sama, pindahkan rencana ini ke folder `{folder}`", folder=owner),
        labels=tuple(Label(each.borne.place, say("dipakai di sini")) for each in owned[:1] if each.borne),
        plan=str(verdict.address),
    )


def _doubted(verdict: Verdict, others: Iterable[Verdict]) -> Problem | None:
    """That the code may be another's, where no list tells whose it is: one bears it under another name."""
    assert verdict.borne
    if verdict.borne.identity.scheme == CodeScheme.KEMENDAGRI:
        return None
    own = folder_name(verdict.borne.name)
    other = next((each for each in others if each.borne and folder_name(each.borne.name) not in ("", own)), None)
    if other is None or other.borne is None:
        return None
    return Problem(
        "kode-ganda",
        verdict.borne.place,
        say(
            "kode `{kode}` dipakai pula oleh {nama} dalam folder `{itu}`",
            kode=verdict.borne.identity.code,
            nama=other.borne.name,
            itu=other.address.institution,
        ),
        mark=say("milik siapa?"),
        help=say(
            "cocokkan kode ini dengan daftar LKPP; bila bukan kode lembaga Anda, perbaiki, sebab rencana lembaga itu"
            " tertahan karenanya"
        ),
        labels=(Label(other.borne.place, say("dipakai di sini")),),
        severity=Severity.WARNING,
        plan=str(verdict.address),
    )
