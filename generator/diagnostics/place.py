"""A stretch of text in a file."""

from typing import NamedTuple


class Place(NamedTuple):
    """Where a value stands: `path` relative to the folder of the repository, with `/`.

    Lines and columns count from 1; a column is a Unicode code point; the end is exclusive, so that an
    empty value has its end at its start. A NamedTuple, because a plan has thousands of them.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int

    def until(self, end: "Place") -> "Place":
        """From the start of this place to the end of another one in the same file."""
        return Place(self.path, self.line, self.column, end.end_line, end.end_column)
