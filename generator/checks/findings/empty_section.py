"""A section of the blueprint that says nothing.

Rule: one of the guideline's 17 sections is missing, or has neither `kondisi` nor `sasaran` nor the reason why
it does not apply; yearly ceilings alone are something said in `pendanaan`. Source: the guideline on master
plans, cetak biru.

Seen in: `integrasi: {}`. Not in: `integrasi: {tidak_berlaku: Digabung dengan jaringan.}`.
"""

from collections.abc import Iterator

from generator.checks.findings.rule import FindingKind, Observation, Subject
from generator.locale import say
from generator.model.blueprint import FundingSection

KIND = FindingKind(
    "bagian-kosong",
    say("Bagian kosong"),
    say("Bagian cetak biru yang belum diisi dan tidak diberi alasan mengapa tidak berlaku."),
)


def find(about: Subject) -> Iterator[Observation]:
    for which, section in about.plan.blueprint:
        if section is None:
            message = say("Bagian “{bagian}” belum ada dalam dokumen", bagian=which.label)
        elif section.is_empty and not (isinstance(section, FundingSection) and section.ceilings):
            message = say("Bagian “{bagian}” ada dalam dokumen, tetapi belum diisi", bagian=which.label)
        else:
            continue
        yield about.saw_at(("blueprint", which), message, which.value)
