"""`pages`, `build`, `merge` and `serve`: from plans to a site."""

import errno
import os
import sys
import webbrowser
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
from generator.build.ownership import OutputRefused
from generator.build.shares import MismatchedShares, Share
from generator.build.workers import EXECUTORS
from generator.cli.kept import cache_folder
from generator.cli.options import AS_OF, LIMIT, PLANS
from generator.cli.outcome import (
    finished,
    problems,
    tell,
    tell_failures,
    tell_left_out,
    tell_unmade,
    tell_what_is_missing,
)
from generator.cli.progress import progress
from generator.cli.serving import watch
from generator.cli.today import today
from generator.cli.words import LANG, speech, told
from generator.locale import say
from generator.pdf.printing import VARIABLE, PrintingFailed, chromium
from generator.pipeline import sites
from generator.publishing.configuration import configuration
from generator.publishing.docs_folder import ForeignFile
from generator.publishing.material import notes
from generator.publishing.publisher import PUBLISHERS, PublishingFailed, is_installed
from generator.reading.past.repository import Unavailable, prefix_of, repository_at
from generator.reading.plan_files import shown
from generator.store.cache import Cache
from generator.store.refusals import where_and_why

Command = TypeVar("Command", bound=Callable[..., Any])

_FOLDER = click.Path(file_okay=False, path_type=Path)


