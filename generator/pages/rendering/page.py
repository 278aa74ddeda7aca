"""A page: front matter that the theme reads, and a body in Markdown."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Page:
    """The page at an address. `front_matter` is the contract with the theme, described in `docs/theme.md`."""

    address: str
    front_matter: dict[str, Any] = field(hash=False)
    body: str

    def markdown(self, passage: Callable[[str], str] = str) -> str:
        """The text of the Markdown file; `passage` may put the body in another form on its way to the publisher.

        JSON is YAML: a value of the front matter is quoted whatever the plan's text holds.
        """
        lines = (f"{name}: {_quoted(value)}" for name, value in self.front_matter.items() if value)
        # A heading right after a block of HTML would be taken for a part of it.
        body = _HEADING.sub("\n\n#", self.body)
        while "\n\n\n" in body:
            body = body.replace("\n\n\n", "\n\n")
        body = body.strip()
        return "---\n" + "\n".join(lines) + f"\n---\n\n{passage(body)}\n"


_HEADING = re.compile(r"\n#(?=#{0,5} )")  # begins with what is quickly found

# Signs that JSON may hold and YAML may not, or takes for the end of a line.
_FORBIDDEN = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def _quoted(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return _FORBIDDEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
