"""The command `rencana`: arguments in, exit code out. Only this room prints and reads the clock.

A command's module is loaded when it is asked for: help must not wait for what reads plans or makes sites.
"""

import gc
import sys
from difflib import get_close_matches
from importlib import import_module
from io import TextIOWrapper
from typing import Any

import click

from generator.cli.endings import WithoutTraceback
from generator.cli.surroundings import run_nothing_here, take_no_zone
from generator.cli.words import LANG, asked, ours, speak, text, worded

COMMANDS = {
    "build": ("publishing", "Bangun situs; situs lama diganti hanya bila yang baru selesai."),
    "check": ("checking", "Periksa rencana dan tunjukkan yang salah dan yang belum lengkap."),
    "diff": ("comparing", "Sebutkan apa yang berubah dalam rencana di antara dua revisi Git."),
    "doctor": (
        "doctor",
        "Periksa komputer dan repositori ini: satu baris tiap hal, dengan cara memperbaikinya.",
    ),
    "explain": ("checking", "Jelaskan sebuah kode: apa, mengapa, cara memperbaiki, dengan contoh."),
    "export": ("editing", "Tulis sebuah rencana sebagai buku kerja, tabel, atau JSON."),
    "import": (
        "editing",
        "Bawa kembali sebuah buku kerja (.xlsx) atau usulan (usulan.json, isu .md) ke berkas rencana.",
    ),
    "merge": ("publishing", "Gabungkan semua bagian dari `rencana build --shard` menjadi satu situs."),
    "new": (
        "authoring",
        "Buat repositori dengan rencana baru berisi penjelasan; yang belum diberikan ditanyakan di terminal.",
    ),
    "pages": ("publishing", "Tulis halaman Markdown saja ke FOLDER."),
    "pin": (
        "authoring",
        "Sebut dari mana alur kerja memasang rencana: tulis folder alat/ dengan sidik semua berkasnya.",
    ),
    "schema": ("authoring", "Tulis skema JSON rencana, agar penyunting dapat melengkapi dan menjelaskan isian."),
    "serve": ("publishing", "Tampilkan situs di komputer ini dan muat ulang bila rencana atau templat berubah."),
}
"""Every command: its module here, and what the help says of it, the first sentence of its own."""


_MEANT = {
    **dict.fromkeys(("periksa", "cek", "validasi", "validate", "lint"), "check"),
    **dict.fromkeys(("bangun", "terbitkan", "publish"), "build"),
    **dict.fromkeys(("baru", "buat", "init", "create"), "new"),
    **dict.fromkeys(("beda", "bandingkan", "compare"), "diff"),
    **dict.fromkeys(("help", "bantuan"), "--help"),
    **dict.fromkeys(("tampilkan", "lihat", "preview"), "serve"),
    "dokter": "doctor",
    "ekspor": "export",
    "gabungkan": "merge",
    "halaman": "pages",
    "impor": "import",
    "jelaskan": "explain",
    "skema": "schema",
}
"""What somebody may call a command who knows it by no name."""

_UNTIL_GARBAGE = 200_000
"""New objects before Python looks for cycles among them: with its own 700 that is a fifth of the time of a check."""


def command(name: str) -> click.Command:
    """The command with a name; raises `KeyError`."""
    module = import_module(f"{__name__}.{COMMANDS[name][0]}")
    return next(each for each in vars(module).values() if isinstance(each, click.Command) and each.name == name)


def _write_whatever_is_said() -> None:
    """Let a terminal that has no sign for something show its number: one of `id_ID` knows no `…`."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and stream.errors == "strict":
            stream.reconfigure(errors="backslashreplace")


class _Commands(WithoutTraceback):
    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        gc.set_threshold(_UNTIL_GARBAGE)
        _write_whatever_is_said()
        take_no_zone()
        extra["obj"] = run_nothing_here()
        speak(asked(args))
        return super(_Commands, worded(self)).make_context(info_name, args, parent, **extra)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return worded(command(cmd_name)) if cmd_name in COMMANDS else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name in COMMANDS or name.startswith("-"):
            return super().resolve_command(ctx, args)
        refusal = text("No such command {name!r}.").format(name=name)
        if near := _MEANT.get(name.lower()) or next(iter(get_close_matches(name.lower(), COMMANDS, 1)), ""):
            refusal += " " + text("Did you mean {possibility}?").format(possibility=f"'{near}'")
        raise click.UsageError(refusal, ctx)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(text("Commands")):
            formatter.write_dl([(name, ours(said)) for name, (_, said) in COMMANDS.items()])


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="rencana-induk", message="%(prog)s %(version)s", help="Tampilkan versi program ini.")
@LANG
def main() -> None:
    """Memeriksa dan menerbitkan rencana induk e-government yang ditulis sebagai YAML."""
