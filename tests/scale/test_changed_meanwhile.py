"""What somebody saves while a build runs is on no page of it, or on the next site too: nothing passing is kept."""

import shutil
from pathlib import Path

from generator.build.building import BuildOptions

from .conftest import build, contents

PACKAGE = Path(__file__).parents[2]
EVERY_PAGE = ("plan/ringkasan.md.j2", "portal/metode.md.j2", "theme/main.html")


def test_what_is_saved_while_a_build_runs_is_not_kept(own_corpus: Path, tmp_path: Path) -> None:
    """Settings are saved and stay; templates and a file beside the pages are saved and taken back."""
    settings, templates, own = own_corpus / "mkdocs.yml", own_corpus / "site_templates", own_corpus / "site_files/CNAME"
    shutil.copytree(PACKAGE / "site_templates", templates)
    own.parent.mkdir()
    own.write_text("benar.example")
    said = (PACKAGE / "mkdocs.yml").read_text(encoding="utf-8")
    settings.write_text(f"{said}\ncopyright: Sebelum\n", encoding="utf-8")
    kept = {name: (templates / name).read_text(encoding="utf-8") for name in EVERY_PAGE}
    seen: list[str] = []

    def meanwhile(stage: str, done: int, total: int) -> None:
        if not seen:
            settings.write_text(f"{said}\ncopyright: Sesudah\n", encoding="utf-8")
            for name, text in kept.items():
                (templates / name).write_text(f"{text}\nSEMENTARA\n", encoding="utf-8")
        if stage == "finish":
            own.write_text("SEMENTARA")
        seen.append(stage)

    build(own_corpus, tmp_path / "site", tmp_path / "cache", BuildOptions(progress=meanwhile))
    for name, text in kept.items():
        (templates / name).write_text(text, encoding="utf-8")
    own.write_text("benar.example")
    first = contents(tmp_path / "site")
    assert first["CNAME"] == b"SEMENTARA"
    assert not [path for path, told in first.items() if b"SEMENTARA" in told and path != "CNAME"]
    assert b"Sebelum" in first["index.html"]

    build(own_corpus, tmp_path / "site", tmp_path / "cache")
    build(own_corpus, tmp_path / "anew", tmp_path / "other cache")
    assert contents(tmp_path / "site") == contents(tmp_path / "anew")
    assert b"Sesudah" in contents(tmp_path / "site")["index.html"]
