"""What of a repository's `mkdocs.yml` reaches the publisher: plain values of keys that change how pages look.

The publisher would run what its file names: hooks, plugins, tags of Python, files it inherits. A repository's settings
run nothing, so that file is never given to it.
"""

from collections.abc import Mapping
from typing import Any

from generator.publishing.configuration import Configuration, own_settings, package_settings
from generator.publishing.settings import mapping

_KEYS = ("site_name", "site_author", "site_description", "copyright", "extra", "extra_css", "extra_javascript")
_OF_THEME = ("name", "language", "logo", "favicon", "font", "features", "palette", "icon", "direction")


def passed_on(configuration: Configuration) -> dict[str, Any]:
    """The settings for the publisher: the file's own of these keys, and the package's for the rest."""
    own, package = own_settings(configuration.file), package_settings()
    named = own.get("theme")
    theme = {"name": named} if isinstance(named, str) else mapping(named)
    kept = {key: own[key] for key in _KEYS if key in own}
    if "extra" in kept:
        kept["extra"] = mapping(configuration.filled.get("extra")) | mapping(kept["extra"])
    return {
        **configuration.filled,
        **{key: package[key] for key in ("validation", "not_in_nav")},
        **kept,
        "theme": mapping(configuration.filled.get("theme")) | {key: theme[key] for key in _OF_THEME if key in theme},
        "markdown_extensions": _extensions(own.get("markdown_extensions"), package["markdown_extensions"]),
        "plugins": [],
    }


def _extensions(own: Any, ours: Any) -> list[Any]:
    """The extensions that the pages are written for, with the file's own words and numbers as their options."""
    options = extensions(own)
    return [
        {name: {**known, **{key: each for key, each in options.get(name, {}).items() if isinstance(each, str | int)}}}
        for name, known in extensions(ours).items()
    ]


def extensions(listed: Any) -> dict[str, dict[str, Any]]:
    """The options of each Markdown extension in a list as the publisher reads it, by its name."""
    found: dict[str, dict[str, Any]] = {}
    for each in listed if isinstance(listed, list) else []:
        named: Mapping[Any, Any] = each if isinstance(each, dict) else {each: {}}
        found |= {str(name): mapping(options) for name, options in named.items()}
    return found
