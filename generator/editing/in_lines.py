"""What changes where a thing stands on lines of its own: keys and elements taken out or put in, comments left there."""

from collections.abc import Iterator, Sequence

from generator.editing import written
from generator.editing.document import Edit, EditedFile
from generator.editing.examples import after_own_comments, below_example
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
    line_end = document.line_end
    pairs = sorted(node.pairs(), key=lambda pair: document.start(pair[0]))
    first = document.start(pairs[0][0]) if pairs else 0
    indent = document.indent(first)
    stay = {str(key) for key, _ in staying}

    def shown(name: str) -> str:
        return written.entry(name, order.inside(name).arranged(wanted[name]), indent, line_end, order.typed_below)

    def placed(names: Sequence[str], start: int, otherwise: int) -> Iterator[Edit]:
        """Each name below the comment that shows it, the rest together."""
        below = {name: below_example(document, name, indent, start) for name in names}
        for name in names:
            at = below[name]
            if at is not None:
                yield _new_lines(document, at, f"{indent}{shown(name)}{line_end}")
        if rest := [name for name in names if below[name] is None]:
            lines = "".join(f"{indent}{shown(name)}{line_end}" for name in rest)
            yield _new_lines(document, otherwise, lines)

    if not pairs:  # a file of comments alone
        yield from placed(added, 0, len(document.text))
        return
    if not stay:
        text = f"{line_end}{indent}".join(map(shown, added)) or "{}"
        yield Edit(first, document.end(node), text + _kept(document, first, document.end(node), indent))
        return
    yield from _cut_lines(document, pairs, stay, indent)
    ends = {str(key): document.end_of_pair(key, value) for key, value in staying}
    top = min(document.start(key) for key, _ in staying)
    for before, names in order.gaps(list(ends), added):
        if before is None:
            yield Edit(top, top, "".join(f"{shown(name)}{line_end}{indent}" for name in names))
        else:
            at = document.after_line(ends[before])
            yield from placed(names, at, at)


def _cut_lines(
    document: EditedFile, pairs: Sequence[tuple[Scalar, Node]], stay: set[str], indent: str
) -> Iterator[Edit]:
    """Take keys out with their lines; a comment on such a line, or in what it holds, stays on a line of its own."""
    leading = True
    for at, (key, value) in enumerate(pairs):
        if key in stay:
            leading = False
            continue
        start, end = document.start(key), document.end_of_pair(key, value)
        begins_line = not document.text[document.line_start(start) : start].strip()
        if begins_line and not (leading and at == 0 and start != document.line_start(start) + len(indent)):
            until = document.after_line(end)
            kept = "".join(f"{indent}{each}{document.line_end}" for each in document.comments_in(start, until))
            yield Edit(document.line_start(start), until, kept)
        elif at + 1 < len(pairs):  # behind a hyphen: the next key takes its place
            following = document.start(pairs[at + 1][0])
            kept = "".join(f"{each}{document.line_end}{indent}" for each in document.comments_in(start, following))
            yield Edit(start, following, kept)
        else:
            yield Edit(start, end, "{}")


def without_element(document: EditedFile, element: Node) -> Edit:
    hyphen, end = document.hyphen(element), document.end(element)
    indent = document.indent(hyphen)
    until = document.after_line(end)
    kept = "".join(f"{indent}{each}{document.line_end}" for each in document.comments_in(hyphen, until))
    return Edit(document.line_start(hyphen), until, kept)


def new_elements(document: EditedFile, node: Listing, before: int | None, new: Sequence[Plain], order: Order) -> Edit:
    """Lines after an element or before the first, written as the neighbour is."""
    neighbour = node[before if before is not None else 0]
    indent = document.indent(document.hyphen(neighbour))
    one_line = document.is_flow(neighbour) if isinstance(neighbour, Group) else None
    end = document.line_end
    lines = "".join(
        written.element(order.arranged(each), indent, end, order.typed_below, one_line=one_line) + end for each in new
    )
    if before is None:
        at = document.line_start(document.hyphen(neighbour))
        return Edit(at, at, lines)
    after = document.after_line(document.end(neighbour))
    return _new_lines(document, after_own_comments(document, after, indent), lines)


def _new_lines(document: EditedFile, at: int, lines: str) -> Edit:
    """Lines that begin where another begins; the last line of a file may lack its end."""
    if at == len(document.text) and at and document.text[at - 1] not in "\r\n":
        return Edit(at, at, document.line_end + lines.removesuffix(document.line_end))
    return Edit(at, at, lines)


def _kept(document: EditedFile, start: int, end: int, indent: str) -> str:
    return "".join(f"{document.line_end}{indent}{each}" for each in document.comments_in(start, end))
