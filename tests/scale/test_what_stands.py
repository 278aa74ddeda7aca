"""Git alone says what stands in for a plan that an error holds back: a cache or an earlier site changes no byte."""

import re
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator.build.building import BuildOptions, Built
from generator.cli import main

from ..unit.conftest import SMALL_PLAN, Workshop  # noqa: TID252
from .conftest import BANNER, build, contents, with_banner

Values = dict[str, Any]
CONFLICT = "\n<<<<<<< HEAD\n"


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    folder = tmp_path / "repository"
    folder.mkdir()
    return Workshop(folder)


def plan(name: str = "Kabupaten Bantul", code: str = "34.02", first: int = 2025, last: int = 2029) -> Values:
    values = deepcopy(SMALL_PLAN)
    values["lembaga"] |= {"nama": name, "kode": code, "skema_kode": "kemendagri"}
    values["rencana"] |= {"contoh": False, "periode": {"mulai": first, "selesai": last}}
    return values


def old_plan() -> Values:
    """Of the period before."""
    values = plan(first=2020, last=2024)
    values |= {"layanan": [], "peraturan": [], "indikator_kinerja": []}
    times = {"mulai": "2021-T1", "selesai": "2022-T4", "menutup": [], "anggaran": [], "kemajuan": []}
    values["kegiatan"] = [values["kegiatan"][0] | times]
    values["kesenjangan"] = [{"id": "G-1", "uraian": "Belum daring."}]
    values["tahap_pengembangan"]["tahapan"] = [{"tahap": "persiapan", "mulai": "2020-T1", "selesai": "2024-T4"}]
    return values


class Publisher:
    """Publishes a repository time after time, with the cache and the site of the last time."""

    def __init__(self, folder: Path) -> None:
        self.folder, self._at = folder, folder.parent
        self.built: Built

    def publish(self) -> dict[str, bytes]:
        """The site, which is the same where nothing is left of the last one."""
        site, cache = self._at / "situs", self._at / "singgahan"
        self.built = build(self.folder, site, cache)
        known = contents(site)
        fresh = self._at / f"baru-{len(list(self._at.iterdir()))}"
        build(self.folder, fresh / "situs", fresh / "singgahan")
        assert contents(fresh / "situs") == known
        return known

    @property
    def stale(self) -> dict[str, str]:
        return {slug: one.day.isoformat() for slug, one in self.built.stale.items()}


@pytest.fixture
def publisher(workshop: Workshop) -> Publisher:
    return Publisher(workshop.folder)


def text_of(site: dict[str, bytes], address: str) -> str:
    return re.sub("<[^>]*>", " ", site[f"{address}/index.html"].decode())


def told_of(site: dict[str, bytes]) -> list[str]:
    """The plans that the national table counts."""
    lines = site["data/lembaga.csv"].decode("utf-8-sig").splitlines()
    at = [lines[0].split(",").index(column) for column in ("lembaga", "periode")]
    return ["/".join(line.split(",")[each] for each in at) for line in lines[1:]]


@pytest.mark.parametrize("before", [False, True])
def test_a_period_that_is_prolonged_with_an_error_leaves_the_plan_at_its_new_address(
    workshop: Workshop, publisher: Publisher, before: bool
) -> None:
    older = {"plans/bantul/2020-2024.yaml": old_plan()} if before else {}
    workshop.commit({"plans/bantul/2025-2029.yaml": plan(), **older}, day="2026-03-01")
    publisher.publish()
    longer = {"plans/bantul/2025-2029.yaml": None, "plans/bantul/2025-2030.yaml": plan(last=2030) | {"salah": 1}}
    workshop.commit(longer, day="2026-05-01")
    site = publisher.publish()
    assert publisher.stale == {"bantul": "2026-03-01"}
    assert told_of(site) == ["bantul/2025-2030"]
    assert with_banner(workshop.folder.parent / "situs", "bantul/2025-2030")
    assert "pindah alamat" in text_of(site, "bantul/2025-2029")
    assert ("bantul/2020-2024/index.html" in site) == before


def test_addresses_that_a_plan_left_lead_on_while_an_earlier_version_stands_in(
    workshop: Workshop, publisher: Publisher
) -> None:
    values = plan()
    workshop.commit({"plans/bantul/2025-2029.yaml": values, "plans/bantul/2020-2024.yaml": old_plan()})
    values["rencana"]["periode"]["selesai"] = 2030
    moved = {"plans/bantul/2025-2029.yaml": None, "plans/bantul/2025-2030.yaml": values}
    workshop.commit({**moved, "plans/bantul/2020-2024.yaml": None}, day="2026-03-01")
    before = publisher.publish()
    assert "bantul/2025-2029/riwayat/atom.xml" in before
    workshop.commit({"plans/bantul/2025-2030.yaml": CONFLICT}, day="2026-04-01")
    site = publisher.publish()
    assert publisher.stale == {"bantul": "2026-03-01"}
    assert before.keys() == site.keys()
    assert "pindah alamat" in text_of(site, "bantul/2025-2029/anggaran")
    assert "Tidak lagi diterbitkan" in text_of(site, "bantul/2020-2024")


def test_an_old_folder_that_comes_back_is_not_published_a_second_time(workshop: Workshop, publisher: Publisher) -> None:
    first = workshop.commit({"plans/kab-bantul/2025-2029.yaml": plan()}, day="2026-03-01")
    publisher.publish()
    workshop.git("mv", "plans/kab-bantul", "plans/bantul")
    workshop.commit({}, day="2026-03-02")
    led_on = publisher.publish()
    workshop.git("checkout", "--quiet", first, "--", "plans/kab-bantul")
    workshop.commit({}, day="2026-03-03")
    site = publisher.publish()
    assert publisher.built.country.held_back == {"kab-bantul/2025-2029"}
    assert (publisher.stale, told_of(site)) == ({}, ["bantul/2025-2029"])
    for address in ("kab-bantul", "kab-bantul/2025-2029", "kab-bantul/2025-2029/anggaran"):
        assert site[f"{address}/index.html"] == led_on[f"{address}/index.html"]


