"""A file as text and as nodes at once: where each node really ends, how it is laid out, and where the comments are."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from generator.reading.nodes import Group, Listing, Node, Scalar
from generator.reading.text import TextFile

_BLOCK_HEAD = re.compile(r"[|>][0-9+-]*[ \t]*(?:#[^\r\n]*)?(?=\r\n|\r|\n|$)")


class Edit(NamedTuple):
    """The text between two offsets becomes another; in the order of the text they never overlap."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class EditedFile:
    """A file and the nodes that were read from it."""

    file: TextFile
    root: Group

    @property
    def text(self) -> str:
        return self.file.text

    @cached_property
    def line_end(self) -> str:
        """How the file ends its lines."""
        found = re.search("\r\n|\r|\n", self.text)
        return found[0] if found else "\n"

    def start(self, node: Node) -> int:
        """The offset of a node's first character."""
        return self.file.offset(node.place.line) + node.place.column - 1

    def end(self, node: Node) -> int:
        """The offset after a node's last character; a parser ends what stands in lines where the next thing begins."""
        if isinstance(node, Scalar):
            at = self.start(node)
            if _BLOCK_HEAD.match(self.text, at) and not node.plain:
                return self._end_of_block(at)
            return self.file.offset(node.place.end_line) + node.place.end_column - 1
        if self.is_flow(node):
            return self.file.offset(node.place.end_line) + node.place.end_column - 1
        return max(self.end(each) for each in self._inside(node))

    def end_of_pair(self, key: Scalar, value: Node) -> int:
        """The offset after a key with its value, or after its colon where nothing was written."""
        if isinstance(value, Scalar) and value.empty:
            return self.text.index(":", self.end(key)) + 1
        return self.end(value)

    def _inside(self, node: Group | Listing) -> Iterator[Node]:
        if isinstance(node, Listing):
            yield from node
        else:
            for key, value in node.pairs():
                yield value if not (isinstance(value, Scalar) and value.empty) else key

    def is_flow(self, node: Node) -> bool:
        """Whether a list or group is written in brackets."""
        return not isinstance(node, Scalar) and self.text[self.start(node) : self.start(node) + 1] in ("[", "{")

    def in_flow(self, node: Node) -> bool:
        """Whether a node stands inside brackets."""
        at = self.start(node)
        before = bisect_right(self._brackets, (at, len(self.text))) - 1
        return before >= 0 and at < self._brackets[before][1]

    @cached_property
    def _brackets(self) -> list[tuple[int, int]]:
        """The outermost lists and groups in brackets, in order: from the sign after the bracket to the end."""
        return list(self._outermost(self.root))

    def _outermost(self, node: Node) -> Iterator[tuple[int, int]]:
        if self.is_flow(node):
            yield self.start(node) + 1, self.end(node)
        elif not isinstance(node, Scalar):
            for each in self._inside(node):
                yield from self._outermost(each)

    def is_block(self, node: Scalar) -> bool:
        """Whether a text is written in lines of its own, after `|` or `>`."""
        return not node.plain and self.text[self.start(node)] in "|>"

    def line_start(self, offset: int) -> int:
        """Where the line of an offset begins."""
        return self.file.offset(self.file.line_at(offset))

    def after_line(self, offset: int) -> int:
        """Where the line after that of an offset begins, or the end of the text."""
        return self.file.offset(self.file.line_at(offset) + 1)

    def rest_of_line(self, offset: int) -> str:
        """What follows on the line, without its end."""
        return self.text[offset : self.after_line(offset)].rstrip("\r\n")

    def hyphen(self, element: Node) -> int:
        """The offset of the `-` before an element of a list in lines."""
        return self.text.rindex("-", 0, self.start(element))

    def key_indent(self, offset: int) -> str:
        """The white space before the first key on the line of an offset, hyphens of lists counted as such."""
        line = self.file.lines[self.file.line_at(offset) - 1]
        return " " * (len(line) - len(line.lstrip(" -")))

    def indent(self, offset: int) -> str:
        """The white space that a thing at an offset has before it, counted from the start of its line."""
        return " " * (offset - self.line_start(offset))

    @cached_property
    def comments(self) -> list[tuple[int, int]]:
        """Every comment, from its `#` to the end of its line: what no key and no value holds."""
        taken = sorted(self._scalars(self.root))
        starts = [start for start, _ in taken]
        found = []
        for line, text in enumerate(self.file.lines, 1):
            at = -1
            while (at := text.find("#", at + 1)) >= 0:
                offset = self.file.offset(line) + at
                before = bisect_right(starts, offset) - 1
                inside = before >= 0 and offset < taken[before][1]
                if not inside and (at == 0 or text[at - 1] in " \t"):
                    found.append((offset, self.file.offset(line) + len(text.rstrip())))
                    break
        return found

    def _scalars(self, node: Node) -> Iterator[tuple[int, int]]:
        if isinstance(node, Scalar):
            start = self.start(node)
            if self.is_block(node):  # a comment may stand behind the `|`
                yield self.after_line(start), self.end(node)
            else:
                yield start, self.end(node)
        elif isinstance(node, Listing):
            for each in node:
                yield from self._scalars(each)
        else:
            for key, value in node.pairs():
                yield self.start(key), self.end(key)
                if not (isinstance(value, Scalar) and value.empty):
                    yield from self._scalars(value)

    def comments_in(self, start: int, end: int) -> list[str]:
        """The comments that begin in a stretch of the text."""
        return [self.text[at:until] for at, until in self.comments if start <= at < end]

    def _end_of_block(self, head: int) -> int:
        """The end of the last line of a text after `|` or `>`: lines that are blank or deeper than its key."""
        number = self.file.line_at(head)
        lines = self.file.lines
        before = lines[number - 1][: head - self.file.offset(number)]
        # Its key stands behind the hyphens of a list; a text right behind a hyphen has no key.
        depth = len(before) - len(before.lstrip(" -")) if before.strip(" -") else before.rindex("-")
        last = number
        for at in range(number, len(lines)):
            line = lines[at]
            if line.strip():
                if len(line) - len(line.lstrip(" ")) <= depth:
                    break
                last = at + 1
        return self.file.offset(last) + len(lines[last - 1])
