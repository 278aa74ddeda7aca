"""Years and days."""

import re
from datetime import date

from generator.locale import say
from generator.model.mistake import misspelt, plain, shown
from generator.model.spelling.days import last_day_of_month, meant_day, meant_years


def read_year(value: object) -> int:
    """A year from 1900 to 2199."""
    if isinstance(value, int):
        return value
    help_ = say("tulis tahun dengan empat angka, misalnya `2026`")
    text = plain(value, "tahun-salah", say("di sini diharapkan sebuah tahun"), help_)
    if not re.fullmatch(r"(?:19|20|21)[0-9]{2}", text):
        years = [str(year) for year in meant_years(text)]
        if len(years) == 1 and re.search("[1-9]", text.replace(years[0], "")) and not meant_day(text):
            years = []  # `2026-27` is not 2026
        if len(years) > 1:
            help_ = say(
                "tulis satu tahun saja; untuk beberapa tahun tulis satu baris bagi tiap tahun: `{awal}`, … `{akhir}`",
                awal=years[0],
                akhir=years[-1],
            )
        elif re.fullmatch(r"(?i)total|jumlah|semua", text):
            help_ = say("hapus; jumlahnya dihitung sendiri dari tahun-tahunnya")
        elif re.fullmatch(r"'?[2-9][0-9]", text):
            years = [f"20{text[-2:]}"]
        told = say("`{teks}` bukan tahun", teks=shown(value))
        raise misspelt("tahun-salah", told, help_, years if len(years) == 1 else [])
    return int(text)


def read_day(value: object) -> date:
    """A day, `2026-09-30`."""
    if isinstance(value, date):
        return value
    help_ = say("tulis tahun-bulan-tanggal, misalnya `2026-09-30`")
    text = plain(value, "tanggal-salah", say("di sini diharapkan sebuah tanggal"), help_)
    try:
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            raise ValueError(text)
        return date.fromisoformat(text)
    except ValueError:
        told = say("`{teks}` bukan tanggal", teks=shown(value))
        if last := last_day_of_month(text):
            told = say("tanggal `{teks}` tidak ada", teks=shown(value))
            help_ = say("tulis tanggal yang ada; bulan itu berakhir pada `{akhir}`", akhir=last.isoformat())
        day = meant_day(text)
        raise misspelt("tanggal-salah", told, help_, [day.isoformat()] if day else []) from None
