"""`pages`, `build`, `merge` and `serve`: from plans to a site."""

import os
import sys
import webbrowser
from dataclasses import replace
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

import click

from generator.build.building import BuildOptions
from generator.build.ownership import OutputRefused
from generator.build.shares import Share
from generator.cli.kept import again_in_doubt, cache_folder
from generator.cli.making import inputs, making, options, refusal_of
from generator.cli.options import AS_OF, LIMIT, PLANS, NamedPath, led_to
from generator.cli.outcome import (
    finished,
    kept,
    left_out,
    problems,
    shortfalls,
    stands_in,
    tell,
    tell_what_is_missing,
    unmade,
)
from generator.cli.serving import watch
from generator.cli.today import today
from generator.cli.words import LANG, told
from generator.locale import Message, say
from generator.pipeline import sites, writing
from generator.publishing.docs_folder import LIST, ForeignFile
from generator.reading.past.vouched import doubted
from generator.reading.plan_files import shown
from generator.store.paths import real

_FOLDER = NamedPath(file_okay=False)
_OTHER_FRAME = say(
    "peringatan: mkdocs.yml tidak menyebut kerangka halaman ini (theme.custom_dir), jadi `mkdocs build` memakai"
    " kerangka Material, tanpa tanda contoh dan tautan ke sumber; terbitkan dengan `rencana build`"
)


@click.command(epilog="Contoh: rencana pages build/docs && mkdocs build")
@click.argument("folder", type=_FOLDER, callback=led_to)
@PLANS
@AS_OF
@LIMIT
@LANG
@again_in_doubt
def pages(folder: Path, plans: Path, as_of: date | None, limit: int) -> None:
    """Tulis halaman Markdown saja ke FOLDER."""
    os.umask(0o022)  # what is published is for everybody
    try:
        with cache_folder(real(plans).parent) as cache:
            given = replace(making(plans, as_of or today(real(plans).parent), cache), limit=limit)
            written = writing.pages(real(plans), given, folder)
    except OutputRefused as refused:
        raise refusal_of(refused) from None
    except ForeignFile as foreign:
        refusal = _refusal(foreign)
        doubt = doubted(folder / LIST)
        refusal = say("{pesan}; {bantuan}", pesan=refusal, bantuan=doubt) if doubt else refusal
        raise click.ClickException(told(refusal)) from None
    short = stands_in(written.stale), kept(written.kept), left_out(written.left_out), unmade(written.failures)
    for line in chain.from_iterable(short):
        click.echo(line, err=True)
    click.echo(told(say("{folder}: {jumlah} berkas berubah", folder=str(folder), jumlah=written.changed)))
    if not given.configuration.names_frame:
        click.echo(told(_OTHER_FRAME), err=True)
    tell_what_is_missing(written.country, given)
    raise SystemExit(max(tell(written.country), 1 if written.failures else 0))


def _refusal(foreign: ForeignFile) -> Message:
    file = shown(str(foreign.path))
    if foreign.changed:
        return say(
            "{berkas} diubah sesudah ditulis `rencana pages`; tidak ditimpa, dan tidak ada yang ditulis;"
            " pindahkan perubahannya ke rencana, site_templates/ atau site_files/, lalu hapus berkas itu",
            berkas=file,
        )
    return say("{berkas} bukan tulisan `rencana pages`; tidak ditimpa, dan tidak ada yang ditulis", berkas=file)


@click.command(epilog="Contoh: rencana build --plans plans --output build/site --as-of 2026-11-24")
@PLANS
@AS_OF
@click.option("--shard", metavar="N/M", help="Buat hanya bagian ke-N dari M, untuk digabungkan dengan `rencana merge`.")
@options
def build(plans: Path, as_of: date | None, shard: str | None, output: Path, **how: Any) -> None:
    """Bangun situs; situs lama diganti hanya bila yang baru selesai.

    Lembaga yang rencananya bermasalah tetap tampil dengan halaman terakhirnya yang baik, diberi tanda.
    """
    try:
        share = Share.read(shard) if shard else None
    except ValueError:
        refusal = say("`{isian}` bukan bentuk N/M, misalnya 2/8", isian=shard or "")
        raise click.BadParameter(told(refusal), param_hint="--shard") from None
    with inputs(plans, as_of, output, **how) as (given, way):
        if share:
            built = sites.build_share(real(plans), given, output, way, share)
        else:
            built = sites.build(real(plans), given, output, way)
    what = say("Bagian {bagian}", bagian=str(share)) if share else say("Situs")
    finished(built, told(what), output, given)


@click.command(epilog="Contoh: rencana merge bagian-1 bagian-2 --output build/site --as-of 2026-11-24")
@click.argument("shares", nargs=-1, required=True, metavar="BAGIAN...", type=_FOLDER)
@PLANS
@AS_OF
@options
def merge(shares: tuple[Path, ...], plans: Path, as_of: date | None, output: Path, **how: Any) -> None:
    """Gabungkan semua bagian dari `rencana build --shard` menjadi satu situs.

    Rencana, templat, dan tanggalnya harus sama dengan yang dipakai membuat bagian-bagian itu.
    """
    if real(output) in map(real, shares):
        raise click.UsageError(told(say("--output `{folder}` adalah salah satu bagiannya", folder=str(output))))
    with inputs(plans, as_of, output, **how) as (given, way):
        built = sites.merge(real(plans), given, output, way, shares)
    finished(built, told(say("Situs")), output, given)


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
    day = as_of or today(real(plans).parent)
    institutions = tuple(name.rstrip("/") for name in institutions)  # a shell completes a folder with one
    known = {folder.name for folder in plans.iterdir() if folder.is_dir()} if plans.is_dir() else set()
    if absent := [name for name in institutions if name not in known]:
        raise click.UsageError(
            told(say("tidak ada lembaga `{lembaga}` dalam {folder}", lembaga=absent[0], folder=str(plans)))
        )

    def again(output: Path) -> str:
        given = making(plans, day, cache)
        built = sites.build(real(plans), given, output, BuildOptions(), only=institutions, search=False)
        return "\n".join([*shortfalls(built), *filter(None, [problems(built.country, "full")])])

    def show(address: str) -> None:
        if sys.stdin.isatty() if opens is None else opens:
            webbrowser.open(address)

    with cache_folder(real(plans).parent) as cache:
        watch(again, plans, institutions, port, show)
