"""The words that a spelling is corrected to."""

from generator.search.documents import SearchDocument
from generator.search.vocabulary import vocabulary


def document(text: str) -> SearchDocument:
    return SearchDocument("a/", f"<html><head><title>Judul</title></head><body data-pagefind-body>{text}</body></html>")


def test_the_most_common_word_comes_first_and_each_document_counts_once() -> None:
    words = vocabulary([document("<p>Pajak pajak pajak bumi</p>"), document("<p>bumi &amp; desa</p>")])
    assert words == ["bumi", "desa", "pajak"]


def test_heads_tags_figures_and_short_words_are_none() -> None:
    assert vocabulary([document('<p class="lead">ke 2026 T12026 e-KTP <b>Layanan</b></p>')]) == ["layanan"]
