"""A file with some of its values changed, and nothing else: comments, quotes, order and line ends stay as they are.

What is wanted is a tree of plain texts; where it differs from the nodes, the text is changed there and nowhere else. A
dump would write the whole file anew in its own style (docs/decisions/splicing.md).
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.editing import written
from generator.editing.document import EditedFile
from generator.editing.matching import matched, runs
from generator.editing.order import Order
from generator.editing.written import Plain
from generator.reading.nodes import Group, Listing, Node, Scalar


class Edit(NamedTuple):
    """The text between two offsets becomes another; in the order of the text they never overlap."""

    start: int
    end: int
    text: str


def plain(node: Node) -> Plain:
    """The raw texts of a node; a key with nothing after it is not written."""
    if isinstance(node, Group):
        return {str(key): plain(value) for key, value in node.items()}
    if isinstance(node, Listing):
        return [plain(each) for each in node]
    return str(node)


def spliced(document: EditedFile, wanted: dict[str, Plain], order: Order) -> str:
    """The text of the file with what is `wanted` in it; `order` knows the format's order of keys."""
    # What is inside comes before what is around it where both begin at one place: `sorted` keeps their order.
    edits = sorted(_group(document, document.root, wanted, order), key=lambda edit: edit[:2])
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += (document.text[at : edit.start], edit.text)
        at = edit.end
    return "".join((*parts, document.text[at:]))


def _value(document: EditedFile, node: Node, wanted: Plain, order: Order, key: str) -> Iterator[Edit]:
    """`order` is that of the group or list that the node stands in."""
    if plain(node) == wanted:
        return
    if isinstance(node, Group) and isinstance(wanted, dict):
        yield from _group(document, node, wanted, order.inside(key))
    elif isinstance(node, Listing) and isinstance(wanted, list):
        yield from _listing(document, node, wanted, order, key)
    elif isinstance(node, Scalar) and isinstance(wanted, str):
        yield _scalar(document, node, wanted, typed=order.is_typed(key))
    else:
        yield Edit(document.start(node), document.end(node), written.flow(wanted, order.typed_below, key=key))


def _scalar(document: EditedFile, node: Scalar, wanted: str, *, typed: bool) -> Edit:
    start, end, line_end = document.start(node), document.end(node), document.line_end
    if document.is_block(node):
        body = document.after_line(start)
        lines_of = written.literal if document.text[start] == "|" else written.folded
        lines = lines_of(wanted, _margin(document, node), line_end)
        if lines is not None and body < end:
            return Edit(body, end, lines)
    elif "\n" in wanted and not document.in_flow(node) and not document.rest_of_line(end).strip():
        lines = written.literal(wanted, document.key_indent(start) + "  ", line_end)
        if lines is not None:
            return Edit(start, end, f"|{line_end}{lines}")
    sign = document.text[start]
    return Edit(
        start,
        end,
        written.scalar(wanted, typed=typed, flow=document.in_flow(node), quote=sign if sign in "'\"" else ""),
    )


def _margin(document: EditedFile, node: Scalar) -> str:
    """What the lines of a text in a block stand after."""
    body = document.text[document.after_line(document.start(node)) : document.end(node)]
    line = next((line for line in body.split("\n") if line.strip()), "")
    return line[: len(line) - len(line.lstrip(" "))] or document.key_indent(document.start(node)) + "  "


def _group(document: EditedFile, node: Group, wanted: dict[str, Plain], order: Order) -> Iterator[Edit]:
    keys = list(node.pairs())
    staying = [(key, value) for key, value in keys if key in wanted or key in node.unfilled]
    for key, value in staying:
        if key in node.unfilled:
            if key in wanted:
                yield _fill(document, key, wanted[key], order)
        else:
            yield from _value(document, value, wanted[key], order, key)
    added = [name for name in order.sorted(wanted) if node.key(name) is None]
    if document.is_flow(node):
        yield from _flow_group(document, node, staying, added, wanted, order)
    else:
        yield from _block_group(document, node, staying, added, wanted, order)


def _fill(document: EditedFile, key: Scalar, wanted: Plain, order: Order) -> Edit:
    """`key:` with nothing after it gets a value."""
    colon = document.text.index(":", document.end(key)) + 1
    if isinstance(wanted, str) and not document.in_flow(key):
        return Edit(colon, colon, " " + written.scalar(wanted, typed=order.is_typed(key), flow=False))
    return Edit(colon, colon, " " + written.flow(wanted, order.typed_below, key=key))


def _flow_group(
    document: EditedFile,
    node: Group,
    staying: Sequence[tuple[Scalar, Node]],
    added: Sequence[str],
    wanted: dict[str, Plain],
    order: Order,
) -> Iterator[Edit]:
    def shown(name: str) -> str:
        return f"{name}: {written.flow(wanted[name], order.typed_below, key=name)}"

    stay = {str(key) for key, _ in staying}
    spans = [(document.start(key), _end_of_pair(document, key, value), key in stay) for key, value in node.pairs()]
    spans.sort()
    yield from _cut(spans)
    begin = document.start(node) + 1
    if not stay:
        if added:
            yield Edit(begin, begin, ", ".join(map(shown, added)))
        return
    ends = {str(key): _end_of_pair(document, key, value) for key, value in staying}
    first = min(document.start(key) for key, _ in staying)
    for before, names in order.gaps(list(ends), added):
        if before is None:
            yield Edit(first, first, "".join(f"{shown(name)}, " for name in names))
        else:
            yield Edit(ends[before], ends[before], "".join(f", {shown(name)}" for name in names))


