"""`kode-ganda`: one institution in two folders, which the portal, the map and every sum would count twice."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from generator.checks.verdict import Cover, Verdict
from generator.diagnostics import Label, Problem
from generator.locale import say
from generator.model.regions import region
from generator.model.terms import CodeScheme
from generator.reading.misplaced import folder_name

_REGISTERED = (CodeScheme.KEMENDAGRI, CodeScheme.LKPP)


def one_code_each(verdicts: Iterable[Verdict]) -> Iterator[Verdict]:
    """The verdicts on plans that claim the code of another institution's folder, with that error.

    The folder that is called as the institution is keeps its code, so that nobody can take it away; else the first
    by name. Codes that no register gives (`skema_kode: contoh`) are nobody's.
    """
    claims = [(_code(each.cover), each) for each in verdicts if each.cover]
    for (scheme, _), claim in groupby(sorted(claims, key=_by_code), key=_by_code):
        own = [each for _, each in claim]
        if scheme not in _REGISTERED or len({each.address.institution for each in own}) == 1:
            continue
        owner, *others = sorted(own, key=_right)
        for each in others:
            if each.address.institution != owner.address.institution:
                yield Verdict(each.address, (*each.problems, _claimed(each, owner)))


def _code(cover: Cover) -> tuple[str, str]:
    return cover.plan.institution.code_scheme.value, cover.plan.institution.code


def _by_code(claim: tuple[tuple[str, str], Verdict]) -> tuple[str, str]:
    return claim[0]


def _right(verdict: Verdict) -> tuple[bool, str, str]:
    """Sorts the claims to one code by how well the folder's name fits."""
    assert verdict.cover
    institution = verdict.cover.plan.institution
    found = region(institution.code) if institution.code_scheme is CodeScheme.KEMENDAGRI else None
    called = folder_name(found.name if found else institution.name)
    return verdict.address.institution != called, verdict.address.institution, verdict.address.period


def _claimed(verdict: Verdict, owner: Verdict) -> Problem:
    assert verdict.cover
    assert owner.cover
    mine, theirs = verdict.address.institution, owner.address.institution
    return Problem(
        "kode-ganda",
        verdict.cover.code,
        say(
            "kode `{kode}` dipakai dua folder lembaga, `{ini}` dan `{itu}`",
            kode=verdict.cover.plan.institution.code,
            ini=mine,
            itu=theirs,
        ),
        mark=say("kode ini sudah dipakai"),
        help=say("perbaiki kodenya; bila lembaganya sama, pindahkan rencana ini ke folder `{folder}`", folder=theirs),
        labels=(Label(owner.cover.code, say("dipakai di sini")),),
        plan=str(verdict.address),
    )
