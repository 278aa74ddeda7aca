"""A setting or a file of a repository that pages cannot be made with."""

from generator.diagnostics import Place, Problem, in_order
from generator.locale import Message, language, say

MOST = 50
"""Problems of one file that are told at once."""


class Unusable(ValueError):
    """Why it is of no use, for people: each problem with its place; as text it is Indonesian."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = tuple(in_order(problems)[:MOST])
        super().__init__("\n".join(map(language("id").word, map(placed, self.problems))))


def unusable(place: Place, message: Message, help_: Message | None = None) -> Problem:
    """The problem of a setting, or of what stands in a folder that settings name."""
    return Problem("pengaturan-salah", place, message, help=help_)


def of_file(path: str, message: Message) -> Unusable:
    """A whole file or folder of no use."""
    return Unusable(unusable(Place(path, 1, 1, 1, 1), message))


def placed(problem: Problem) -> Message:
    """A problem in one line, with its file and line."""
    told = say("{berkas}:{baris}: {pesan}", berkas=problem.place.path, baris=problem.place.line, pesan=problem.message)
    return say("{pesan}; {bantuan}", pesan=told, bantuan=problem.help) if problem.help else told
