"""Why a file cannot be read as YAML, in a planner's words, with what to write instead.

A parser stops where it can go no further, which is seldom where the mistake is: after `status:berjalan` it stops at
the next line. So the lines around are searched for what beginners get wrong; every suspicion is a `Cure`, a change of
the text, and is told only if the parser gets further with it. The remedy that is told is therefore known to work.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from generator.diagnostics import Problem
from generator.reading.text import TextFile
from generator.reading.unreadable import blocks, brackets, hyphens, indents, quoting
from generator.reading.unreadable.complaints import complaint
from generator.reading.unreadable.cure import NOWHERE, Cure, End, stop_of
from generator.reading.unreadable.lines import TypedLine, TypedLines

_MOST = 10
"""Mistakes that are looked for in one file before its writer tries again."""
_TRIALS = 40
_BYTES_TRIED = 8 << 20
_NEAR = 60
_FAR = 400

Around = Callable[[Sequence[TypedLine], int], Iterator[Cure]]


def _alone(look: Callable[[TypedLine], Iterator[Cure]]) -> Around:
    return lambda lines, at: look(lines[at])


# In the order in which they are believed, each with how many lines above the stop it may stand.
_CAUSES: tuple[tuple[Around, int], ...] = (
    (indents.hard_space, _NEAR),
    (indents.tab, _NEAR),
    (_alone(hyphens.glued_colon), _NEAR),
    (_alone(hyphens.glued_dash), _NEAR),
    (_alone(hyphens.other_dash), _NEAR),
    (quoting.begins_below, 3),
    (_alone(hyphens.no_colon), _NEAR),
    (hyphens.first_entry, _FAR),
    (hyphens.next_entry, 1),
    (blocks.not_indented, _FAR),
    (_alone(quoting.dash_for_nothing), 1),
    (_alone(quoting.closed_early), _NEAR),
    (_alone(quoting.inside_brackets), 1),
    (_alone(quoting.escape_inside), 1),
    (_alone(quoting.hash_inside), _NEAR),
    (_alone(brackets.not_closed), _NEAR),
    (_alone(brackets.semicolon), _NEAR),
    (_alone(brackets.comma_missing), _NEAR),
    (_alone(quoting.starts_with_a_sign), 1),
    (quoting.goes_on_below, 3),
    (indents.misplaced, 1),
    (quoting.colon_inside, _NEAR),
    (_alone(quoting.not_closed), _FAR),
)


def unreadable(error: Exception, file: TextFile) -> list[Problem]:
    """Every cause that can be found, one after the other; the parser's own complaint where none can.

    Their places are those of the file as it stands: a cure moves nothing but what follows it on its line.
    """
    problems: list[Problem] = []
    while (at := stop_of(file.text)) != NOWHERE and len(problems) < _MOST:
        cure = _cure(file, at)
        if cure is None:
            break
        problems.append(cure.problem(file.path))
        file = replace(file, text=cure.applied(file))
    return problems or [complaint(error, file)]


def _cure(file: TextFile, at: End) -> Cure | None:
    """The first cause after whose cure all can be read, or the one with which the parser gets furthest."""
    lines, best, furthest = TypedLines(file), None, at
    left = min(_TRIALS, max(4, _BYTES_TRIED // (len(file.text) + 1)))
    for look, above in _CAUSES:
        for index in range(min(at[0], len(lines)) - 1, max(-1, at[0] - 2 - above), -1):
            for cure in look(lines, index):
                if left == 0:
                    return best
                left -= 1
                stop = stop_of(cure.applied(file))
                if stop > max(furthest, cure.end):
                    best, furthest = cure, stop
                if stop == NOWHERE:
                    return best
    return best


__all__ = ["unreadable"]
