"""A page: front matter that the theme reads, and a body in Markdown."""

import json
import re
from dataclasses import dataclass, field
from typing import Any

from generator.pages.finished_html import wrapped


@dataclass(frozen=True)
class Page:
    """The page at an address. `front_matter` is the contract with the theme, described in `docs/theme.md`."""

    address: str
    front_matter: dict[str, Any] = field(hash=False)
    body: str

    def markdown(self) -> str:
        """The text of the Markdown file.

        JSON is YAML: a value of the front matter is quoted whatever the plan's text holds.
        """
        lines = (
            f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in self.front_matter.items() if value
        )
        # A heading right after a block of HTML would be taken for a part of it.
        body = re.sub(r"\n(#{1,6} )", r"\n\n\1", self.body)
        body = re.sub(r"\n{3,}", "\n\n", body).strip()
        return "---\n" + "\n".join(lines) + f"\n---\n\n{wrapped(body)}\n"
