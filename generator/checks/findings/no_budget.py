"""An activity without money in the document.

Rule: an activity that is not cancelled has no budget line, or only lines whose source is `belum_ada`. A line
with an unknown amount counts: that there is money is known. Source: the implementation plan names the budget
of every activity (the guideline on master plans); Permen PANRB 59/2020 indicator 13, plan and budget together.

Seen in: `anggaran: []`. Not in: `anggaran: [{tahun: 2026, jumlah: tidak_diketahui, sumber: apbd}]`.
"""

from collections.abc import Iterator

from generator.checks.findings.rule import FindingKind, Observation, Subject
from generator.locale import say
from generator.model.money import has_funds

KIND = FindingKind(
    "tanpa-anggaran",
    say("Tanpa anggaran"),
    say("Kegiatan yang belum mempunyai anggaran dalam dokumen, atau yang sumber dananya belum ada."),
)


def find(about: Subject) -> Iterator[Observation]:
    for activity in about.activities:
        if not activity.budget:
            yield about.saw(activity, say("Belum ada anggaran tercatat dalam dokumen"), "budget")
        elif not has_funds(activity):
            yield about.saw(activity, say("Anggaran tercatat, tetapi semua sumber dananya belum ada"), "budget")
