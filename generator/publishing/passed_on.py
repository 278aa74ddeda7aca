"""What of a repository's `mkdocs.yml` reaches the publisher: known settings in their shapes.

The publisher would run what its file names: hooks, plugins, tags of Python, files it inherits. A repository's settings
run nothing, so that file is never given to it; and it ends with words for programmers at a value of another shape.
"""

from typing import Any

from generator.publishing.configuration import Configuration, package_settings
from generator.publishing.known_settings import IGNORED, KNOWN
from generator.publishing.settings import mapping
from generator.publishing.shapes import EXTENSIONS

_TEXTS = ("site_author", "site_description", "copyright", "extra_css", "extra_javascript")
_OWN_AFFAIRS = ("docs_dir", "site_dir", "site_description")
"""Settings of the package that are no other site's."""


def passed_on(configuration: Configuration) -> dict[str, Any]:
    """The settings for the publisher: the file's own of the known keys, and the package's for the rest."""
    own, package = configuration.settings, package_settings()
    theme, extra = mapping(own.get("theme")), mapping(own.get("extra"))
    return {
        **{key: value for key, value in package.items() if key not in _OWN_AFFAIRS},
        **{key: own[key] for key in _TEXTS if key in own},
        "site_name": configuration.name,
        "theme": package["theme"] | {key: theme[key] for key in ("logo", "favicon") if key in theme},
        "extra": package["extra"] | {key: extra[key] for key in extra if ("extra", key) not in IGNORED},
        "markdown_extensions": _extensions(mapping(own.get("markdown_extensions"))),
        "plugins": [],
    }


def _extensions(own: dict[str, Any]) -> list[Any]:
    """The extensions that the pages are written for, with what the file says of their known options."""
    listed = "markdown_extensions"
    return [
        {name: options | {key: each for key, each in own.get(name, {}).items() if (listed, name, key) in KNOWN}}
        for name, options in EXTENSIONS.read(package_settings()[listed]).items()
    ]
