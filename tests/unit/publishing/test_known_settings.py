"""Whatever a setting holds is a sentence of ours at its line, or a site; a publisher's words reach nobody."""

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from generator.diagnostics import Problem, Severity
from generator.diagnostics.explanations import explanation
from generator.locale import language
from generator.publishing.configuration import configuration
from generator.publishing.judging import judged
from generator.publishing.known_settings import IGNORED, KNOWN, Key
from generator.publishing.publisher import publish
from generator.store.cache import Cache

SETTINGS = 'site_name: Rencana\nsite_url: "https://a.example/"\n'
ODD: tuple[Any, ...] = (
    *(True, False, 0, 7, -1, 2.5, "", " ", "kata", "2-3", "9-1", "a\nb", "\t", "x" * 5_000, "\x85", "\u2028"),
    *([], ["kata"], [5], [None], [[]], [{}], [{"path": 5}], [{"title": "A"}], [{"title": [], "address": {}}]),
    *([{"link": 5}], [{"toc": 5}], {}, {"a": 1}, {"name": {"a": 1}}, {"a": {"b": []}}, "\ufffe", "😀", "{{ 7*7 }}"),
    *("id", "en", ["id", "en"], ["en"], "WIB", "localtime", "Factory", "posix/Asia/Jakarta", "https://a.example/b"),
)
PUBLISHER = re.compile(r"[Ee]rror|Traceback|Config value|File \"|Expected|Aborted|line \d")


def written(base: Path, *told: tuple[Key, Any]) -> str:
    """A file with these settings, and with what else a site needs."""
    values: dict[str, Any] = {"site_name": "Rencana", "site_url": "https://a.example/"}
    for key, value in told:
        holder = values
        for name in key[:-1]:
            holder[name] = holder[name] if isinstance(holder.get(name), dict) else {}
            holder = holder[name]
        holder[key[-1]] = value
    with (base / "mkdocs.yml").open("w", encoding="utf-8") as file:
        YAML(typ="safe", pure=True).dump(values, file)
    return (base / "mkdocs.yml").read_text(encoding="utf-8")


def told(base: Path) -> list[Problem]:
    """What is told of a file, each at a line that is in it."""
    problems = judged(base)
    lines = (base / "mkdocs.yml").read_text(encoding="utf-8", errors="replace").splitlines()
    for problem in problems:
        assert problem.place.path == "mkdocs.yml"
        assert 1 <= problem.place.line <= max(1, len(lines))
        for code in ("id", "en"):
            assert not PUBLISHER.search(language(code).word(problem.message)), problem
        language("id").word(problem.message).encode()
    return problems


def published(base: Path) -> str:
    work = base / "work"
    (work / "docs").mkdir(parents=True)
    (work / "docs/index.md").write_text("## Judul {#satu}\n\n| a |\n|---|\n| b |\n", encoding="utf-8")
    return (publish("mkdocs", configuration(base), work) / "index.html").read_text(encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("key", KNOWN, ids=".".join)
def test_every_odd_value_of_a_known_key_is_told_by_its_name_or_taken(tmp_path: Path, key: Key) -> None:
    for odd in ODD:
        written(tmp_path, (key, odd))
        problems = told(tmp_path)
        errors = [each for each in problems if each.severity is Severity.ERROR]
        for error in errors:
            # What no file may hold is told of its line, whatever stands there.
            assert error.code == "karakter-terlarang" or key[0] in language("id").word(error.message)
            assert error.place.line > 0
        if not errors:
            configuration(tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("odd", [each for each in ODD if each not in ("", " ", "\t", [])], ids=repr)
def test_what_is_taken_can_be_published(tmp_path: Path, odd: object) -> None:
    """Each key that takes the value, all of them in one file."""
    taken: list[tuple[Key, Any]] = []
    for key in KNOWN:
        written(tmp_path, (key, odd))
        if not any(each.severity is Severity.ERROR for each in judged(tmp_path)):
            taken.append((key, odd))
    written(tmp_path, *taken)
    if not any(each.severity is Severity.ERROR for each in told(tmp_path)):  # such as two that do not go together
        assert 'id="satu"' in published(tmp_path)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30) | st.sampled_from(ODD),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
UNKNOWN: tuple[Key, ...] = (("site_nme",), ("extra", "versi"), ("markdown_extensions", "toc", "baselevel"))
KEYS = st.sampled_from([*KNOWN, *IGNORED, *UNKNOWN])
LINES = (
    *(*SETTINGS.splitlines(), "extra:", "  portal: 5", "  - a", "? [a]", ": b", "<<: 5", "a: &a [*a]", "b: *a", "[[[["),
    *('c: "\\uD800"', "d: !!int x", "e: !!bool q", "f: !!float ''", "%YAML 9", "---", "...", "{", "]", "'", "\t"),
    *("!!map 5", "g: !!timestamp x", "h: !<tag:x> {}", "i: !!null x", "? !!int x\n: y", "<<<<<<< HEAD", "a: b: c"),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(KEYS, VALUES), max_size=4))
