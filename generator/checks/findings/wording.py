"""Days, quarters and money inside a message that has not chosen its language."""

from datetime import date

from generator.locale import Message, language, say
from generator.model.values import Quarter, WholeYear

_MONTHS = (
    say("Januari"),
    say("Februari"),
    say("Maret"),
    say("April"),
    say("Mei"),
    say("Juni"),
    say("Juli"),
    say("Agustus"),
    say("September"),
    say("Oktober"),
    say("November"),
    say("Desember"),
)


def day(value: date) -> Message:
    """`5 Juni 2026`; the month is worded in the reader's language."""
    return say("{hari} {bulan} {tahun}", hari=value.day, bulan=_MONTHS[value.month - 1], tahun=value.year)


def quarter(value: Quarter) -> Message:
    """`T2 2026`, or `tahun 2026` where no quarter is told."""
    if isinstance(value, WholeYear):
        return say("tahun {tahun}", tahun=value.year)
    return say("T{nomor} {tahun}", nomor=value.number, tahun=value.year)


def rupiah(amount: int) -> str:
    """`Rp4.088.377.400`: an Indonesian amount keeps its Indonesian form in every language."""
    return language("id").formats.rupiah(amount)
