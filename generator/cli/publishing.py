"""`pages`, `build` and `serve`: from plans to a site."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click
from rich.console import Console

from generator import pipeline
from generator.cli.dates import DAY
from generator.cli.serving import watch
from generator.locale import language
from generator.pages.site import Site
from generator.report import FORMATS
from generator.site.configuration import Configuration, configuration
from generator.site.publisher import PublishingFailed
from generator.source.cache import Cache, default_directory
from generator.source.revisions import Unavailable, repository_at
from generator.source.selection import Selection

Command = TypeVar("Command", bound=Callable[..., Any])

_PLANS = click.option(
    "--plans", type=click.Path(exists=True, file_okay=False, path_type=Path), default="plans", help="Folder rencana."
)
_DATE = click.option(
    "--as-of",
    type=DAY,
    default=None,
    metavar="TANGGAL",
    help="Hari yang dipakai menilai keterlambatan; bawaan: hari ini.",
)


@click.command(epilog="Contoh: rencana pages build/docs && mkdocs build")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@_PLANS
@_DATE
def pages(folder: Path, plans: Path, as_of: date | None) -> None:
    """Tulis halaman Markdown saja ke FOLDER."""
    base, day = _base(plans), as_of or date.today()
    settings = configuration(base)
    checked = _checked(plans.resolve(), day)
    changed = pipeline.write(checked, settings, _site(settings, plans.resolve()), day, folder)
    click.echo(f"{folder}: {changed} berkas berubah")
    raise SystemExit(_tell(checked))


@click.command(epilog="Contoh: rencana build --plans plans --output build/site --as-of 2026-11-24")
@_PLANS
@click.option("--output", type=click.Path(file_okay=False, path_type=Path), default="build/site", help="Folder situs.")
@_DATE
def build(plans: Path, output: Path, as_of: date | None) -> None:
    """Bangun situs; situs lama diganti hanya bila yang baru selesai."""
    base, day = _base(plans), as_of or date.today()
    settings = configuration(base)
    console = Console(stderr=True)
    checked = _checked(plans.resolve(), day)
    try:
        with console.status("Membangun situs…") if console.is_terminal else _Quiet():
            pipeline.build(checked, settings, _site(settings, plans.resolve()), day, output)
    except PublishingFailed as failure:
        click.echo(failure.output, err=True)
        raise SystemExit(1) from None
    click.echo(f"Situs: {output}")
    raise SystemExit(_tell(checked))


@click.command(epilog="Contoh: rencana serve kabupaten-sagara")
@click.argument("institutions", nargs=-1, metavar="[LEMBAGA]...")
@_PLANS
@click.option("--port", type=int, default=8000, show_default=True, help="Porta pada komputer ini.")
@_DATE
def serve(institutions: tuple[str, ...], plans: Path, port: int, as_of: date | None) -> None:
    """Tampilkan situs di komputer ini dan muat ulang bila rencana atau templat berubah."""
    base = _base(plans)
    watch(plans, base, institutions, port, as_of or date.today())


class _Quiet:
    def __enter__(self) -> None: ...

    def __exit__(self, *_: object) -> None: ...


def _base(plans: Path) -> Path:
    """The folder that paths are told relative to: the one that holds the folder of plans."""
    return plans.resolve().parent


def _checked(plans: Path, day: date) -> pipeline.Check:
    """The plans with what Git tells of them; what was read before comes from the user's cache."""
    cache = Cache(default_directory())
    cache.tidy()
    return pipeline.check([Selection(plans)], day, pipeline.past(plans, cache, os.cpu_count() or 1), cache)


def _site(settings: Configuration, plans: Path) -> Site:
    """The settings with the commit that pages name, where the plans are as they were committed."""
    repository = repository_at(plans.parent)
    if isinstance(repository, Unavailable) or not repository.is_clean(plans.name):
        return settings.site()
    commit = repository.commit("HEAD")
    return settings.site(commit if isinstance(commit, str) else "")


def _tell(checked: pipeline.Check) -> int:
    """Print the problems below what was done; the exit code."""
    if checked.problems:
        click.echo(FORMATS["concise"](checked.report(with_findings=False), language()), err=True)
    return 1 if checked.held_back else 0
