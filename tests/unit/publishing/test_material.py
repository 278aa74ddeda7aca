"""What people know from Material works on the public frame, or is told in one line; nothing comes from elsewhere."""

import json
from pathlib import Path

import pytest

from generator.locale import language
from generator.publishing.configuration import configuration
from generator.publishing.judging import notes
from generator.publishing.material import overrides
from generator.publishing.publisher import publish
from generator.publishing.unusable import Unusable, placed


def told(base: Path, settings: str) -> list[str]:
    (base / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return [language().word(each) for each in map(placed, notes(base))]


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ("theme: {palette: {primary: teal}}", ["`theme.palette` diabaikan", "--accent: …; --accent-deep: … }`"]),
        ("theme: {features: [navigation.tabs]}", ["`theme.features` diabaikan"]),
        ("theme: {font: {text: Roboto}}", ["`theme.font` diabaikan"]),
        ("extra: {analytics: {provider: google}}", ["`extra.analytics` diabaikan: ditolak"]),
        ("extra_css: [gaya.css]", ["`gaya.css` tidak ada dalam site_files/"]),
        ("extra_javascript: [{path: //cdn.example/x.js}]", ["`//cdn.example/x.js` ada di situs lain"]),
        ("theme: {logo: https://x.example/l.svg}", ["`theme.logo`: `https://x.example/l.svg` ada di situs lain"]),
        ("theme: {favicon: assets/img/favicon.svg, font: false}", []),
        ("site_name: A", []),
        ("markdown_extensions: [admonition, {toc: {permalink: x}}]", ["`markdown_extensions.admonition` diabaikan"]),
        ("hooks: [a.py]", ["`hooks` diabaikan: pengaturan sebuah repositori tidak menjalankan program"]),
        ("theme: material", []),
    ],
)
def test_what_does_nothing_is_told_in_one_line(tmp_path: Path, settings: str, words: list[str]) -> None:
    lines = told(tmp_path, settings)
    assert len(lines) == min(1, len(words))
    assert all(word in line for line in lines for word in words)


def test_the_package_s_own_settings_are_not_told(tmp_path: Path) -> None:
    assert list(notes(tmp_path)) == []


def test_files_in_site_files_are_there(tmp_path: Path) -> None:
    (tmp_path / "site_files").mkdir()
    (tmp_path / "site_files/gaya.css").touch()
    assert told(tmp_path, "extra_css: [gaya.css]") == []


def test_the_frame_shows_them(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(
        'site_name: A\ncopyright: "&copy; 2026 <b>Sagara</b><script>x</script>"\n'
        "theme: {name: material, logo: logo.svg, favicon: ikon.png}\n"
        "extra_css: [gaya.css, https://x.example/y.css]\nextra_javascript: [kita.js, https://x.example/y.js]\n"
        "extra:\n  social:\n    - {icon: x, link: https://sosial.example/sagara, name: Sagara di Sosial}\n"
        "    - {icon: x, link: 'javascript:alert(1)'}\n",
        encoding="utf-8",
    )
    own = configuration(tmp_path)
    assert overrides(own)["copyright"] == "© 2026 Sagara"
    work = tmp_path / "kerja"
    (work / "docs").mkdir(parents=True)
    (work / "docs/index.md").write_text("Halo", encoding="utf-8")
    page = (publish("mkdocs", own, work) / "index.html").read_text(encoding="utf-8")
    assert '<img src="logo.svg" alt="" height="28">' in page
    assert '<link rel="icon" href="ikon.png">' in page
    assert '<link rel="stylesheet" href="gaya.css">' in page
    assert 'src="kita.js"' in page
    assert "x.example" not in page
    assert '<a rel="me" href="https://sosial.example/sagara">Sagara di Sosial</a>' in page
    assert "javascript:" not in page
    assert "<p>© 2026 Sagara</p>" in page


ELSEWHERE = [
    *(
        "javascript:alert(1)",
        "data:text/css,x",
        "https:x.example/a",
        " //x.example/a",
        "/\\\\x.example/a",
        "\\\\\\\\x.example/a",
    ),
    *(
        "\\t//x.example/a",
        'x.css\\"><meta http-equiv=refresh content=0;url=a>',
        "x'y",
        "{{{{ 7*7 }}}}",
        "HTTPS://x.example/a",
    ),
]


@pytest.mark.parametrize("address", ELSEWHERE)
@pytest.mark.parametrize(
    "setting", ["extra_css: [{0}]", "extra_javascript: [{0}]", "extra_javascript: [path: {0}]", "theme: {{logo: {0}}}"]
)
def test_an_address_that_leaves_the_site_or_its_attribute_is_not_written(
    tmp_path: Path, setting: str, address: str
) -> None:
    base = tmp_path / "mkdocs.yml"
    base.write_text("site_name: A\n" + setting.format(json.dumps(address)), encoding="utf-8")
    changed = overrides(configuration(tmp_path))
    assert changed in ({"extra_css": []}, {"extra_javascript": []}, {"theme": {"logo": ""}})


def test_an_address_with_a_sign_that_browsers_drop_is_no_line(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text('site_name: A\nextra_css: ["/\\t/x.example/a"]', encoding="utf-8")
    with pytest.raises(Unusable, match="`extra_css` harus daftar nama berkas"):
        configuration(tmp_path)
