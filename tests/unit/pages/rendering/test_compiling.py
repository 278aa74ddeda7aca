"""Words put in beforehand and shorter ways say what Jinja's own say, and give way to it where they do not."""

from collections.abc import Callable

import pytest
from jinja2 import Environment, StrictUndefined, UndefinedError

from generator.pages.rendering import short_ways
from generator.pages.rendering.compiling import PageEnvironment
from generator.pages.rendering.short_ways import PageCode, QuickEnvironment, environment_class

WORDS = {"Kegiatan": "Activities", "Dan <b>tebal</b>, 100%%": "And <b>bold</b>, 100%%", "satu": "one", "dua": "two"}


def gettext(text: str) -> str:
    return WORDS.get(text, text)


def ngettext(one: str, other: str, number: int) -> str:
    return gettext(one if number == 1 else other)


def worded(**options: object) -> Environment:
    return PageEnvironment(gettext, **options)


def quick(**options: object) -> Environment:
    return QuickEnvironment(gettext, **options)


def rendered(make: Callable[..., Environment], source: str) -> str:
    made = make(autoescape=True, undefined=StrictUndefined, extensions=["jinja2.ext.i18n", "jinja2.ext.do"])
    made.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]
    return made.from_string(source).render(name="<i>", number=2)


@pytest.mark.parametrize(
    "source",
    [
        '{{ _("Kegiatan") }}, {% trans %}Kegiatan{% endtrans %}, {{ gettext("tidak ada <padanan>") }}',
        "{% trans %}Dan <b>tebal</b>, 100%{% endtrans %}",
        "{% trans name=name %}Halo {{ name }}{% endtrans %}",
        "{% trans name=name, number=number %}100%{{ number }}% dari {{ name }}, {{ name }}{% endtrans %}",
        "{% for each in [1, 2] %}{% trans name=each %}Halo {{ name }}{% endtrans %}{% endfor %}",
        "{% set text %}{% trans name=name %}<b>{{ name }}</b>, 100%{% endtrans %}{% endset %}{{ text }}",
        "{% trans count=number %}satu{% pluralize %}dua{% endtrans %}",
        '{% set text = _("Kegiatan") %}{{ text ~ " <x>" }}|{{ text | upper }}',
        '{% macro m(a, b="d", c=none) %}{{ a }}-{{ b }}-{{ c }}{% endmacro %}{{ m("<") }}{{ m(1, 2) }}{{ m(1, c=1) }}',
        "{% macro outer(a) %}[{{ a }}{{ caller() }}]{% endmacro %}{% call outer(name) %}<u>{{ name }}</u>{% endcall %}",
        "{% macro many(a) %}{{ a }}{{ varargs }}{{ kwargs }}{% endmacro %}{{ many(1, 2, z=3) }}",
        "{% macro m(a) %}{{ a is defined }}{% endmacro %}{{ m() }}{{ m(name) }}",
        "{% macro m(a) %}{{ a }}{% endmacro %}{% for each in [1, 2] %}{{ m(each) }}{{ m(m(name)) }}{% endfor %}",
    ],
)
def test_a_template_gives_what_jinja_gives(source: str) -> None:
    assert rendered(quick, source) == rendered(worded, source) == rendered(Environment, source)


@pytest.mark.parametrize("arguments", ["1, 2", "1, x=2"])
def test_a_wrong_call_is_an_error(arguments: str) -> None:
    with pytest.raises(TypeError, match="macro 'm' takes"):
        rendered(quick, f"{{% macro m(a) %}}{{% endmacro %}}{{{{ m({arguments}) }}}}")


def test_an_unknown_name_is_an_error() -> None:
    with pytest.raises(UndefinedError, match="tidak_ada"):
        rendered(quick, "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(tidak_ada) }}")


def test_the_short_ways_are_taken() -> None:
    environment_class.cache_clear()
    assert environment_class() is QuickEnvironment


@pytest.mark.parametrize(
    ("owner", "name", "instead"),
    [
        (PageCode, "signature", None),
        (PageCode, "visit_Call", lambda self, node, frame, forward_caller=False: self.write("''")),
        (short_ways, "call", lambda context, callee, *arguments: "lain"),
        (QuickEnvironment, "_generate", lambda self, *arguments: "bukan Python"),
    ],
    ids=["a method that is gone", "another meaning", "another result", "another module"],
)
def test_a_jinja_of_other_insides_is_left_alone(
    monkeypatch: pytest.MonkeyPatch, owner: object, name: str, instead: object
) -> None:
    monkeypatch.setattr(owner, name, instead)
    environment_class.cache_clear()
    assert environment_class() is PageEnvironment
    environment_class.cache_clear()
