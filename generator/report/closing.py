"""The last line: how much was read, how much is wrong, and how to learn more."""

from generator.diagnostics import Severity
from generator.locale import Language, say
from generator.report.result import Report


def closing(report: Report, words: Language) -> str:
    """`4 rencana dibaca: 1 kesalahan di 1 berkas. Jelaskan: rencana explain CODE`."""
    read = words.ngettext("{jumlah} rencana dibaca", "{jumlah} rencana dibaca", report.plans)
    text = f"{read.format(jumlah=report.plans)}: {', '.join(_counts(report, words))}."
    if report.entries:
        text += " " + words.word(say("Jelaskan: rencana explain {kode}", kode=report.entries[0].code))
    return text


def _counts(report: Report, words: Language) -> list[str]:
    errors, warnings, findings = (report.count(severity) for severity in Severity)
    counts = [words.word(say("tidak ada kesalahan"))]
    if errors:
        files = len({entry.place.path for entry in report.entries if entry.severity is Severity.ERROR})
        mistakes = words.ngettext("{jumlah} kesalahan", "{jumlah} kesalahan", errors).format(jumlah=errors)
        where = words.ngettext("di {jumlah} berkas", "di {jumlah} berkas", files).format(jumlah=files)
        counts = [f"{mistakes} {where}"]
    if warnings:
        counts.append(words.ngettext("{jumlah} peringatan", "{jumlah} peringatan", warnings).format(jumlah=warnings))
    if findings:
        counts.append(words.ngettext("{jumlah} temuan", "{jumlah} temuan", findings).format(jumlah=findings))
    return counts
