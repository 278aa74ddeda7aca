"""A site is put in the place of the last one, and nothing of anybody else's is lost with that."""

from datetime import date
from pathlib import Path

import pytest

from generator.build.ownership import MARKER, OutputRefused, mark_as_ours
from generator.cli.making import making
from generator.locale import language
from generator.pipeline import sites


@pytest.mark.parametrize("name", ["CNAME", "index.html"])
def test_what_somebody_does_in_the_site_while_it_is_replaced_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (root := tmp_path / "plans").mkdir()
    output, finished = tmp_path / "build" / "site", tmp_path / "build" / "bengkel" / "site"
    for folder, text in (output, "lama"), (finished, "situs baru"):
        folder.mkdir(parents=True)
        (folder / "index.html").write_text(text, encoding="utf-8")
    mark_as_ours(output)
    given, look = making(root, date(2026, 11, 24), tmp_path / "cache"), sites.refuse_what_is_not_ours

    def looks(*asked: object) -> None:
        look(output, root, given)
        (output / name).write_text("milik saya", encoding="utf-8")

    monkeypatch.setattr(sites, "refuse_what_is_not_ours", looks)
    if name == "CNAME":
        sites._put_in_place(finished, root, given, output)
        assert (output / name).read_text(encoding="utf-8") == "milik saya"
        with pytest.raises(OutputRefused):
            look(output, root, given)
    else:
        with pytest.raises(OutputRefused) as told:
            sites._put_in_place(finished, root, given, output)
        (kept,) = output.parent.glob("site.lama-*")
        assert (kept / name).read_text(encoding="utf-8") == "milik saya"
        assert str(kept) in language().word(told.value.help)
        look(output, root, given)
    assert (output / "index.html").read_text(encoding="utf-8") == "situs baru"
    assert (output / MARKER).is_file()