def test_what_was_taken_down_is_not_shown_again_for_an_error_of_what_comes_after(
    workshop: Workshop, publisher: Publisher
) -> None:
    values = plan()
    values["kesenjangan"][1]["uraian"] = "Menunggu orang yang sakit jantung."
    file = "plans/bantul/2025-2029.yaml"
    other = {"plans/sleman/2025-2029.yaml": plan("Kabupaten Sleman", "34.04")}
    workshop.commit({file: values, **other}, day="2026-03-01")
    assert any(b"sakit jantung" in content for content in publisher.publish().values())
    workshop.commit({file: None}, day="2026-03-02")
    gone = publisher.publish()
    workshop.commit({file: CONFLICT}, day="2026-03-03")
    site = publisher.publish()
    assert (publisher.stale, told_of(site)) == ({}, ["sleman/2025-2029"])
    assert not any(b"sakit jantung" in content for content in site.values())
    assert site["bantul/2025-2029/index.html"] == gone["bantul/2025-2029/index.html"]
    workshop.commit({file: plan()}, day="2026-03-04")
    workshop.commit({file: CONFLICT}, day="2026-03-05")
    site = publisher.publish()
    assert publisher.stale == {"bantul": "2026-03-04"}, "what came since is"
    assert not any(b"sakit jantung" in content for content in site.values())


def test_a_plan_without_an_error_is_shown_as_it_is_today_beside_one_that_stands_in(
    workshop: Workshop, publisher: Publisher
) -> None:
    """No commit is named at which the two did not stand so: its lines would be others."""
    old, new = "plans/bantul/2020-2024.yaml", "plans/bantul/2025-2029.yaml"
    good = workshop.commit({old: old_plan(), new: plan()}, day="2026-03-01")
    broken = workshop.commit({new: CONFLICT}, day="2026-03-02")
    site = publisher.publish()
    assert good[:12] in text_of(site, "bantul/2025-2029")
    later = old_plan()
    later["kesenjangan"][0]["uraian"] = "Sudah daring."
    newest = workshop.commit({old: later}, day="2026-03-03")
    site = publisher.publish()
    assert publisher.stale == {"bantul": "2026-03-01"}
    assert any(b"Sudah daring." in content for name, content in site.items() if name.startswith("bantul/2020-2024"))
    assert not any(commit[:12] in text_of(site, "bantul/2025-2029") for commit in (good, broken, newest))
    pages = {name: BANNER in page for name, page in site.items() if re.match("bantul/2.*html$", name)}
    assert {is_told for name, is_told in pages.items() if name.startswith("bantul/2020")} == {False}
    assert {is_told for name, is_told in pages.items() if name.startswith("bantul/2025")} == {True}


@pytest.mark.parametrize("is_known", [True, False])
def test_a_folder_that_cannot_be_opened_keeps_its_pages(
    workshop: Workshop, publisher: Publisher, is_known: bool
) -> None:
    folder = workshop.folder / "plans/bantul"
    workshop.commit({"plans/bantul/2025-2029.yaml": plan()}, day="2026-03-01")
    if not is_known:
        workshop.git("update-ref", "-d", "HEAD")
    before = build(workshop.folder, workshop.folder.parent / "situs", workshop.folder.parent / "singgahan")
    assert not before.stale
    folder.rename(folder.with_name(".bantul"))
    folder.symlink_to("nowhere")
    if is_known:
        publisher.publish()
        assert publisher.stale == {"bantul": "2026-03-01"}
    else:
        earlier = BuildOptions(previous=workshop.folder.parent / "situs")
        built = build(workshop.folder, workshop.folder.parent / "lain", workshop.folder.parent / "kosong", earlier)
        assert list(built.stale) == ["bantul"]


@pytest.mark.parametrize("is_known", [True, False])
@pytest.mark.parametrize("trouble", ["error", "shut"])
def test_pages_in_markdown_of_an_institution_stay_too(workshop: Workshop, is_known: bool, trouble: str) -> None:
    plans, docs = workshop.folder / "plans", workshop.folder.parent / "docs"
    files = {f"plans/{slug}/2025-2029.yaml": plan() for slug in ("bantul",)}
    files |= {"plans/sleman/2025-2029.yaml": plan("Kabupaten Sleman", "34.04")}
    for name, content in files.items():
        workshop.write(name, content)
    if is_known:
        workshop.commit({}, day="2026-03-01")

    def written() -> tuple[str, dict[str, bytes]]:
        told = CliRunner().invoke(main, ["pages", str(docs), "--plans", str(plans), "--as-of", "2026-11-20"])
        return told.output, {name: content for name, content in contents(docs).items() if name.startswith("bantul/")}

    _, before = written()
    if trouble == "error":
        workshop.write("plans/bantul/2025-2029.yaml", CONFLICT)
    else:
        (plans / "bantul").rename(plans / ".bantul")
        (plans / "bantul").symlink_to("nowhere")
    told, after = written()
    assert before.keys() == after.keys()
    if is_known:
        assert "bantul: tampil dengan halaman per 2026-03-01" in told
        assert all(b"\nstale:" in page for name, page in after.items() if name.endswith(".md"))
        assert b"bantul/2025-2029" in (docs / "lembaga/index.md").read_bytes()
    else:
        assert "bantul: halaman yang sudah ada tetap dipakai" in told
        assert before == after
