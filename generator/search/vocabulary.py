"""The words of the documents, for the search to offer the closest one in the place of one that no page holds."""

import re
from collections import Counter
from collections.abc import Iterable

from generator.pages.rendering.placing import text_of
from generator.search.documents import SearchDocument

FILE = "kata.json"
"""In the folder of a bundle: its words, the most common first."""

_MOST = 15_000
_WORD = re.compile(r"[^\W\d_]{4,24}")


def vocabulary(documents: Iterable[SearchDocument]) -> list[str]:
    """The words of four letters and more in small letters, by how many documents hold them and then by the alphabet."""
    held: Counter[str] = Counter()
    for _, html in documents:
        *_, body = html.partition("</head>")
        held.update(set(_WORD.findall(text_of(body).lower())))
    return sorted(held, key=lambda word: (-held[word], word))[:_MOST]
