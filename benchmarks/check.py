"""How long a check takes: `python -m benchmarks.check [--institutions N]`. Prints a table.

Cold, with nothing changed, after one edit, and on the next day: the whole command each time, its start too, in ms a
plan. A page of a cold build in the same run says what the machine is worth: the targets are for one of 9 ms a page.
"""

import argparse
import tempfile
from datetime import date, timedelta
from pathlib import Path

from benchmarks.corpus import institutions, write
from benchmarks.measuring import Cost, machine, rencana, run
from benchmarks.scale import ACTIVITIES, AS_OF

_PAGE = 9.0
_TARGETS = {"cold": 60.0, "nothing changed": 6.0}


def measure(folder: Path, count: int) -> dict[str, Cost]:
    """Each state of a check, in the order of a working day."""

    def check(day: str = AS_OF) -> Cost:
        command = rencana("check", "plans", "--as-of", day, "--format", "json")
        return run(command, folder, {"XDG_CACHE_HOME": str(folder / "user")})

    found = {"cold": check(), "nothing changed": check()}
    edited = folder / "plans" / institutions(count)[0].slug / "2025-2029" / "lembaga.yaml"
    edited.write_text(f"{edited.read_text(encoding='utf-8')}\n# diubah\n", encoding="utf-8")
    found["one edit"] = check()
    found["the next day"] = check((date.fromisoformat(AS_OF) + timedelta(1)).isoformat())
    found["help alone"] = run(rencana("--help"), folder)
    return found


def page(folder: Path) -> float:
    """Milliseconds a page of a cold build of the same plans, with as many processes as there are processors."""
    cost = run(rencana("build", "--output", "site", "--cache", "fresh", "--as-of", AS_OF), folder)
    return 1000 * cost.seconds / sum(1 for _ in (folder / "site").rglob("*.html"))


def main() -> None:
    asked = argparse.ArgumentParser(prog="python -m benchmarks.check", description=__doc__)
    asked.add_argument("--institutions", type=int, default=160)
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args()
    print(machine())
    with tempfile.TemporaryDirectory(prefix="periksa-") as name:
        write(Path(name), given.institutions, ACTIVITIES, given.seed)
        found = measure(Path(name), given.institutions)
        speed = page(Path(name)) / _PAGE
        print(f"a page of a cold build: {speed * _PAGE:.1f} ms; times below are divided by {speed:.2f} in brackets")
        for state, cost in found.items():
            plan = 1000 * cost.seconds / given.institutions
            wanted = _TARGETS.get(state)
            met = "" if wanted is None else f"  {'met' if plan / speed <= wanted else 'MISSED'}: at most {wanted:.0f}"
            print(
                f"{state:<16} {cost.seconds:6.2f} s {plan:7.2f} ms a plan ({plan / speed:.2f})"
                f" {cost.processor:6.1f} s of processors {cost.memory:5.0f} MB{met}"
            )


if __name__ == "__main__":
    main()
