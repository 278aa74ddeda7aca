"""Plan text in Markdown: CommonMark with GitHub's tables, strikethrough and autolinks, as a forge previews it, but for
numbers: those of a list, of a product and of a range stay as they were written.

Parsed once for the checks, which tell what a page will not show as it was written, and for the page itself.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, auto
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.parser_inline import RuleFuncInlineType
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin

from generator.model.scalars import LONGEST_PROSE, is_link

DEEPEST = 8
"""Lists and quotations inside each other."""

MOST_CELLS = 2_000
"""Of a table: a row is filled up with cells that nobody wrote, so that few characters could ask for a million."""

MOST_CELLS_OF_ALL = 20_000
"""Of all tables of a plan: a thousand small texts, each with a table of its own, are a hundred megabytes of pages."""

MOST_LINKS = 500
"""Of a text, addresses without brackets and each `[`: from there the parser looks for the end of a link, or back."""

_KEPT = 64
"""Texts whose tokens are kept between their check and their page: those of the longest take some megabytes."""

# Text with none of these has no Markdown in it: most of a plan, at a hundredth of the cost.
_MARKUP = re.compile(r"[*_`\[\]<>#&\\~|@]|://|www\.|mailto:|^[^\S\n]*(?:[-+=]|\d+[.)])|^ {4}|^ *\t|  $", re.MULTILINE)
_CONTAINERS = {f"{kind}_{end}" for kind in ("bullet_list", "ordered_list", "blockquote") for end in ("open", "close")}
_LINE_END = re.compile("\r\n|\r|\n")
_RULE = re.compile(r"[ \t>*+\d.)]*[|:-][ \t|:-]*")
"""The line below the head of a table, as far as it tells the number of columns."""

_PROTOCOL_RULE, _PROTOCOLS = "gfm_autolink_protocol", ("http", "https", "mailto", "xmpp")
"""The rule searches all that a line holds so far at each `:`; its end tells as much."""

_ENDS, _BEGINS = frozenset(")]}%"), frozenset("([{")
"""What a part of a sum may end and begin with, beside letters and figures."""

_SIGN_RULES = ("emphasis", "strikethrough")
"""The rules for `*`, `_` and `~`."""

_CELL_BORDER = re.compile(r"(?<!\\)\|")


class Loss(Enum):
    """Why something does not reach the page as it was written."""

    PICTURE = auto()
    HTML = auto()
    LINK = auto()
    """It leads nowhere that a link of a plan may lead."""
    DEFINITION = auto()
    """The address of a link that is not in the text."""
    CELLS = auto()
    """A row of a table with more cells than the table has columns."""
    TABLE = auto()
    """A table with more cells than one may have."""
    LINKS = auto()
    """More links than a text may have, or signs that begin one."""
    DEPTH = auto()


class Lost(NamedTuple):
    """Something that the page will not show as it was written; `text` stands in the text's line `line` (from 0) or
    soon after, unless it was written with escapes."""

    loss: Loss
    text: str
    line: int


def is_plain(text: str) -> bool:
    """Whether a text has nothing in it that Markdown could take for its own: it is paragraphs."""
    return not _MARKUP.search(text)


def parsed(text: str) -> tuple[Token, ...]:
    """The tokens of a text, HTML and links of every kind among them."""
    return _parsed(text)[0]


def lost(text: str) -> list[Lost]:
    """All that a page would not show as the text has it, from top to bottom."""
    if is_plain(text):
        return []
    lines = _LINE_END.split(text)
    if (full := _too_full(lines)) is not None:
        return [Lost(Loss.LINKS, lines[full].strip(), full)]
    if (wide := _too_wide(lines)) is not None:
        return [Lost(Loss.TABLE, lines[wide].strip(), wide)]
    tokens, unused = _parsed(text)
    definitions = (Lost(Loss.DEFINITION, f"{lines[line].strip().partition(']:')[0]}]:", line) for line in unused)
    return sorted([*_lost_in(tokens, lines), *definitions], key=lambda each: each.line)


def cells(text: str) -> int:
    """The cells of all tables of a text, with those that fill up a row."""
    return 0 if "|" not in text else sum(token.type in ("th_open", "td_open") for token in parsed(text))


def leads(token: Token) -> bool:
    """Whether the link that a token opens follows the rule of every link in a plan."""
    return is_link(str(token.attrGet("href") or ""))


def _too_wide(lines: Sequence[str]) -> int | None:
    """The first line that may make a table of more cells than one may have."""
    for number, line in enumerate(lines):
        if (line.count("|") + 1) * len(lines) > MOST_CELLS and _RULE.fullmatch(line):
            return number
    return None


def _too_full(lines: Sequence[str]) -> int | None:
    """The line with the first link that is one too many."""
    found = zip(*(accumulate(map(count, lines)) for count in (_brackets, _addresses)), strict=True)
    return next((number for number, counts in enumerate(found) if max(counts) > MOST_LINKS), None)


def _brackets(line: str) -> int:
    return line.count("[")


def _addresses(line: str) -> int:
    return sum(line.count(f"{protocol}:") for protocol in _PROTOCOLS)


@lru_cache(maxsize=_KEPT)
def _parsed(text: str) -> tuple[tuple[Token, ...], tuple[int, ...]]:
    """The tokens, and the lines of addresses that no link of the text leads to."""
    environment: dict[str, Any] = {}
    text = text[:LONGEST_PROSE]
    lines = _LINE_END.split(text)
    parser = _parser(tables=_too_wide(lines) is None, links=_too_full(lines) is None)
    tokens = tuple(parser.parse(text, environment))
    _keep_numbers(tokens)
    used = {child.meta["label"] for token in tokens for child in token.children or () if "label" in child.meta}
    defined = environment.get("references", {})
    unused = [address["map"][0] for label, address in defined.items() if label not in used]
    return tokens, (*unused, *(address["map"][0] for address in environment.get("duplicate_refs", ())))


@cache
def _parser(*, tables: bool, links: bool) -> MarkdownIt:
    # HTML is parsed so that it can be told; the page shows it as text. A link is judged when it is shown.
    options = {"html": True, "maxNesting": 4 * DEEPEST, "store_labels": True, "strikethrough_single_tilde": True}
    parser = MarkdownIt("commonmark", options)
    parser.enable(["table", "strikethrough"] if tables else "strikethrough").use(gfm_autolink_plugin)
    rules = parser.inline.ruler
    protocol = next(rule.fn for rule in rules.__rules__ if rule.name == _PROTOCOL_RULE)
    rules.at(_PROTOCOL_RULE, lambda state, silent: state.pending.endswith(_PROTOCOLS) and protocol(state, silent))
    if not links:
        parser.disable(["link", "image", _PROTOCOL_RULE])
    for rule in [rule for rule in rules.__rules__ if rule.name in _SIGN_RULES]:
        rules.at(rule.name, _but_between_figures(rule.fn))
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.normalizeLinkText = lambda link: link  # type: ignore[method-assign]
    return parser


def _but_between_figures(rule: RuleFuncInlineType) -> RuleFuncInlineType:
    """The rule, but that signs stay where a figure touches them within a word or a sum, as in `12*4*2`,
    `3 hari*Rp500`, `(2+3)*4` and `10~20`: without them it is another number. Between letters and brackets they begin
    nothing, as in `bobot*nilai`."""

    def ruled(state: StateInline, silent: bool) -> bool:
        text, at = state.src, state.pos
        if text[at] not in "*~":
            return rule(state, silent)
        end = next((place for place in range(at, state.posMax) if text[place] != text[at]), state.posMax)
        before, after = text[at - 1 : at] if at else "", text[end : end + 1] if end < state.posMax else ""
        if not (before.isalnum() or before in _ENDS) or not (after.isalnum() or after in _BEGINS):
            return rule(state, silent)
        if before.isdecimal() or after.isdecimal():
            state.pending += "" if silent else text[at:end]
            state.pos = end
            return True
        known = len(state.delimiters)
        found = rule(state, silent)
        for sign in state.delimiters[known:]:
            sign.open = False
        return found

    return ruled


def _keep_numbers(tokens: Iterable[Token]) -> None:
    """Give each item of a numbered list the number it was written with, where counting on would give another: points of
    a rule that is quoted. A list whose items all have the same leaves the counting to the page."""
    lists: list[list[Token]] = []
    for token in tokens:
        if token.type == "ordered_list_open":
            lists.append([])
        elif token.type == "list_item_open" and token.info:
            lists[-1].append(token)
        elif token.type == "ordered_list_close":
            numbers = [(item, int(item.info)) for item in lists.pop()]
            if len({number for _, number in numbers}) == 1:
                continue
            for (_, before), (item, number) in pairwise(numbers):
                if number != before + 1:
                    item.attrSet("value", str(number))


def _lost_in(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[Lost]:
    depth = columns = line = 0
    for token in tokens:
        line = token.map[0] if token.map else line
        written = lines[line].strip() if line < len(lines) else ""
        if token.type in _CONTAINERS:
            depth += token.nesting
            if depth == DEEPEST + 1 and token.nesting == 1:
                yield Lost(Loss.DEPTH, written, line)
        elif token.type == "thead_open":
            columns = _cells(written)
        elif token.type == "tr_open" and _cells(written) > columns:
            yield Lost(Loss.CELLS, written, line)
        elif token.type == "html_block":
            yield Lost(Loss.HTML, token.content.strip().split("\n")[0], line)
        for child in token.children or ():
            if child.type == "image":
                yield Lost(Loss.PICTURE, f"![{child.content}]", line)
            elif child.type == "html_inline" and not child.content.startswith("</"):  # what it closes was told
                yield Lost(Loss.HTML, child.content.split("\n")[0], line)
            elif child.type == "link_open" and not leads(child):
                yield Lost(Loss.LINK, str(child.attrGet("href")), line)


def _cells(row: str) -> int:
    """The cells of a row of a table, whose borders at either end may be left out."""
    return len(_CELL_BORDER.split(row.removeprefix("|").removesuffix("|")))
