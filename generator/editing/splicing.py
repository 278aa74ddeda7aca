"""A file with some of its values changed, and nothing else: comments, quotes, order and line ends stay as they are.

What is wanted is a tree of plain texts; where it differs from the nodes, the text is changed there and nowhere else. A
dump would write the whole file anew in its own style (docs/decisions/splicing.md).
"""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any

from generator.editing import in_brackets, in_lines, written
from generator.editing.document import Edit, EditedFile
from generator.editing.matching import matched, runs
from generator.editing.order import Order
from generator.editing.written import Plain
from generator.reading.nodes import Group, Listing, Node, Scalar


class Texts(dict[str, Plain]):
    """The texts of a group, which remember the node that they were read from, whatever becomes of them: of two rows of
    which one is changed and one removed nobody could tell else which is which."""

    def __init__(self, texts: Mapping[str, Plain], node: Group) -> None:
        super().__init__(texts)
        self.node = node

    def __deepcopy__(self, memo: dict[int, Any]) -> "Texts":
        return Texts({key: deepcopy(value, memo) for key, value in self.items()}, self.node)


def plain(node: Node) -> Plain:
    """The raw texts of a node; a key with nothing after it is not written."""
    if isinstance(node, Group):
        return Texts({str(key): plain(value) for key, value in node.items()}, node)
    if isinstance(node, Listing):
        return [plain(each) for each in node]
    return str(node)


def pairs(have: Sequence[Node], wanted: Sequence[Plain]) -> list[tuple[int | None, int | None]]:
    """Which element of a list becomes which: what was read from an element stays it, what was read from none is new and
    stands last. Texts are matched by what they say."""
    if not any(isinstance(each, dict) for each in wanted):
        return list(matched([str(each) for each in have], [str(each) for each in wanted]))
    places = {id(node): at for at, node in enumerate(have)}
    became = {places.get(id(each.node)) if isinstance(each, Texts) else None: new for new, each in enumerate(wanted)}
    new = [at for at, each in enumerate(wanted) if not isinstance(each, Texts) or id(each.node) not in places]
    return [*((old, became.get(old)) for old in range(len(have))), *((None, at) for at in new)]


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
        yield from in_brackets.into_group(document, node, staying, added, wanted, order)
    else:
        yield from in_lines.into_group(document, node, staying, added, wanted, order)


def _fill(document: EditedFile, key: Scalar, wanted: Plain, order: Order) -> Edit:
    """`key:` with nothing after it gets a value."""
    colon = document.text.index(":", document.end(key)) + 1
    if isinstance(wanted, str) and not document.in_flow(key):
        return Edit(colon, colon, " " + written.scalar(wanted, typed=order.is_typed(key), flow=False))
    return Edit(colon, colon, " " + written.flow(wanted, order.typed_below, key=key))


def _listing(document: EditedFile, node: Listing, wanted: list[Plain], order: Order, key: str) -> Iterator[Edit]:
    became = pairs(node, wanted)
    for old, new in became:
        if old is not None and new is not None:
            yield from _value(document, node[old], wanted[new], order, key)
    flow = document.is_flow(node)
    gone = {old for old, new in became if new is None and old is not None}
    news_after = runs(became)
    if flow:
        spans = [(document.start(each), document.end(each), at not in gone) for at, each in enumerate(node)]
        yield from in_brackets.cut(spans)
        for before, news in news_after:
            yield in_brackets.into_list(
                document, node, gone, before, [wanted[new] for new in news], order.inside(key), key
            )
        return
    for at in sorted(gone):
        yield in_lines.without_element(document, node[at])
    for before, news in news_after:
        yield in_lines.new_elements(document, node, before, [wanted[new] for new in news], order.inside(key))
