"""What a code means: its page, the same text that `rencana explain` prints and the documentation shows."""

import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib import resources
from pathlib import Path


@dataclass(frozen=True)
class Explanation:
    """The page of one code, in Markdown."""

    code: str
    text: str

    @property
    def summary(self) -> str:
        """The first paragraph: what the code says, in a sentence or two."""
        return " ".join(self.text.split("\n\n")[1].split())


def explanation(code: str) -> Explanation | None:
    """The page of a code; `None` for an unknown one."""
    return Explanation(code, _page(code)) if code in explained_codes() else None


@cache
def explained_codes() -> tuple[str, ...]:
    """Every code that has a page, in alphabetical order."""
    return tuple(sorted(path.stem for path in _folder().glob("*.md") if re.fullmatch(r"[a-z0-9-]+", path.stem)))


def nearest_code(word: str) -> str | None:
    """The code that a mistyped word probably means."""
    near = get_close_matches(word.lower().strip(), explained_codes(), n=1, cutoff=0.5)
    return near[0] if near else None


@cache
def documents() -> Path:
    """`docs/` of the checkout, or what a wheel carries of it inside the package."""
    package = Path(str(resources.files("generator")))
    carried = package / "docs"
    return carried if carried.is_dir() else package.parent / "docs"


def _page(code: str) -> str:
    return (_folder() / f"{code}.md").read_text(encoding="utf-8").strip()


def _folder() -> Path:
    return documents() / "kode"
