"""The Jinja environment of the page templates."""

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.locale import Language, language
from generator.pages.rendering.anchors import apart
from generator.pages.rendering.blocks import Body, blocks
from generator.pages.rendering.mistakes import MISTAKES, mistake
from generator.pages.rendering.plan_text import formatted
from generator.pages.rendering.short_ways import environment_class
from generator.pages.words.told import period
from generator.pages.words.values import Wording
from generator.reading.output_limit import count_made


@lru_cache(maxsize=8)  # a preview goes on for days, and every change of a template makes another folder
def environment(folders: Sequence[Path], language_code: str) -> Environment:
    """Templates from the first of `folders` that has them, worded in a language.

    Everything inserted is escaped for HTML unless it is `Markup`; a name that does not exist is an error.
    """
    words = language(language_code)
    made = environment_class()(
        words.gettext,
        loader=_Folders(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
    )
    made.install_gettext_callables(words.gettext, words.ngettext, newstyle=True)  # type: ignore[attr-defined]
    made.policies["ext.i18n.trimmed"] = True  # a text may be broken over lines
    # For elements that hold the plan's own words, which are Indonesian whatever the frame speaks; `own` marks a text.
    made.globals["plan_lang"] = Markup("" if words.code == "id" else ' lang="id"')
    made.filters |= _filters(words)
    return made


class _Folders(FileSystemLoader):
    """Looks into several folders, each time anew: a template may have been put before one that was read already."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """The text of a template, its path, and whether both are still so."""
        text, path, is_same = super().get_source(environment, template)
        return text, path, lambda: self._first(template) == Path(path) and is_same()

    def _first(self, template: str) -> Path | None:
        found = (Path(folder, template) for folder in self.searchpath)
        return next((path for path in found if path.is_file()), None)


class Rendered(NamedTuple):
    """What a template made: its body, and the sentence that it sets as its `description`, as text."""

    body: Body
    description: str


def written(templates: Environment, name: str, context: dict[str, Any], taken: Set[str] = frozenset()) -> Rendered:
    """A template with what it looks at, on pages whose items have `taken` some anchors.

    Whoever shows the description escapes it. Raises `TemplateMistake` for one of the repository's own.
    """
    try:
        template = templates.get_template(name)
        there = template.new_context(context)
        text = "".join(_counted(template.root_render_func(there)))
        description = there.get_exported().get("description", "")
        return Rendered(blocks(apart(text, taken)), Markup(description).striptags())
    except MISTAKES as error:
        own = _own(templates)
        if own and (told := mistake(error, name, own)):
            raise told from error
        raise


def _own(templates: Environment) -> Path | None:
    """The folder of the repository's own templates, which stands before that of the package."""
    folders = templates.loader.searchpath if isinstance(templates.loader, _Folders) else []
    return Path(folders[0]) if len(folders) > 1 else None


def _counted(parts: Iterable[str]) -> Iterator[str]:
    for part in parts:
        count_made(len(part))
        yield part


def _filters(words: Language) -> dict[str, Any]:
    wording = Wording(words)
    return {
        "show": wording.show,
        "plain": wording.plain,
        "own": wording.own,
        "year": wording.year,
        "plain_year": wording.plain_year,
        "rp": wording.rupiah,
        "rp_short": wording.rupiah_short,
        "total": wording.total,
        "total_short": wording.total_short,
        "short": wording.short,
        "millions": wording.millions,
        "period": period,
        "quarter": wording.quarter,
        "with_code": wording.with_code,
        "word": wording.word,
        "said": wording.said,
        "num": words.formats.number,
        "measured": wording.measured,
        "percent": words.formats.percent,
        "bytes": words.formats.size,
        "place_name": wording.place_name,
        "formatted": formatted,
    }
