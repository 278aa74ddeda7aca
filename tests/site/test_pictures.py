"""No picture stands alone: words in it say what it shows, and a table of the same facts is near."""

import re
from pathlib import Path

FIGURE = re.compile(r'<figure class="chart.*?</figure>', re.DOTALL)
TAG = re.compile(r"<[^>]*>")
LIST_OR_TABLE = re.compile(r"<(table|details|dl|ul)\b")


def test_every_picture_has_words_and_a_table(example_site: Path) -> None:
    seen = 0
    for path in sorted(example_site.rglob("*.html")):
        page = path.read_text(encoding="utf-8")
        where = path.relative_to(example_site)
        for figure in FIGURE.finditer(page):
            seen += 1
            caption = figure[0].rpartition("<figcaption")[2]
            assert len(TAG.sub(" ", f"<{caption}").split()) >= 3, f"{where}: a picture without words"
            after = page[figure.end() :].split('<figure class="chart', 1)[0]
            assert LIST_OR_TABLE.search(figure[0]) or LIST_OR_TABLE.search(after), f"{where}: a picture without a table"
    assert seen > 30
