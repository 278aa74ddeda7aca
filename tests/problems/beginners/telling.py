"""What `rencana check` says of a case, and the case with what it advises, done to the letter."""

from datetime import date
from pathlib import Path

from generator.checks.check import Check, check
from generator.diagnostics import Problem
from generator.locale import language
from generator.reading.disk import on_disk
from generator.reading.library import Library

from .cases import CASES, HERE, Files, sound

TOLD = HERE / "told.txt"
WORDS = language("id")
DAY = date(2026, 11, 20)


def mistaken(name: str) -> Files:
    files = sound()
    CASES[name](files)
    return files


def problems(files: Files, folder: Path) -> list[Problem]:
    return list(looked_at(files, folder).problems)


def looked_at(files: Files, folder: Path) -> Check:
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    (folder / "plans").mkdir(exist_ok=True)
    plans, misplaced, _ = on_disk(folder / "plans", folder)
    return check(plans, DAY, Library(), misplaced)


def remedied(files: Files, problem: Problem) -> Files:
    """The files after one problem was mended as its `fix` says."""
    assert problem.fix is not None
    place = problem.place
    text = files[place.path].decode("utf-8-sig")
    lines = text.splitlines(keepends=True) or [""]

    def offset(line: int, column: int) -> int:
        return sum(map(len, lines[: line - 1])) + column - 1

    start, end = offset(place.line, place.column), offset(place.end_line, place.end_column)
    return {**files, place.path: (text[:start] + problem.fix + text[end:]).encode()}


def told(name: str, found: list[Problem]) -> str:
    """A block of the file `told.txt`."""
    lines = [f"## {name}"]
    for problem in found:
        place = problem.place
        where = f"{place.path.rsplit('/', 1)[-1]}:{place.line}:{place.column}"
        lines.append(f"{problem.severity} {problem.code} {where} {problem.item}".rstrip())
        lines.append(f"  {WORDS.word(problem.message)}")
        lines += [f"  = {WORDS.word(problem.help)}"] if problem.help else []
        lines += [f"  > {problem.fix!r}"] if problem.fix is not None else []
    return "\n".join(lines) + "\n"
