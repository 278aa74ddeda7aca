"""What a command that makes a site is given: its options, and the plans, settings and day that pages are made from."""

import errno
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click
from rich.console import Console

from generator.build.building import BuildOptions
from generator.build.institutions import WorkerDied
from generator.build.jobs import BuildInputs
from generator.build.ownership import OutputRefused, refuse_cache
from generator.build.shares import MismatchedShares
from generator.build.workers import EXECUTORS
from generator.cli.kept import cache_folder
from generator.cli.options import LIMIT, NamedPath, led_to
from generator.cli.progress import progress
from generator.cli.today import today
from generator.cli.words import LANG, speech, told
from generator.locale import say
from generator.pdf.printing import VARIABLE, chromium
from generator.publishing.configuration import configuration
from generator.publishing.judging import notes
from generator.publishing.publisher import PUBLISHERS, PublishingFailed, is_installed
from generator.publishing.unusable import Unusable, placed
from generator.reading.past.repository import prefix_of, repository_at
from generator.reading.past.unavailable import Unavailable
from generator.store.cache import Cache
from generator.store.paths import real
from generator.store.refusals import where_and_why

Command = TypeVar("Command", bound=Callable[..., Any])

_SCHEDULER = re.compile(r"(?:tcp|tls|ucx|wss?)://[\w.\[\]:-]+:\d{1,5}/?")
_FOLDER = NamedPath(file_okay=False)


def options(command: Command) -> Command:
    """The options of every command that makes a site; none of them changes what is made."""
    for option in reversed(
        (
            click.option(
                "--output",
                type=_FOLDER,
                callback=led_to,
                default="build/site",
                show_default=True,
                help="Folder situs.",
            ),
            click.option("--jobs", type=click.IntRange(1, 64), help="Pekerjaan serentak; bawaan: banyaknya prosesor."),
            click.option(
                "--executor",
                type=click.Choice(EXECUTORS),
                default="processes",
                show_default=True,
                help="Tempat bekerja: proses di komputer ini, atau klaster Dask.",
            ),
            click.option(
                "--scheduler", metavar="ALAMAT", default="", help="Alamat penjadwal Dask, mis. tcp://10.0.0.5:8786."
            ),
            click.option("--cache", type=_FOLDER, help="Folder singgahan; bawaan: singgahan pengguna."),
            click.option("--no-cache", is_flag=True, help="Bangun semuanya dari awal, tanpa menyimpan apa pun."),
            click.option(
                "--previous",
                type=NamedPath(exists=True, file_okay=False),
                metavar="SITUS",
                help="Situs terdahulu, sumber halaman terakhir lembaga yang hari ini bermasalah.",
            ),
            click.option(
                "--publisher",
                type=click.Choice(list(PUBLISHERS)),
                default="mkdocs",
                show_default=True,
                help="Penerbit halaman.",
            ),
            click.option(
                "--pdf", is_flag=True, help="Cetak juga tiap rencana sebagai PDF, dengan Chromium yang terpasang."
            ),
            click.option(
                "--from-disk", is_flag=True, help="Buat situs percobaan yang dapat dibuka dari folder, tanpa peladen."
            ),
            LIMIT,
            LANG,
        )
    ):
        command = option(command)
    return command


def making(plans: Path, day: date, cache: Path, publisher: str = "mkdocs") -> BuildInputs:
    """What the pages of the plans in a folder are made with; paths are told relative to the folder that holds it."""
    base = real(plans).parent
    try:
        settings = configuration(base, os.environ)
        for note in notes(base):
            click.echo(told(placed(note)), err=True)
    except Unusable as unusable:
        raise click.UsageError("\n".join(told(placed(each)) for each in unusable.problems)) from None
    repository = repository_at(base)
    commit = ""
    if isinstance(repository, Unavailable):
        if repository.help:
            click.echo(repository.told(speech()), err=True)
    elif repository.is_clean(real(plans).name):
        head = repository.commit("HEAD")
        commit = head if isinstance(head, str) else ""
    return BuildInputs(settings, settings.site(commit, prefix_of(base)), day, base, real(cache), publisher)


@contextmanager
def inputs(
    plans: Path,
    as_of: date | None,
    output: Path,
    *,
    jobs: int | None,
    executor: str,
    scheduler: str,
    cache: Path | None,
    no_cache: bool,
    previous: Path | None,
    publisher: str,
    pdf: bool,
    from_disk: bool,
    limit: int,
) -> Iterator[tuple[BuildInputs, BuildOptions]]:
    """Two arguments of a build to `output`; every way in which one can fail becomes a sentence and an exit code."""
    if executor == "dask" and not scheduler:
        raise click.UsageError(told(say("--executor dask memerlukan --scheduler ALAMAT")))
    if scheduler and not _SCHEDULER.fullmatch(scheduler):
        example = "tcp://10.0.0.5:8786"
        wrong = say("--scheduler `{teks}` bukan alamat; tulis misalnya {contoh}", teks=scheduler, contoh=example)
        raise click.UsageError(told(wrong))
    if not is_installed(publisher):
        missing = say("penerbit {nama} belum terpasang: pip install 'rencana-induk[{nama}]'", nama=publisher)
        raise click.UsageError(told(missing))
    program = chromium() if pdf else None
    if pdf and program is None:
        missing = say(
            "--pdf memerlukan Chromium, dan tidak ada yang ditemukan: pasang (misalnya `apt install chromium`),"
            " atau sebut programnya dalam variabel lingkungan {nama}.",
            nama=VARIABLE,
        )
        raise click.UsageError(told(missing))
    if cache and not no_cache:
        try:
            refuse_cache(cache, output, plans)
        except OutputRefused as refused:
            raise refusal_of(refused) from None
    os.umask(0o022)  # what is published is for everybody, whatever the user's own files are
    console = Console(stderr=True)
    with cache_folder(real(plans).parent, cache, kept=not no_cache) as folder, progress(console) as drawn:
        Cache(folder).tidy()
        given = making(plans, as_of or today(real(plans).parent), folder, publisher)
        given = replace(given, site=replace(given.site, pdf=pdf), limit=limit)
        try:
            yield given, BuildOptions(jobs or 0, executor, scheduler, previous, drawn, program, from_disk)
        except PublishingFailed as failure:
            raise click.ClickException(failure.output) from None
        except WorkerDied:
            died = say(
                "satu proses pembuat halaman terhenti, biasanya karena memori habis; situs lama tidak berubah."
                " Coba lagi dengan --jobs yang lebih kecil."
            )
            raise click.ClickException(told(died)) from None
        except OutputRefused as refused:
            raise refusal_of(refused) from None
        except MismatchedShares as failure:
            raise click.ClickException(str(failure)) from None
        except ImportError:
            raise click.ClickException(told(say("Dask belum terpasang: pip install 'rencana-induk[dask]'"))) from None
        except OSError as failure:
            raise _closed(failure) from None


def refusal_of(refused: OutputRefused) -> click.ClickException:
    return click.ClickException(f"{told(refused.reason)}; {told(refused.help)}")


def _closed(failure: OSError) -> click.ClickException:
    """What the system refused, with what to do where that is known."""
    refusal = say("{sebab}; situs lama tidak berubah", sebab=where_and_why(failure))
    if isinstance(failure, PermissionError) or failure.errno == errno.EROFS:
        refusal = say("{sebab}. Periksa izin di tempat itu, atau pilih --output lain", sebab=refusal)
    elif failure.errno in (errno.ENOSPC, errno.EDQUOT):
        refusal = say("{sebab}. Kosongkan sebagian disk, lalu jalankan lagi", sebab=refusal)
    return click.ClickException(told(refusal))
