"""Templates of the repository's own that cannot be used, before anybody makes pages with them."""

from collections.abc import Iterator, Mapping

from jinja2 import Environment, TemplateSyntaxError, nodes

from generator.diagnostics import Place, Problem
from generator.locale import say
from generator.locale.catalogues import LANGUAGES
from generator.pages.rendering.mistakes import said
from generator.pages.rendering.templates import environment
from generator.publishing.unusable import unusable

_OF_PAGES = ".j2"
_OF_PUBLISHER = ("url", "script_tag")
"""Filters that MkDocs gives to a theme (`mkdocs.theme.Theme.get_env`)."""


def wrong_templates(texts: Mapping[str, str]) -> Iterator[Problem]:
    """What is wrong with each of these templates, given by their paths. Nothing of them is run."""
    pages, frame = environment((), LANGUAGES[0]), Environment(extensions=["jinja2.ext.i18n", "jinja2.ext.do"])
    frame.filters |= dict.fromkeys(_OF_PUBLISHER)
    for path, text in texts.items():
        try:
            unknown = _unknown(pages if path.endswith(_OF_PAGES) else frame, text)
        except TemplateSyntaxError as error:
            yield unusable(Place(path, error.lineno, 1, error.lineno, 1), said(error.message or ""))
        except RecursionError:
            yield unusable(Place(path, 1, 1, 1, 1), say("isian bertingkat terlalu dalam"))
        else:
            for name, line in unknown:
                told = say("saringan atau uji `{nama}` tidak dikenal di sini", nama=name)
                yield unusable(Place(path, line, 1, line, 1), told)


def _unknown(reader: Environment, text: str) -> list[tuple[str, int]]:
    """The filters and tests of a template that there are not, with their lines."""
    tree = reader.parse(text)
    filters = [(each.name, each.lineno) for each in tree.find_all(nodes.Filter) if each.name not in reader.filters]
    return filters + [(each.name, each.lineno) for each in tree.find_all(nodes.Test) if each.name not in reader.tests]
