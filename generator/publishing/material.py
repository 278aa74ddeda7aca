"""Settings that people know from Material's documentation, as the public frame takes them.

The frame is our own (docs/theme.md). Logo, favicon, copyright, social links, style sheets and scripts of one's own
work; nothing is ever loaded from another site.
"""

from html import unescape
from typing import Any

import nh3

from generator.publishing.configuration import Configuration
from generator.publishing.judging import is_elsewhere
from generator.publishing.known_settings import at


def overrides(configuration: Configuration) -> dict[str, Any]:
    """Settings for the publisher in the place of the file's own: only files of this site, and text without markup."""
    own = configuration.settings
    changed: dict[str, Any] = {
        key: [name for name in own[key] if not is_elsewhere(name)]
        for key in ("extra_css", "extra_javascript")
        if key in own
    }
    if "copyright" in own:
        changed["copyright"] = unescape(nh3.clean(own["copyright"], tags=set()))
    theme = {key: "" for key in ("logo", "favicon") if is_elsewhere(at(own, ("theme", key)) or "")}
    return changed | ({"theme": theme} if theme else {})
