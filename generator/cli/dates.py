"""A day as an argument."""

from datetime import date

import click


class _Day(click.ParamType[date]):
    name = "tanggal"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"`{value}` bukan tanggal; tulis tahun-bulan-hari, misalnya 2026-11-24", param, ctx)


DAY = _Day()
"""`2026-11-24`."""
