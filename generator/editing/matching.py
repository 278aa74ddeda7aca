"""Which element of a list becomes which, where a list shall be another one."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from generator.editing.written import Plain


def matched(have: Sequence[Plain], wanted: Sequence[Plain]) -> Iterator[tuple[int | None, int | None]]:
    """Which element of a list becomes which: by id, else the same one, else the one that stands in its place."""
    names = [_name(each) for each in have], [_name(each) for each in wanted]
    matcher = SequenceMatcher(None, *names, autojunk=False)
    for tag, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        old, new = range(old_start, old_end), range(new_start, new_end)
        # An element with an id never becomes another one.
        named = any(name.startswith("id ") for name in (*names[0][old_start:old_end], *names[1][new_start:new_end]))
        paired = min(len(old), len(new)) if tag == "replace" and not named else 0
        if tag == "equal":
            paired = len(old)
        yield from zip(old[:paired], new[:paired], strict=True)
        yield from ((each, None) for each in old[paired:])
        yield from ((None, each) for each in new[paired:])


def _name(value: Plain) -> str:
    if isinstance(value, dict) and isinstance(value.get("id"), str):
        return f"id {value['id']}"
    return repr(value)


def runs(pairs: Sequence[tuple[int | None, int | None]]) -> list[tuple[int | None, list[int]]]:
    """The new elements, by the staying one that they follow."""
    runs: list[tuple[int | None, list[int]]] = []
    before: int | None = None
    for old, new in pairs:
        if old is not None and new is not None:
            before = old
        elif new is not None:
            if runs and runs[-1][0] == before:
                runs[-1][1].append(new)
            else:
                runs.append((before, [new]))
    return runs
