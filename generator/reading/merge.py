"""The files of a plan as one mapping: a key stands in one file, only lists may be continued in several."""

from collections.abc import Sequence as Many
from dataclasses import dataclass

from generator.diagnostics import Label, Place, Problem
from generator.locale import say
from generator.reading.nodes import Entry, Mapping, Node, Sequence
from generator.reading.plan_files import PlanFiles
from generator.reading.text import TextFile, decode
from generator.reading.yaml import compose


@dataclass(frozen=True)
class PlanSource:
    """A plan as nodes. `complete` is false when a file could not be read, so that something may be missing."""

    files: tuple[TextFile, ...]
    root: Mapping
    problems: tuple[Problem, ...]
    complete: bool


def read(plan: PlanFiles) -> PlanSource:
    """Decode and compose every file of a plan and merge them; never raises for what a file holds."""
    files: list[TextFile] = []
    problems: list[Problem] = []
    roots: list[Mapping] = []
    complete = True
    for raw_file in plan.files:
        file, wrong = decode(raw_file.path, raw_file.content)
        files.append(file)
        node, malformed = compose(file) if not wrong else (None, [])
        problems += wrong + malformed
        if isinstance(node, Mapping):
            roots.append(node)
            # What stands in a second document was not read.
            complete = complete and all(problem.code != "lebih-dari-satu-dokumen" for problem in malformed)
        elif wrong or malformed:
            complete = False
        elif len(plan.files) == 1 or node is not None:
            problems.append(_no_mapping(file, node))
            complete = False
    root, twice = _merge(roots, plan.files[0].path)
    return PlanSource(tuple(files), root, tuple(problems + twice), complete)


def _merge(roots: Many[Mapping], path: str) -> tuple[Mapping, list[Problem]]:
    entries: dict[str, Entry] = {}
    problems: list[Problem] = []
    for root in roots:
        for name, entry in root.entries.items():
            known = entries.get(name)
            if known is None:
                entries[name] = entry
            elif isinstance(known.value, Sequence) and isinstance(entry.value, Sequence):
                joined = Sequence(known.value.items + entry.value.items, known.value.place)
                entries[name] = Entry(known.key, joined)
            else:
                problems.append(_in_two_files(name, entry, known))
    place = roots[0].place if roots else Place(path, 1, 1, 1, 1)
    return Mapping(entries, place), problems


def _in_two_files(name: str, entry: Entry, first: Entry) -> Problem:
    return Problem(
        "kunci-di-dua-berkas",
        entry.key.place,
        say("`{kunci}` sudah ditulis dalam berkas `{berkas}`", kunci=name, berkas=first.key.place.path),
        mark=say("ditulis lagi di sini"),
        help=say(
            "simpan `{kunci}` dalam satu berkas saja; hanya daftar (baris berawalan `-`) boleh dilanjutkan",
            kunci=name,
        ),
        labels=(Label(first.key.place, say("pertama ditulis di sini")),),
    )


def _no_mapping(file: TextFile, node: Node | None) -> Problem:
    place = node.place if node else file.clamp(1, 1)
    return Problem(
        "bukan-rencana",
        place,
        say("berkas ini tidak berisi pasangan `kunci: isi`"),
        help=say("mulailah dari `rencana new`, atau salin contoh dari panduan"),
    )
