"""`python -m tests.golden` keeps the pages as they are made now; look at `git diff` before you commit them."""

from .pages import HERE, expected, made

pages = made()
for name in expected().keys() - pages.keys():
    (HERE / name).unlink()
for name, text in pages.items():
    path = HERE / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