def test_no_settings_end_in_anything_but_words(tmp_path: Path, chosen: list[tuple[Key, Any]]) -> None:
    written(tmp_path, *chosen)
    if not any(each.severity is Severity.ERROR for each in told(tmp_path)):
        configuration(tmp_path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(LINES), max_size=6).map("\n".join) | st.binary(max_size=60))
def test_no_file_ends_in_anything_but_words(tmp_path: Path, file: str | bytes) -> None:
    (tmp_path / "mkdocs.yml").write_bytes(file if isinstance(file, bytes) else file.encode())
    told(tmp_path)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('site_name: "\\uD800x"\n', [":1: teks ini memuat setengah karakter"]),
        ('extra:\n  catatan: "a\\uDC00"\n', [":2: teks ini memuat setengah karakter"]),
        ('extra:\n  "a\\uDC00": 1\n', [":2: teks ini memuat setengah karakter"]),
        ('site_name: "a\\0b"\n', [":1: ada karakter kendali"]),
        ("site_name: A\u202eB\n", [":1: ada karakter tak terlihat yang membalik arah tulisan"]),
        ("site_name: true\n", [":1: `site_name` harus teks satu baris yang tidak kosong"]),
        ("site_name: ' '\n", [":1: `site_name` harus teks satu baris yang tidak kosong"]),
        ("extra:\n  portal: 5\n", [":2: `extra.portal` harus daftar halaman"]),
        ("extra: {zona_waktu: localtime}\n", [":1: `extra.zona_waktu` harus WIB, WITA, WIT"]),
        ("site_name: A\nsite_name: B\n", [":2: kunci `site_name` ditulis dua kali"]),
        (
            "site_name: [a]\ntheme:\n  logo: {}\nextra: {forge: x}\n",
            [":1: `site_name` harus", ":3: `theme.logo` harus", ":4: `extra.forge` harus salah satu dari github"],
        ),
        ("markdown_extensions:\n  - toc:\n      depth: 3\n", [":3: `markdown_extensions.toc.depth` diabaikan"]),
        ("markdown_extensions:\n  - toc: {baselevel: x}\n", [":2: `markdown_extensions.toc.baselevel` diabaikan"]),
        ("markdown_extensions: [tables: {use_align_attribute: q}]\n", [":1: `markdown_extensions.tables.use_align"]),
        ("markdown_extensions:\n  - attr_list: {foo: 1}\n", [":2: `markdown_extensions.attr_list.foo` diabaikan"]),
        ("theme: {name: {a: 1}}\n", [":1: `theme.name` harus teks"]),
        ("theme: [a]\n", [":1: `theme` harus nama atau kelompok"]),
        ("theme: tidakada\n", [":1: `theme.name` diabaikan: kerangka halaman ini dibuat untuk `material`"]),
        (
            "extra:\n  zona_wktu: WIT\n",
            [":2: `extra.zona_wktu` diabaikan: tidak dikenal; mungkin maksud"],
        ),
        ("site_nme: A\n", [":1: `site_nme` diabaikan: tidak dikenal; mungkin maksudnya `site_name`"]),
        ("strict: true\n", [":1: `strict` diabaikan: hanya berlaku bagi `mkdocs build`"]),
        (
            "extra:\n  portal: [{title: A, address: 'https://a.example/'}]\n",
            [":2: `extra.portal`: `https://a.example/"],
        ),
        ("extra: {social: [{link: 'javascript:alert(1)'}]}\n", [":1: `extra.social`: `javascript:alert(1)` tidak"]),
        ("repo_url: ../repo\n", [":1: `repo_url`: `../repo` tidak ditautkan; tulis alamat repositori"]),
        ("site_name:\ntheme:\nextra:\n", []),
        ("docs_dir: a\nvalidation: {}\nplugins: []\n", []),
    ],
)
def test_each_is_told_at_its_line(tmp_path: Path, text: str, words: list[str]) -> None:
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    said = [f":{each.place.line}: {language('id').word(each.message)}" for each in told(tmp_path)]
    assert [line[: len(start)] for line, start in zip(said, words, strict=True)] == words


