"""People are missing, and nothing in the plan brings or trains them.

Rule: some role of some unit needs more people than it has in its newest count, and no activity serves the
section `sumber_daya_manusia`, closes a gap of it, or speaks of training or recruitment (`capacity_words`) in
its name or text, nor does an entry of `perubahan`. A surplus elsewhere makes up for nothing; unknown counts
are not compared. Source: the guideline's six indicators (inventory of staff, expertise).

Seen in: `ada: 1, butuh: 4` and no such activity. Not in: an activity "Pelatihan pengembang".
"""

from collections.abc import Iterator

from generator.checks.findings.names import line
from generator.checks.findings.rule import FindingKind, Observation, Subject
from generator.locale import say
from generator.model.terms import SectionKey

KIND = FindingKind(
    "kekurangan-sdm-tanpa-rencana",
    say("Kekurangan SDM tanpa rencana"),
    say("Pegawai tercatat kurang, tetapi belum ada kegiatan pelatihan atau penerimaan pegawai."),
)


def find(about: Subject) -> Iterator[Observation]:
    newest: dict[object, tuple[int, int, int]] = {}
    for position, count in enumerate(about.plan.staff):
        if not (isinstance(count.present, int) and isinstance(count.needed, int)):
            continue
        year = count.year if isinstance(count.year, int) else 0
        place = (count.role, count.unit)
        if place not in newest or year >= newest[place][0]:
            newest[place] = (year, position, count.needed - count.present)
    short = [(position, missing) for _, position, missing in newest.values() if missing > 0]
    if short and not _is_answered(about):
        message = say(
            "Tercatat kekurangan {jumlah} pegawai, dan belum ada kegiatan pelatihan atau penerimaan pegawai",
            jumlah=sum(missing for _, missing in short),
        )
        yield about.saw_at(("staff", min(short)[0], "needed"), message, SectionKey.PEOPLE.value)


def _is_answered(about: Subject) -> bool:
    gaps = {gap.id for gap in about.plan.gaps if gap.section is SectionKey.PEOPLE}
    if any(SectionKey.PEOPLE in each.sections or gaps.intersection(each.closes) for each in about.activities):
        return True
    texts = [f"{each.name} {each.text or ''}" for each in about.activities]
    texts += [effort.text for effort in about.plan.change_efforts]
    phrases = [line(phrase) for phrase in about.limits.capacity_words]
    return any(phrase in text for text in map(line, texts) for phrase in phrases)
