"""The command `rencana`: arguments in, exit code out. Only this module prints and reads the clock."""

from pathlib import Path

import click

from generator import pipeline
from generator.locale import language


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="rencana-induk")
def main() -> None:
    """Memeriksa dan menerbitkan rencana induk e-government yang ditulis sebagai YAML."""


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
def check(paths: tuple[Path, ...]) -> None:
    """Periksa rencana dan tunjukkan yang salah."""
    result = pipeline.check(Path("plans"), Path.cwd(), paths)
    words = language()
    for problem in result.problems:
        place = problem.place
        click.echo(f"{place.path}:{place.line}:{place.column}: {problem.code}: {words.word(problem.message)}")
    raise SystemExit(1 if result.problems else 0)


if __name__ == "__main__":
    main()
