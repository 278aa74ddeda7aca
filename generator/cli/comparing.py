"""`diff`: what changed in the plans, told as a planner would."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from generator.cli.endings import tell_unfinished
from generator.cli.kept import again_in_doubt, own_cache
from generator.cli.options import AS_OF, LIMIT, PLANS
from generator.cli.today import today
from generator.cli.words import LANG, speech
from generator.pipeline import looking
from generator.reading.library import Library
from generator.reading.past.unavailable import Unavailable
from generator.report.difference import DIFFERENCE_FORMATS
from generator.store.paths import real


@click.command(epilog="Contoh: rencana diff main HEAD --format markdown")
@click.argument("revisions", nargs=-1, metavar="[REV [REV]]")
@PLANS
@click.option(
    "--format",
    "form",
    type=click.Choice(list(DIFFERENCE_FORMATS)),
    default="text",
    show_default=True,
    help="Bentuk laporan.",
)
@click.option(
    "--names", nargs=2, metavar="LAMA BARU", help="Sebutan kedua keadaan dalam laporan, misalnya nama cabangnya."
)
@AS_OF
@LANG
@LIMIT
@again_in_doubt
def diff(
    revisions: tuple[str, ...],
    plans: Path,
    form: str,
    names: tuple[str, str] | None,
    as_of: date | None,
    limit: int,
) -> None:
    """Sebutkan apa yang berubah dalam rencana di antara dua revisi Git.

    Tanpa REV: dari HEAD ke berkas di folder ini. Dengan satu REV: dari REV ke berkas di folder ini. Urutan, tata
    letak dan pembagian berkas tidak dianggap perubahan. Bentuk `markdown` siap menjadi komentar permintaan tarik.
    """
    words = speech()
    if len(revisions) > 2:
        raise click.UsageError(words.gettext("paling banyak dua revisi"))
    if not all(revisions):  # as from a variable that a workflow leaves empty
        raise click.UsageError(words.gettext("nama revisi kosong"))
    before, after = (*(revisions or ("HEAD",)), "")[:2]
    library = Library(own_cache(real(plans).parent))
    found = looking.difference(real(plans), before, after, as_of or today(real(plans).parent), library, limit)
    if isinstance(found, Unavailable):
        raise click.UsageError(found.told(words))
    if names:
        found = replace(found, before=names[0], after=names[1])
    click.echo(DIFFERENCE_FORMATS[form](found, words))
    tell_unfinished(found.failures)
