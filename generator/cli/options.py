"""Arguments and options that several commands have, with one wording."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from generator.cli.plans_folder import nearest, refuse_elsewhere
from generator.cli.words import told
from generator.locale import say
from generator.reading.time_limit import DEFAULT_SECONDS
from generator.store.paths import real

Command = TypeVar("Command", bound=Callable[..., Any])

_FIRST, _LAST = date(1900, 1, 1), date(2199, 12, 31)
"""The days of the years that a plan can name."""


class _Day(click.ParamType[date]):
    name = "tanggal"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            day = date.fromisoformat(str(value))
        except ValueError:
            refusal = say("`{isian}` bukan tanggal; tulis tahun-bulan-hari, misalnya 2026-11-24", isian=str(value))
            self.fail(told(refusal), param, ctx)
        if not _FIRST <= day <= _LAST:
            ends = {"awal": _FIRST.isoformat(), "akhir": _LAST.isoformat()}
            self.fail(told(say("`{isian}` di luar {awal} sampai {akhir}", isian=str(value), **ends)), param, ctx)
        return day


class NamedPath(click.Path[Path]):
    """A path with a name. An empty one, as from a variable that a workflow leaves empty, would be the folder that the
    command runs in."""

    def __init__(self, **how: Any) -> None:
        super().__init__(path_type=Path, **how)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if value == "":
            self.fail(told(say("namanya kosong")), param, ctx)
        return super().convert(value, param, ctx)


def _nearest_plans() -> Path:
    found = nearest()
    return found.root if found else Path("plans")


def led_to(ctx: click.Context, param: click.Parameter, folder: Path) -> Path:
    """The folder to write to that is meant: where a link leads, which may be on another disk.

    Raises `click.UsageError` for a link to nothing: only what is done would tell who made it. And for one that a
    repository holds: who proposes it would choose what a build replaces.
    """
    if any(place.is_symlink() for place in (folder, *folder.parents)):
        from generator.reading.past.committed import committed_link

        if link := committed_link(folder):
            refusal = say(
                "`{folder}` tautan yang tersimpan dalam repositori, yang tidak diikuti; sebut folder aslinya: {asli}",
                folder=str(link),
                asli=str(real(link)),
            )
            raise click.UsageError(told(refusal))
    if not folder.is_symlink():
        return folder
    try:
        return folder.resolve(strict=True)
    except (OSError, RuntimeError):
        refusal = say(
            "`{folder}` tautan ke `{tujuan}`, yang tidak dapat dibuka; buat folder tujuannya, atau sebut folder lain",
            folder=str(folder),
            tujuan=str(folder.readlink()),
        )
        raise click.UsageError(told(refusal)) from None


def _own(ctx: click.Context, param: click.Parameter, plans: Path) -> Path:
    refuse_elsewhere(plans)
    return plans


def _plans(
    *,
    exists: bool,
    default: str | Callable[[], Path] = _nearest_plans,
    help: str = "Folder rencana; bawaan: `plans` di sini atau di atasnya.",
) -> Callable[[Command], Command]:
    kind = NamedPath(exists=exists, file_okay=False)
    return click.option("--plans", callback=_own, type=kind, default=default, help=help)


PLANS = _plans(exists=True)
"""The folder of the plans; it must exist."""

PLANS_OR_NEW = _plans(exists=False)
"""The folder of the plans, for what can make the first of them."""

NEW_PLANS = _plans(exists=False, default="plans", help="Folder rencana.")
"""The folder of the plans of the repository that is made here."""

AS_OF = click.option(
    "--as-of", type=_Day(), metavar="TANGGAL", help="Nilai keadaan pada tanggal ini; bawaan: hari ini."
)
"""The day that everything is judged by, `2026-11-24`; `None` is for the command to make today of."""

LIMIT = click.option(
    "--limit",
    type=click.IntRange(0, 86_400),
    metavar="DETIK",
    default=DEFAULT_SECONDS,
    show_default=True,
    help="Waktu paling lama untuk satu lembaga; 0: tanpa batas.",
)
"""The seconds an institution may take before it is left as it was."""