def _how(command: Command) -> Command:
    """The options of every command that makes a site; none of them changes what is made."""
    for option in reversed(
        (
            click.option("--output", type=_FOLDER, default="build/site", show_default=True, help="Folder situs."),
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
                type=click.Path(exists=True, file_okay=False, path_type=Path),
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


@click.command(epilog="Contoh: rencana pages build/docs && mkdocs build")
@click.argument("folder", type=_FOLDER)
@PLANS
@AS_OF
@LIMIT
@LANG
def pages(folder: Path, plans: Path, as_of: date | None, limit: int) -> None:
    """Tulis halaman Markdown saja ke FOLDER."""
    try:
        with cache_folder() as cache:
            given = replace(making(plans, as_of or today(plans.resolve().parent), cache), limit=limit)
            written = sites.pages(plans.resolve(), given, folder)
    except OutputRefused as refused:
        raise _refusal(refused) from None
    except ForeignFile as foreign:
        refusal = say(
            "{berkas} bukan tulisan `rencana pages`; tidak ditimpa, dan tidak ada yang ditulis",
            berkas=shown(str(foreign.path)),
        )
        raise click.ClickException(told(refusal)) from None
    tell_left_out(written.left_out)
    tell_unmade(written.failures)
    click.echo(told(say("{folder}: {jumlah} berkas berubah", folder=str(folder), jumlah=written.changed)))
    tell_what_is_missing(written.country, given)
    raise SystemExit(max(tell(written.country), 1 if written.failures else 0))


@click.command(epilog="Contoh: rencana build --plans plans --output build/site --as-of 2026-11-24")
@PLANS
@AS_OF
@click.option("--shard", metavar="N/M", help="Buat hanya bagian ke-N dari M, untuk digabungkan dengan `rencana merge`.")
@_how
def build(plans: Path, as_of: date | None, shard: str | None, output: Path, **how: Any) -> None:
    """Bangun situs; situs lama diganti hanya bila yang baru selesai.

    Lembaga yang rencananya bermasalah tetap tampil dengan halaman terakhirnya yang baik, diberi tanda.
    """
    try:
        share = Share.read(shard) if shard else None
    except ValueError:
        refusal = say("`{isian}` bukan bentuk N/M, misalnya 2/8", isian=shard or "")
        raise click.BadParameter(told(refusal), param_hint="--shard") from None
    with _made(plans, as_of, **how) as (given, way):
        if share:
            finished(
                sites.build_share(plans.resolve(), given, share, output, way),
                told(say("Bagian {bagian}", bagian=str(share))),
                output,
                given,
            )
        else:
            finished(sites.build(plans.resolve(), given, output, way), told(say("Situs")), output, given)


@click.command(epilog="Contoh: rencana merge bagian-1 bagian-2 --output build/site --as-of 2026-11-24")
@click.argument("shares", nargs=-1, required=True, metavar="BAGIAN...", type=_FOLDER)
@PLANS
@AS_OF
@_how
def merge(shares: tuple[Path, ...], plans: Path, as_of: date | None, output: Path, **how: Any) -> None:
    """Gabungkan semua bagian dari `rencana build --shard` menjadi satu situs.

    Rencana, templat, dan tanggalnya harus sama dengan yang dipakai membuat bagian-bagian itu.
    """
    with _made(plans, as_of, **how) as (given, way):
        finished(sites.merge(plans.resolve(), given, shares, output, way), told(say("Situs")), output, given)


@click.command(epilog="Contoh: rencana serve kabupaten-sagara")
@click.argument("institutions", nargs=-1, metavar="[LEMBAGA]...")
@PLANS
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Porta pada komputer ini.")
@click.option("--open/--no-open", "opens", default=None, help="Buka peramban; bawaan: ya, bila dijalankan di terminal.")
@AS_OF
@LANG
def serve(institutions: tuple[str, ...], plans: Path, port: int, opens: bool | None, as_of: date | None) -> None:
    """Tampilkan situs di komputer ini dan muat ulang bila rencana atau templat berubah.

    Kesalahan dalam rencana tampil di halaman itu juga; tempat membaca dipertahankan.
    """
    day = as_of or today(plans.resolve().parent)
    if absent := [name for name in institutions if not (plans / name).is_dir()]:
        raise click.UsageError(
            told(say("tidak ada lembaga `{lembaga}` dalam {folder}", lembaga=absent[0], folder=str(plans)))
        )

    def again(output: Path) -> str:
        given = making(plans, day, cache)
        built = sites.build(plans.resolve(), given, output, BuildOptions(), only=institutions, search=False)
        tell_failures(built)
        return problems(built.country, "full")

    def show(address: str) -> None:
        if sys.stdin.isatty() if opens is None else opens:
            webbrowser.open(address)

    with cache_folder() as cache:
        watch(again, plans, institutions, port, show)


def making(plans: Path, day: date, cache: Path, publisher: str = "mkdocs") -> BuildInputs:
    """What the pages of the plans in a folder are made with; paths are told relative to the folder that holds it."""
    base = plans.resolve().parent
    try:
        settings = configuration(base, os.environ)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    for note in notes(settings, base):
        click.echo(told(note), err=True)
    repository = repository_at(base)
    commit = ""
    if isinstance(repository, Unavailable):
        if repository.help:
            click.echo(repository.told(speech()), err=True)
    elif repository.is_clean(plans.resolve().name):
        head = repository.commit("HEAD")
        commit = head if isinstance(head, str) else ""
    return BuildInputs(settings, settings.site(commit, prefix_of(base)), day, base, cache.resolve(), publisher)


@contextmanager
def _made(
    plans: Path,
    as_of: date | None,
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
    """The two arguments of a build; every way in which one can fail becomes a sentence and an exit code."""
    if executor == "dask" and not scheduler:
        raise click.UsageError(told(say("--executor dask memerlukan --scheduler ALAMAT")))
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
    console = Console(stderr=True)
    os.umask(0o022)  # what is published is for everybody, whatever the user's own files are
    with cache_folder(cache, kept=not no_cache) as folder, progress(console) as drawn:
        Cache(folder).tidy()
        given = making(plans, as_of or today(plans.resolve().parent), folder, publisher)
        given = replace(given, site=replace(given.site, pdf=pdf), limit=limit)
        try:
            yield given, BuildOptions(jobs or 0, executor, scheduler, previous, drawn, program, from_disk)
        except (PublishingFailed, PrintingFailed) as failure:
            raise click.ClickException(failure.output) from None
        except WorkerDied:
            died = say(
                "satu proses pembuat halaman terhenti, biasanya karena memori habis; situs lama tidak berubah."
                " Coba lagi dengan --jobs yang lebih kecil."
            )
            raise click.ClickException(told(died)) from None
        except OutputRefused as refused:
            raise _refusal(refused) from None
        except MismatchedShares as failure:
            raise click.ClickException(str(failure)) from None
        except ImportError:
            raise click.ClickException(told(say("Dask belum terpasang: pip install 'rencana-induk[dask]'"))) from None
        except OSError as failure:
            raise _closed(failure) from None


def _refusal(refused: OutputRefused) -> click.ClickException:
    return click.ClickException(f"{told(refused.reason)}; {told(refused.help)}")


def _closed(failure: OSError) -> click.ClickException:
    """What the system refused, with what to do where that is known."""
    refusal = say("{sebab}; situs lama tidak berubah", sebab=where_and_why(failure))
    if isinstance(failure, PermissionError) or failure.errno == errno.EROFS:
        refusal = say("{sebab}. Beri izin menulis, atau pilih --output lain", sebab=refusal)
    elif failure.errno in (errno.ENOSPC, errno.EDQUOT):
        refusal = say("{sebab}. Kosongkan sebagian disk, lalu jalankan lagi", sebab=refusal)
    return click.ClickException(told(refusal))
