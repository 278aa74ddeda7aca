"""A page on its way to paper. It may be of a share or a cache that was changed, and Chromium opens it as a file of this
machine: nothing in it runs, it leads to no other page, and it shows no other file."""

import codecs
import re
from collections.abc import Mapping

from generator.locale import Message, say

_MOST_TAGS = 80_000
"""Chromium takes some 23 kB for each. The largest example has 28,000."""
_POLICY = (
    b"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; img-src data:;"
    b" font-src 'self'; form-action 'none'; base-uri 'none'\">"
)
_DOCTYPE = re.compile(rb"[\t\n\f\r ]*<!doctype html>", re.IGNORECASE)
"""With what HTML takes for white space before it: anything else is text, and behind text no policy counts."""
_EQUIV = re.compile(rb"(http)-(equiv)", re.IGNORECASE)
_SLOT = re.compile(rb'(<span class="leaf" data-leaf="([a-z0-9-]+)">)(</span>)')


class PrintingFailed(Exception):
    """A plan could not be printed; `reason` says why."""

    def __init__(self, reason: Message) -> None:
        super().__init__(reason.msgid)
        self.reason = reason


def for_paper(content: bytes) -> bytes:
    """The HTML of a printed page with the policy for what is printed. Raises `PrintingFailed`."""
    begun = _DOCTYPE.match(content)
    if not begun or not _is_utf_8(content):
        raise PrintingFailed(say("halaman cetaknya bukan seperti yang dibuat program ini"))
    if content.count(b"<") > _MOST_TAGS:
        raise PrintingFailed(say("halaman cetaknya terlalu besar untuk dijadikan PDF; cetak dari peramban"))
    # To go on to another page by itself is what no policy forbids. In a text the same is read; an attribute has no such
    # name. The page's own policy, for the screen, goes with it.
    tame = _EQUIV.sub(rb"\1&#45;\2", content[begun.end() :])
    # The mark of UTF-8 comes before any other encoding that a page could name.
    return codecs.BOM_UTF8 + begun[0].strip() + _POLICY + tame


def _is_utf_8(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def with_page_numbers(page: bytes, sheets: Mapping[str, int]) -> bytes:
    """The HTML with the numbers of pages in its contents."""
    return _SLOT.sub(lambda slot: b"%b%b%b" % (slot[1], str(sheets.get(slot[2].decode(), "")).encode(), slot[3]), page)
