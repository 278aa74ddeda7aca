"""What of a page is searched: its index is made from this and nothing else."""

import re

from generator.pages.elements import without

# What stands on many pages alike, or lists what has its own place elsewhere, would cost every search and tell
# nothing. A row's head names the thing; its cells are figures.
LEFT_OUT = """
.page--ringkasan > :not(h1):not(.lead), .page--anggaran > :not(h1):not(.lead), .page--temuan > :not(h1):not(.lead),
.page--rencana-implementasi > ul, .card .summary-list, .gap .summary-list, thead, tfoot, caption, td, tr:not([id]),
details, article > .meta, section > .meta, p > .meta, li > .meta, dt > .meta, dd > .meta, th > .meta, summary > .meta,
figcaption > .meta, .headerlink, .term__note, .tag, .stage, .bar, .chain, .finding, .figures, .filters, .chart,
.doors, .source
""".replace("\n", " ")
"""Selectors of elements that are not."""

# Elements that `LEFT_OUT` leaves out whole and that hold none of their kind: most of a page, and quickly found.
_UNREAD = (
    ('<figure class="chart', "</figure>"),
    ("<details", "</details>"),
    ('<form class="filters"', "</form>"),
)
_SEARCHED = re.compile(r"<([a-z]+)[^<>]* data-pagefind-body")
_NAMED_ROW = re.compile(r"<tr [^>]*\bid=")


def reading(html: str) -> str:
    """A page with what the index program has to read of it: its head, and what is searched.

    The index is the same as that of the whole page, but for anchors in what is left out, where nothing is found.
    The program takes longer for what it then leaves out than for all the rest.
    """
    searched = _SEARCHED.search(html)
    if not searched:
        return html
    head = html[: html.index("<body")]
    body = html[searched.start() : html.rindex(f"</{searched[1]}>")]
    for begin, end in _UNREAD:
        body = without(body, begin, end)
    first, *tables = body.split("<table")
    body = first + "".join(_with_named_rows(each) for each in tables)
    return f"{head}<body>{body}</{searched[1]}></body></html>"


def _with_named_rows(table: str) -> str:
    """What follows `<table`: all of it where a row has an anchor, else what follows the table."""
    rows, _, after = table.partition("</table>")
    return f"<table{table}" if _NAMED_ROW.search(rows) else after