def test_an_emoji_in_two_escapes_is_a_character(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text('site_name: "a\\ud83d\\ude00"\n', encoding="utf-8")
    assert configuration(tmp_path).name == "a😀"
    assert "a😀" in published(tmp_path)


def test_what_is_left_empty_is_that_of_the_package(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name:\nextra:\n  portal:\n", encoding="utf-8")
    page = published(tmp_path)
    assert "Rencana Induk e-Government" in page
    assert 'href="lembaga/"' in page


def test_the_frame_of_ones_own_may_use_any_of_extra(tmp_path: Path) -> None:
    (tmp_path / "site_templates/theme").mkdir(parents=True)
    (tmp_path / "site_templates/theme/main.html").touch()
    (tmp_path / "mkdocs.yml").write_text("extra: {versi: 3, analytics: {provider: x}}\n", encoding="utf-8")
    assert [language("id").word(each.message).split(":")[0] for each in judged(tmp_path)] == [
        "`extra.analytics` diabaikan"
    ]


@pytest.mark.parametrize("code", ["pengaturan-salah", "pengaturan-diabaikan"])
def test_the_examples_of_a_code_are_what_its_page_says(tmp_path: Path, code: str) -> None:
    page = explanation(code)
    assert page
    wrong, right = re.findall(r"```yaml\n(.*?)```", page.text, re.DOTALL)
    for text, expected in ((wrong, {code}), (right, set())):
        (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
        assert {problem.code for problem in judged(tmp_path)} == expected


@pytest.mark.parametrize("line", ["kunci_{}: 1", "site_name: A  # {}", '"a{}\\uD800": 1'])
def test_a_file_of_nothing_but_mistakes_is_told_in_part(tmp_path: Path, line: str) -> None:
    (tmp_path / "mkdocs.yml").write_text("\n".join(map(line.format, range(2_000))), encoding="utf-8")
    assert len(judged(tmp_path)) == 50


def test_a_file_of_the_other_name_that_publishers_know_is_told(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yaml").write_text("site_name: A\n", encoding="utf-8")
    (problem,) = judged(tmp_path)
    assert (problem.place.path, problem.severity) == ("mkdocs.yaml", Severity.WARNING)
    (tmp_path / "mkdocs.yml").write_text("site_name: A\n", encoding="utf-8")
    assert judged(tmp_path) == []


def test_a_folder_of_the_frame_that_is_none_and_a_value_with_a_tag_are_told(tmp_path: Path) -> None:
    def said(settings: str) -> list[str]:
        (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
        return [language("id").word(each.message) for each in judged(tmp_path)]

    assert said("theme: {custom_dir: site_templates/theme}") == []
    assert said("theme: {custom_dir: site_templates/nix}") == [
        "`theme.custom_dir`: `site_templates/nix` bukan folder yang ada"
    ]
    (tmp_path / "site_templates").mkdir()
    (tmp_path / "site_templates/theme").touch()
    assert said("theme: {custom_dir: site_templates/theme}") == [
        "`theme.custom_dir`: `site_templates/theme` bukan folder yang ada"
    ]
    for value in ("!ENV HOME", "!!python/name:os.system", "!x {a: b}", "!!binary YQ=="):
        (one,) = said(f"site_name: {value}")
        assert one.startswith(f"`site_name` diabaikan: isian bertanda `{value.split()[0]}` tidak dibaca")
    (one,) = said("extra: !x {branch: lain}")
    assert one.startswith("`extra` diabaikan")
    assert said("site_name: !!str 5\ncopyright: null") == []


def test_templates_that_cannot_be_used_are_told_each_at_its_line(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: A\n", encoding="utf-8")
    texts = {
        "portal/portal.md.j2": "\n{% if %}",
        "partials/a.j2": "{% trans %}Lembaga{% endtrans %}{{ 3 | rp }}{{ 3 | tidak_ada }}{% if 3 is aneh %}{% endif %}",
        "theme/main.html": "{{ 'a' | url }}{{ 'a' | script_tag }}{% trans %}a{% endtrans %}\n{% macro %}",
        "theme/sitemap.xml": "{% for %}",
        "theme/assets/a.svg": "{% if %}",
        "theme/404.html": "{% extends 'main.html' %}" + "(" * 3 + "{{ " + "(" * 2_000 + " }}",
    }
    for name, text in texts.items():
        (tmp_path / "site_templates" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site_templates" / name).write_text(text, encoding="utf-8")
    cache = Cache(tmp_path / "singgahan")
    for _ in range(2):
        found = [(each.place.path.removeprefix("site_templates/"), each.place.line) for each in judged(tmp_path, cache)]
        assert sorted(found) == [
            ("partials/a.j2", 1),
            ("partials/a.j2", 1),
            ("portal/portal.md.j2", 2),
            ("theme/404.html", 1),
            ("theme/main.html", 2),
            ("theme/sitemap.xml", 1),
        ]


def test_the_templates_of_the_package_are_well() -> None:
    assert [each for each in judged(Path(__file__).parents[3]) if each.place.path.startswith("site_templates/")] == []
