"""A site is put in the place of the last one, and nothing of anybody else's is lost with that."""

from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from generator.build.building import BuildOptions
from generator.build.ownership import MARKER, OutputRefused, mark_as_ours
from generator.cli.making import making
from generator.locale import language, say
from generator.model.address import PlanAddress
from generator.pages import addresses
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


@pytest.mark.parametrize("is_committed", [True, False])
def test_a_pdf_that_the_repository_holds_takes_the_place_of_none(
    workshop: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *, is_committed: bool
) -> None:
    """Who proposes something may have put it there. Each plan that could not be printed is told."""
    plans = [PlanAddress("sagara", period) for period in ("2020-2024", "2025-2029")]
    output, site = workshop.folder / "build/site", tmp_path / "situs"
    for plan in plans:
        for part in ("", "cetak/"):
            page = site / addresses.plan(plan, part) / "index.html"
            page.parent.mkdir(parents=True)
            page.write_text("<p>a", encoding="utf-8")
    workshop.commit({"plans/LAIN": "x\n"})
    last = output / addresses.pdf(plans[0])
    last.parent.mkdir(parents=True)
    last.write_bytes(b"%PDF-1.4 lain")
    if is_committed:
        workshop.git("add", "-f", "build")
        workshop.git("commit", "-qm", "Usul")
    monkeypatch.setattr(sites, "print_plans", lambda *_: dict.fromkeys(plans, say("sebabnya")))
    what = SimpleNamespace(making=making(workshop.folder / "plans", date(2026, 11, 24), tmp_path / "cache"), brought=())
    told = sites._print(tmp_path, site, cast(Any, what), tmp_path, output, BuildOptions())
    assert (site / addresses.pdf(plans[0])).exists() is not is_committed
    assert told["sagara"].count("sebabnya") == 2
