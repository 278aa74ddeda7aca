"""What a YAML parser sees of a text, as events: by libyaml where it can, by the pure parser where it must."""

from collections.abc import Iterator
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.cyaml import CBaseLoader
from ruamel.yaml.error import YAMLError

# libyaml stops at the ":" of an unquoted address in `{situs: https://…}`, which YAML 1.2 allows and planners
# write; the pure parser takes it, at seven times the time. One private character in its place keeps all columns.
COLON_OF_ADDRESS = "\ue000"


def fast_events(text: str) -> Iterator[Any]:
    """The events of libyaml; an address holds `COLON_OF_ADDRESS`. Raises `YAMLError`."""
    loader = CBaseLoader(text.replace("://", COLON_OF_ADDRESS + "//"))
    try:
        while loader.check_event():
            yield loader.get_event()
    finally:
        loader.dispose()


def pure_events(text: str) -> Iterator[Any]:
    """The events of the pure parser. Raises `YAMLError`, and what else its scanner stumbles over."""
    return iter(YAML(typ="base", pure=True).parse(text))


def first_error(text: str) -> YAMLError | None:
    """What libyaml stops at, if anything."""
    try:
        for _ in fast_events(text):
            pass
    except YAMLError as error:
        return error.with_traceback(None)  # which would keep the parser, and the text
    return None