def _block_group(
    document: EditedFile,
    node: Group,
    staying: Sequence[tuple[Scalar, Node]],
    added: Sequence[str],
    wanted: dict[str, Plain],
    order: Order,
) -> Iterator[Edit]:
    line_end = document.line_end
    pairs = sorted(node.pairs(), key=lambda pair: document.start(pair[0]))
    if not pairs:
        return
    first = document.start(pairs[0][0])
    indent = document.indent(first)
    stay = {str(key) for key, _ in staying}

    def shown(name: str) -> str:
        return written.entry(name, order.inside(name).arranged(wanted[name]), indent, line_end, order.typed_below)

    if not stay:
        text = f"{line_end}{indent}".join(map(shown, added)) or "{}"
        yield Edit(first, document.end(node), text + _kept(document, first, document.end(node), indent))
        return
    yield from _cut_lines(document, pairs, stay, indent)
    ends = {str(key): _end_of_pair(document, key, value) for key, value in staying}
    top = min(document.start(key) for key, _ in staying)
    for before, names in order.gaps(list(ends), added):
        if before is None:
            yield Edit(top, top, "".join(f"{shown(name)}{line_end}{indent}" for name in names))
        else:
            at = document.after_line(ends[before])
            lines = "".join(f"{indent}{shown(name)}{line_end}" for name in names)
            yield _new_lines(document, at, lines)


def _cut_lines(
    document: EditedFile, pairs: Sequence[tuple[Scalar, Node]], stay: set[str], indent: str
) -> Iterator[Edit]:
    """Take keys out with their lines; a comment on such a line, or in what it holds, stays on a line of its own."""
    leading = True
    for at, (key, value) in enumerate(pairs):
        if key in stay:
            leading = False
            continue
        start, end = document.start(key), _end_of_pair(document, key, value)
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


def _cut(spans: Sequence[tuple[int, int, bool]]) -> Iterator[Edit]:
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


def _listing(document: EditedFile, node: Listing, wanted: list[Plain], order: Order, key: str) -> Iterator[Edit]:
    have = [plain(each) for each in node]
    pairs = list(matched(have, wanted))
    for old, new in pairs:
        if old is not None and new is not None:
            yield from _value(document, node[old], wanted[new], order, key)
    flow = document.is_flow(node)
    gone = {old for old, new in pairs if new is None and old is not None}
    news_after = runs(pairs)
    if flow:
        spans = [(document.start(each), document.end(each), at not in gone) for at, each in enumerate(node)]
        yield from _cut(spans)
        for before, news in news_after:
            yield _into_brackets(document, node, gone, before, [wanted[new] for new in news], order, key)
        return
    for at in sorted(gone):
        yield _without_element(document, node[at])
    for before, news in news_after:
        yield _new_elements(document, node, before, [wanted[new] for new in news], order)


def _into_brackets(
    document: EditedFile, node: Listing, gone: set[int], before: int | None, new: list[Plain], order: Order, key: str
) -> Edit:
    texts = [written.flow(order.arranged(each), order.typed_below, key=key) for each in new]
    if before is not None:
        at = document.end(node[before])
        return Edit(at, at, "".join(f", {text}" for text in texts))
    staying = [at for at in range(len(node)) if at not in gone]
    at = document.start(node[staying[0]]) if staying else document.start(node) + 1
    return Edit(at, at, "".join(f"{text}, " for text in texts) if staying else ", ".join(texts))


def _without_element(document: EditedFile, element: Node) -> Edit:
    hyphen, end = document.hyphen(element), document.end(element)
    indent = document.indent(hyphen)
    until = document.after_line(end)
    kept = "".join(f"{indent}{each}{document.line_end}" for each in document.comments_in(hyphen, until))
    return Edit(document.line_start(hyphen), until, kept)


def _new_elements(document: EditedFile, node: Listing, before: int | None, new: Sequence[Plain], order: Order) -> Edit:
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
    return _new_lines(document, document.after_line(document.end(neighbour)), lines)


def _new_lines(document: EditedFile, at: int, lines: str) -> Edit:
    """Lines that begin where another begins; the last line of a file may lack its end."""
    if at == len(document.text) and at and document.text[at - 1] not in "\r\n":
        return Edit(at, at, document.line_end + lines.removesuffix(document.line_end))
    return Edit(at, at, lines)


def _kept(document: EditedFile, start: int, end: int, indent: str) -> str:
    return "".join(f"{document.line_end}{indent}{each}" for each in document.comments_in(start, end))


def _end_of_pair(document: EditedFile, key: Scalar, value: Node) -> int:
    if isinstance(value, Scalar) and value.empty:
        return document.text.index(":", document.end(key)) + 1
    return document.end(value)
