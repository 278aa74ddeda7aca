"""The files of a plan as one mapping: a key stands in one file, only lists may be continued in several."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.diagnostics import Label, Place, Problem
from generator.locale import say
from generator.reading.characters import is_text, unseen
from generator.reading.conflicts import conflicts
from generator.reading.customary import lateness
from generator.reading.nodes import Group, Listing, Node, Scalar
from generator.reading.plan_files import PlanFiles
from generator.reading.text import TextFile, decode
from generator.reading.unkeyed import unkeyed
from generator.reading.yaml import Composed, compose

_CUT = ("lebih-dari-satu-dokumen", "melebihi-batas")
"""Codes of files whose end was not read."""


@dataclass(frozen=True)
class PlanSource:
    """A plan as nodes. `complete` is false when a file could not be read, so that something may be missing."""

    files: tuple[TextFile, ...]
    root: Group
    problems: tuple[Problem, ...]
    complete: bool


def read(plan: PlanFiles, compose: Callable[[TextFile], Composed] = compose) -> PlanSource:
    """Decode and compose every file of a plan and merge them; never raises for what a file holds."""
    files: list[TextFile] = []
    problems = list(plan.unread)
    roots: list[Group] = []
    complete = not plan.unread
    without_key: list[tuple[TextFile, Node | None]] = []
    for raw_file in plan.files:
        file, wrong = decode(raw_file.path, raw_file.content)
        files.append(file)
        node, malformed = _composed(file, compose) if not wrong else (None, [])
        problems += wrong + malformed
        if isinstance(node, Group):
            roots.append(node)
            complete = complete and not any(problem.code in _CUT for problem in malformed)
        elif wrong or malformed:
            complete = False
        elif len(plan.files) == 1 or node is not None:
            without_key.append((file, node))
            complete = False
    problems += [_no_mapping(file, node, roots) for file, node in without_key]
    root, twice = _merge(roots, plan.path)
    return PlanSource(tuple(files), root, tuple(problems + twice), complete)


def _composed(file: TextFile, compose: Callable[[TextFile], Composed]) -> Composed:
    if found := conflicts(file):
        return None, found
    hidden = unseen(file)
    node, malformed = compose(file) if is_text(file) else (None, [])
    return node, hidden + malformed


def _merge(roots: Sequence[Group], path: str) -> tuple[Group, list[Problem]]:
    pairs: dict[str, tuple[Scalar, Node]] = {}
    problems: list[Problem] = []
    for root in roots:
        for key, value in root.pairs():
            first, known = pairs.setdefault(key, (key, value))
            if first is key:
                continue
            if isinstance(known, Listing) and isinstance(value, Listing):
                pairs[key] = first, Listing([*known, *value], known.place)
            else:
                older, newer = sorted((first, key), key=lambda each: lateness(each.place.path))
                problems.append(_in_two_files(newer, older))
    place = roots[0].place if roots else Place(path, 1, 1, 1, 1)
    return Group(pairs.values(), place), problems


def _in_two_files(again: Scalar, first: Scalar) -> Problem:
    return Problem(
        "kunci-di-dua-berkas",
        again.place,
        say("`{kunci}` sudah ditulis dalam berkas `{berkas}`", kunci=again, berkas=first.place.path),
        mark=say("ditulis lagi di sini"),
        help=say(
            "simpan `{kunci}` dalam satu berkas saja; hanya daftar (baris berawalan `-`) boleh dilanjutkan",
            kunci=again,
        ),
        labels=(Label(first.place, say("pertama ditulis di sini")),),
    )


def _no_mapping(file: TextFile, node: Node | None, roots: Sequence[Group]) -> Problem:
    if node is not None and (problem := unkeyed(file.path, node, roots)):
        return problem
    place = node.place if node else file.clamp(1, 1)
    return Problem(
        "bukan-rencana",
        place,
        say("berkas ini tidak berisi pasangan `kunci: isi`"),
        help=say("mulailah dari `rencana new`, atau salin contoh dari panduan"),
    )
