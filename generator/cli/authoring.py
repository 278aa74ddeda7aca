"""`schema` and `new`: help for those who write plans."""

import json
import os
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from generator.cli.options import LANG
from generator.locale import Message, language, say
from generator.model.schema import IDENTIFIER, plan_schema
from generator.model.terms import DocumentKind, LegalForm, PlanStatus
from generator.scaffold import Given, Refusal, interview, write
from generator.store.atomic import write_whole


@click.command(epilog="Contoh: rencana schema --output .vscode/rencana.schema.json")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Simpan ke berkas ini.")
@click.option("--whole", is_flag=True, help="Wajibkan semua bagian: untuk rencana dalam satu berkas.")
def schema(output: Path | None, whole: bool) -> None:
    """Tulis skema JSON rencana, agar penyunting dapat melengkapi dan menjelaskan isian."""
    text = json.dumps(plan_schema(whole=whole), ensure_ascii=False, indent=2) + "\n"
    if output is None:
        click.echo(text, nl=False)
        return
    if not _may_be_replaced(output):
        raise click.UsageError(f"{output} sudah ada dan bukan skema dari program ini; tidak ditimpa. Pilih nama lain")
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        write_whole(output.resolve(), text.encode("utf-8"))
    except OSError as error:
        raise click.FileError(str(output), error.strerror) from None


def _may_be_replaced(output: Path) -> bool:
    """Whether nothing stands there, or a schema that this program wrote."""
    if not os.path.lexists(output):
        return True
    try:
        return output.is_file() and str(json.loads(output.read_bytes())["$id"]).startswith(IDENTIFIER)
    except (OSError, ValueError, LookupError, TypeError):
        return False


@click.command(epilog='Contoh: rencana new --name "Kabupaten Sleman" --period 2025-2029')
@click.option("--plans", type=click.Path(file_okay=False, path_type=Path), default="plans", help="Folder rencana.")
@click.option("--institution", default="", metavar="FOLDER", help="Nama folder lembaga, misalnya kabupaten-sleman.")
@click.option("--name", default="", help="Nama resmi lembaga.")
@click.option("--kind", default="", help="Jenis: kementerian, lembaga, provinsi, kabupaten atau kota.")
@click.option("--code", default="", help="Kode lembaga; kode daerah dicari dari namanya.")
@click.option("--province", default="", help="Provinsi; diketahui dari kode Kemendagri.")
@click.option("--site", default="", help="Alamat situs resmi.")
@click.option("--ppid", "information_officer", default="", help="Alamat PPID.")
@click.option("--period", default="", help="Masa rencana, misalnya 2025-2029.")
@click.option("--title", default="", help="Judul rencana.")
@click.option(
    "--document-kind",
    type=click.Choice([each.value for each in DocumentKind]),
    default="rencana_induk_egov",
    show_default=True,
    help="Jenis dokumen.",
)
@click.option("--status", type=click.Choice([each.value for each in PlanStatus]), help="Status rencana.")
@click.option("--decree-form", type=click.Choice([each.value for each in LegalForm]), help="Bentuk penetapannya.")
@click.option("--decree-number", default="", help="Nomor peraturan yang menetapkan.")
@click.option("--decree-year", default="", help="Tahun peraturan.")
@click.option("--decree-link", default="", help="Alamat naskah peraturan.")
@click.option("--licence", default="CC-BY-4.0", show_default=True, help="Lisensi isi rencana.")
@click.option("--example", is_flag=True, help="Rencana karangan: setiap halamannya menyebutkannya.")
@LANG
def new(plans: Path, lang: str, **options: Any) -> None:
    """Buat rencana baru berisi penjelasan; yang belum diberikan ditanyakan."""
    words = language(lang)

    def ask(question: Message, *, default: str = "", choices: Sequence[str] = (), check: Callable[[str], None]) -> str:
        def accepted(text: str) -> str:
            try:
                check(text)
            except Refusal as refusal:
                raise click.BadParameter(words.word(refusal.message)) from None
            return text

        hint = f" [{'/'.join(choices)}]" if choices else ""
        return str(click.prompt(words.word(question) + hint, default=default or None, value_proc=accepted))

    try:
        given = Given(
            **{name: value or "" for name, value in options.items() if name != "example"}, example=options["example"]
        )
        folder = write(interview(given, ask, date.today()), plans)
    except Refusal as refusal:
        raise click.UsageError(words.word(refusal.message)) from None
    except click.Abort:
        raise click.UsageError(words.gettext("jawaban belum lengkap; tidak ada yang dibuat")) from None
    except OSError as error:
        raise click.FileError(str(plans), error.strerror) from None
    click.echo(words.word(say("Rencana baru: {folder}", folder=folder.as_posix())))
    click.echo(words.gettext("Isi berkasnya, lalu jalankan `rencana check`."))
