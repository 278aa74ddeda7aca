"""The command `rencana`: arguments in, exit code out. Only this room prints and reads the clock."""

import click

from generator.cli.authoring import new, pin, schema
from generator.cli.checking import check, explain
from generator.cli.comparing import diff
from generator.cli.doctor import doctor
from generator.cli.editing import bring, export
from generator.cli.endings import WithoutTraceback
from generator.cli.publishing import build, merge, pages, serve


@click.group(cls=WithoutTraceback, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="rencana-induk")
def main() -> None:
    """Memeriksa dan menerbitkan rencana induk e-government yang ditulis sebagai YAML."""


for command in (check, explain, diff, export, bring, new, pin, schema, pages, build, merge, serve, doctor):
    main.add_command(command)
