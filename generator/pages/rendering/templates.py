"""The Jinja environment of the page templates."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.environment import TemplateModule
from markupsafe import Markup

from generator.locale import Language, language
from generator.pages.rendering.compiling import PageEnvironment
from generator.pages.rendering.plan_text import formatted, heading_text
from generator.pages.words.values import Wording, period


@cache
def environment(folders: Sequence[Path], language_code: str) -> Environment:
    """Templates from the first of `folders` that has them, worded in a language.

    Everything inserted is escaped for HTML unless it is `Markup`; a name that does not exist is an error.
    """
    words = language(language_code)
    made = PageEnvironment(
        words.gettext,
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        # "{#anchor}" is a Markdown anchor: comments are written {#- … -#}.
        comment_start_string="{#-",
        comment_end_string="-#}",
        extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
    )
    made.install_gettext_callables(words.gettext, words.ngettext, newstyle=True)  # type: ignore[attr-defined]
    made.policies["ext.i18n.trimmed"] = True  # a text may be broken over lines
    # For elements that hold the plan's own words, which are Indonesian whatever the frame speaks; `own` marks a text.
    made.globals["plan_lang"] = Markup("" if words.code == "id" else ' lang="id"')
    made.filters |= _filters(words)
    return made


def described(rendered: TemplateModule) -> str:
    """The sentence that a template sets as its `description`, as text: whoever shows it escapes it."""
    return Markup(getattr(rendered, "description", "")).striptags()


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
        "cell": wording.cell,
        "period": period,
        "quarter": wording.quarter,
        "quarter_long": wording.quarter_long,
        "word": wording.word,
        "num": words.formats.number,
        "percent": words.formats.percent,
        "formatted": formatted,
        "heading": heading_text,
    }
