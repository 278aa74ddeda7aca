"""`kode-ganda`: one institution in two folders, which the portal, the map and every sum would count twice."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import groupby
from math import inf

from generator.checks.verdict import Verdict
from generator.diagnostics import Label, Problem
from generator.locale import say
from generator.model.plan import Plan
from generator.model.regions import region
from generator.model.terms import CodeScheme
from generator.reading.misplaced import folder_name
from generator.reading.past.claims import Claims, no_claims
from generator.reading.past.lines import Identity


def one_code_each(verdicts: Iterable[Verdict], claims: Claims = no_claims) -> Iterator[Verdict]:
    """The verdicts on plans that claim the code of another institution's folder, with that error.

    The folder that had the code first keeps it, so that nobody can take it away. Where Git does not tell, that is the
    one that is called as the institution is, else the first by name. Codes that no register gives
    (`skema_kode: contoh`) are nobody's.
    """
    bearers = [(identity(each.cover.plan), each) for each in verdicts if each.cover]
    for code, bearing in groupby(sorted(bearers, key=_by_code), key=_by_code):
        own = [each for _, each in bearing]
        folders = {each.address.institution for each in own}
        if not CodeScheme(code.scheme).is_registered or len(folders) == 1:
            continue
        owner, *others = sorted(own, key=partial(_right, claims(code, folders)))
        for each in others:
            if each.address.institution != owner.address.institution:
                yield Verdict(each.address, (*each.problems, _claimed(each, owner)))


def identity(plan: Plan) -> Identity:
    """Of a plan's institution, by its code alone."""
    return Identity(plan.institution.code_scheme.value, plan.institution.code)


def _by_code(bearer: tuple[Identity, Verdict]) -> Identity:
    return bearer[0]


def _right(since: Mapping[str, int], verdict: Verdict) -> tuple[float, bool, str, str]:
    """Sorts those that bear one code by their right to it."""
    assert verdict.cover
    institution = verdict.cover.plan.institution
    found = region(institution.code) if institution.code_scheme is CodeScheme.KEMENDAGRI else None
    called = folder_name(found.name if found else institution.name)
    folder = verdict.address.institution
    return since.get(folder, inf), folder != called, folder, verdict.address.period


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
