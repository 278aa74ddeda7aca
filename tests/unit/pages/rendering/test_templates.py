"""The environment of the page templates: escaping by default, and no name that does not exist."""

from pathlib import Path

import pytest
from jinja2 import Environment, UndefinedError

from generator.pages.rendering.templates import environment, written
from generator.reading import output_limit
from generator.reading.output_limit import TooMuch, bounded_output


@pytest.fixture
def own(tmp_path: Path) -> Environment:
    (tmp_path / "halaman.j2").write_text("{# komentar #}{{ teks }}", encoding="utf-8")
    return environment((tmp_path,), "id")


def test_what_is_inserted_is_escaped(own: Environment) -> None:
    assert own.get_template("halaman.j2").render(teks='<b a="\'">').endswith("&lt;b a=&#34;&#39;&#34;&gt;")


def test_a_name_that_does_not_exist_is_an_error(own: Environment) -> None:
    with pytest.raises(UndefinedError):
        own.get_template("halaman.j2").render()


def test_a_text_of_a_plan_is_never_a_template(own: Environment) -> None:
    assert "{{ 7*7 }}" in own.get_template("halaman.j2").render(teks="{{ 7*7 }}")


def test_the_first_folder_that_has_a_template_gives_it(tmp_path: Path) -> None:
    for name in ("sendiri", "paket"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.j2").write_text(name, encoding="utf-8")
    (tmp_path / "paket" / "b.j2").write_text("b", encoding="utf-8")
    made = environment((tmp_path / "sendiri", tmp_path / "paket"), "id")
    assert made.get_template("a.j2").render() == "sendiri"
    assert made.get_template("b.j2").render() == "b"


def test_words_come_from_the_language_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.j2").write_text("{% trans %}belum tercatat{% endtrans %}|{{ none | show }}", encoding="utf-8")
    indonesian, english = (environment((tmp_path,), code).get_template("a.j2").render() for code in ("id", "en"))
    assert indonesian.startswith("belum tercatat|")
    assert "belum tercatat" not in english


def test_a_template_that_is_put_before_another_is_seen(tmp_path: Path) -> None:
    own, package = tmp_path / "own", tmp_path / "package"
    for folder in (own, package):
        folder.mkdir()
    (package / "a.md.j2").write_text("<p>paket</p>", encoding="utf-8")
    templates = environment((own, package), "id")

    def now() -> str:
        return templates.get_template("a.md.j2").render()

    assert "paket" in now()
    (own / "a.md.j2").write_text("<p>sendiri</p>", encoding="utf-8")
    assert "sendiri" in now()
    (own / "a.md.j2").unlink()
    assert "paket" in now()


@pytest.mark.parametrize(
    "text",
    [
        "{% for _ in range(9) %}{{ teks }}{% endfor %}",
        "{% macro m() %}{% for _ in range(9) %}{{ teks }}{% endfor %}{% endmacro %}{% set x = m() %}",
        "{% set x %}{% for _ in range(9) %}{{ teks }}{% endfor %}{% endset %}",
    ],
)
def test_what_a_template_makes_is_counted_where_it_grows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    (tmp_path / "halaman.j2").write_text(text, encoding="utf-8")
    monkeypatch.setattr(output_limit, "MOST", 100)
    with bounded_output():
        written(environment((tmp_path,), "id"), "halaman.j2", {"teks": "x" * 11})
    with bounded_output(), pytest.raises(TooMuch):
        written(environment((tmp_path,), "id"), "halaman.j2", {"teks": "x" * 12})
