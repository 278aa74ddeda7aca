"""What a country costs: `python -m benchmarks.scale [--institutions N ...]`. Prints a table for docs/scale.md.

For each size, in a new folder: the first build; the same again; one plan edited. The targets are those of a country on
two cores; a line says how far each is met. Nothing is taken from a cache that another run filled.
"""

import argparse
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import write
from benchmarks.measuring import Cost, folder_size, machine, rencana, run

AS_OF = "2026-11-24"
ACTIVITIES = 60


@dataclass(frozen=True)
class Size:
    """What was measured for a number of institutions."""

    institutions: int
    pages: int
    cold: Cost
    again: Cost
    edited: Cost
    megabytes: float


def measure(folder: Path, institutions: int, jobs: int, seed: int) -> Size:
    """Build a corpus three times."""
    write(folder, institutions, ACTIVITIES, seed)
    build = rencana("build", "--as-of", AS_OF, "--jobs", str(jobs), "--cache", "cache", "--output", "site")
    cold = run(build, folder)
    again = run(build, folder)
    edit(folder / "plans")
    edited = run(build, folder)
    site = folder / "site"
    return Size(institutions, sum(1 for _ in site.rglob("*.html")), cold, again, edited, folder_size(site))


def edit(plans: Path) -> None:
    """What a planner does on most days: one activity of one institution makes progress."""
    file = sorted(plans.iterdir())[0] / "2025-2029" / "rencana-implementasi.yaml"
    text = file.read_text(encoding="utf-8")
    changed = re.sub(r"persen: (\d)(\d?)\b", lambda found: f"persen: {9 - int(found[1])}{found[2]}", text, count=1)
    if changed == text:
        raise ValueError(f"{file}: nothing to edit")
    file.write_text(changed, encoding="utf-8")


def table(sizes: list[Size]) -> str:
    """The figures as a Markdown table."""
    lines = [
        "| institutions | pages | first build | a page | processor | memory | again | one edit | disk an institution |",
        "|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for size in sizes:
        lines.append(
            f"| {size.institutions} | {size.pages} | {size.cold.seconds:.1f} s "
            f"| {1000 * size.cold.seconds / size.pages:.1f} ms | {size.cold.processor:.0f} s "
            f"| {max(size.cold.memory, size.edited.memory):.0f} MB | {size.again.seconds:.1f} s "
            f"| {size.edited.seconds:.1f} s ({100 * size.edited.seconds / size.cold.seconds:.0f} %) "
            f"| {size.megabytes / size.institutions:.2f} MB |"
        )
    return "\n".join(lines)


def targets(sizes: list[Size]) -> str:
    """Each target with what was found, for the size nearest to a country."""
    country = min(sizes, key=lambda size: abs(size.institutions - 550))
    small, large = min(sizes, key=lambda size: size.institutions), max(sizes, key=lambda size: size.institutions)
    allowed = 4.3 * large.institutions / small.institutions / 4
    rows = [
        ("a page, all included", 1000 * country.cold.seconds / country.pages, 12.0, "ms"),
        (
            f"{large.institutions} against {small.institutions}",
            large.cold.seconds / small.cold.seconds,
            allowed,
            "times",
        ),
        ("one edit against cold", 100 * country.edited.seconds / country.cold.seconds, 20.0, "%"),
        ("nothing changed", country.again.seconds, 3.0, "s"),
        ("memory", max(country.cold.memory, country.edited.memory) / 1000, 2.0, "GB"),
        ("disk an institution", country.megabytes / country.institutions, 1.2, "MB"),
    ]
    return "\n".join(
        f"{'met   ' if found <= wanted else 'MISSED'} {what}: {found:.2f} {unit}, at most {wanted:.2f}"
        for what, found, wanted, unit in rows
    )


def main() -> None:
    asked = argparse.ArgumentParser(prog="python -m benchmarks.scale", description=__doc__)
    asked.add_argument("--institutions", type=int, nargs="+", default=[160, 550, 640])
    asked.add_argument("--jobs", type=int, default=2)
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args()
    print(machine())
    sizes = []
    for institutions in given.institutions:
        with tempfile.TemporaryDirectory(prefix="skala-") as folder:
            sizes.append(measure(Path(folder), institutions, given.jobs, given.seed))
        print(table(sizes[-1:]).splitlines()[-1], flush=True)
    print(f"\n{table(sizes)}\n\n{targets(sizes)}")


if __name__ == "__main__":
    main()
