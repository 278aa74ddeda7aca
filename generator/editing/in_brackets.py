"""What changes between brackets: things taken out with one of their commas, and new ones put in."""

from collections.abc import Iterator, Sequence

from generator.editing import written
from generator.editing.document import Edit, EditedFile
from generator.editing.order import Order
from generator.editing.written import Plain
from generator.reading.nodes import Group, Listing, Node, Scalar


def into_group(
    document: EditedFile,
    node: Group,
    staying: Sequence[tuple[Scalar, Node]],
    added: Sequence[str],
    wanted: dict[str, Plain],
    order: Order,
) -> Iterator[Edit]:
    def shown(name: str) -> str:
        return f"{written.as_key(name)}: {written.flow(wanted[name], order.typed_below, key=name)}"

    stay = {str(key) for key, _ in staying}
    spans = [(document.start(key), document.end_of_pair(key, value), key in stay) for key, value in node.pairs()]
    spans.sort()
    yield from cut(spans)
    begin = document.start(node) + 1
    if not stay:
        if added:
            yield Edit(begin, begin, ", ".join(map(shown, added)))
        return
    ends = {str(key): document.end_of_pair(key, value) for key, value in staying}
    first = min(document.start(key) for key, _ in staying)
    for before, names in order.gaps(list(ends), added):
        if before is None:
            yield Edit(first, first, "".join(f"{shown(name)}, " for name in names))
        else:
            yield Edit(ends[before], ends[before], "".join(f", {shown(name)}" for name in names))


def into_list(
    document: EditedFile, node: Listing, gone: set[int], before: int | None, new: list[Plain], order: Order, key: str
) -> Edit:
    texts = [written.flow(order.arranged(each), order.typed_below, key=key) for each in new]
    if before is not None:
        at = document.end(node[before])
        return Edit(at, at, "".join(f", {text}" for text in texts))
    staying = [at for at in range(len(node)) if at not in gone]
    at = document.start(node[staying[0]]) if staying else document.start(node) + 1
    return Edit(at, at, "".join(f"{text}, " for text in texts) if staying else ", ".join(texts))


def cut(spans: Sequence[tuple[int, int, bool]]) -> Iterator[Edit]:
    """Take things out between brackets, each with one of the commas around it."""
    last_end: int | None = None
    at = 0
    while at < len(spans):
        if spans[at][2]:
            last_end = spans[at][1]
            at += 1
            continue
        run = at
        while run < len(spans) and not spans[run][2]:
            run += 1
        if last_end is not None:
            yield Edit(last_end, spans[run - 1][1], "")
        else:
            yield Edit(spans[at][0], spans[run][0] if run < len(spans) else spans[run - 1][1], "")
        at = run
