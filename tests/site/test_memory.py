"""What the commands remember and say of a site, run as its publisher would."""

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator.cli import main

from ..unit.conftest import SMALL_PLAN, Workshop  # noqa: TID252

Values = dict[str, Any]
FILE = "plans/sagara/2025-2029.yaml"
DAY = ["--as-of", "2026-11-20", "--no-cache"]


@pytest.fixture
def values() -> Values:
    return deepcopy(SMALL_PLAN)


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    folder = tmp_path / "repository"
    folder.mkdir()
    return Workshop(folder)


def build(folder: Path, *more: str) -> Result:
    made = ["build", "--plans", str(folder / "plans"), "--output", str(folder.parent / "situs"), *DAY, *more]
    return CliRunner().invoke(main, made, env={"GITHUB_ACTIONS": "", "GITLAB_CI": ""})


def page(folder: Path, address: str) -> str:
    return (folder.parent / "situs" / address / "index.html").read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_plan_that_moved_and_one_that_was_taken_down_keep_their_addresses(workshop: Workshop, values: Values) -> None:
    other = {**values, "lembaga": values["lembaga"] | {"kode": "99.02", "nama": "Kabupaten Lain"}}
    workshop.commit({"plans/kab-sagara/2025-2029.yaml": values, "plans/lain/2025-2029.yaml": other}, day="2026-01-01")
    values["kegiatan"][0]["selesai"] = "2028-T4"
    moved = workshop.commit({"plans/kab-sagara/2025-2029.yaml": None, FILE: values}, day="2026-02-01")
    taken = workshop.commit(
        {"plans/lain/2025-2029.yaml": None, "mkdocs.yml": "site_url: https://a.example/"}, day="2026-03-01"
    )
    done = build(workshop.folder)
    assert done.exit_code == 0, done.output
    assert "jadwal selesai 1 kegiatan digeser" in page(workshop.folder, "sagara/2025-2029/riwayat")
    old = page(workshop.folder, "kab-sagara/2025-2029/anggaran")
    assert 'content="0; url=../../../sagara/2025-2029/anggaran/"' in old
    assert moved[:12] in old
    assert 'rel="canonical"' not in old
    assert "../sagara/" in page(workshop.folder, "kab-sagara")
    assert 'content="0; url=../../../../sagara/2025-2029/sematan/anggaran/"' in page(
        workshop.folder, "kab-sagara/2025-2029/sematan/anggaran"
    )
    assert "<code>/kab-sagara/2025-2029/</code>" in page(workshop.folder, "kab-sagara/2025-2029")
    for address in (
        "lain",
        "lain/2025-2029",
        "lain/2025-2029/rencana-implementasi",
        "lain/2025-2029/sematan/ringkasan",
    ):
        gone = page(workshop.folder, address)
        assert "Kabupaten Lain tidak lagi menerbitkan" in gone
        assert "1 Maret 2026" in gone
        assert taken[:12] in gone
    assert "tidak lagi diterbitkan: 2 kegiatan" in page(workshop.folder, "perubahan")
    site = workshop.folder.parent / "situs"
    assert "tidak lagi diterbitkan" in (site / "perubahan/atom.xml").read_text(encoding="utf-8")
    assert "tidak lagi diterbitkan" in (site / "lain/2025-2029/riwayat/atom.xml").read_text(encoding="utf-8")
    assert "selesai diundur" in (site / "kab-sagara/2025-2029/riwayat/atom.xml").read_text(encoding="utf-8")
    assert (site / "_redirects").read_text(encoding="utf-8").splitlines() == [
        "/kab-sagara/ /sagara/ 301",
        "/kab-sagara/2025-2029/* /sagara/2025-2029/:splat 301",
    ]
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert "https://a.example/sagara/2025-2029/" in sitemap
    assert "lain/" not in sitemap.replace("kelainan", "")
    assert "kab-sagara" not in sitemap


@pytest.mark.slow
def test_without_an_address_nothing_is_invented_and_the_command_says_so_once(
    workshop: Workshop, values: Values
) -> None:
    workshop.commit({FILE: values})
    done = build(workshop.folder)
    assert done.output.count("site_url belum diisi") == 1
    site = workshop.folder.parent / "situs"
    assert not (site / "sitemap.xml").exists()
    assert "Sitemap" not in (site / "robots.txt").read_text(encoding="utf-8")
    for path in [*site.rglob("*.html"), *site.rglob("*.xml")]:
        text = path.read_text(encoding="utf-8")
        if "panduan/" in path.as_posix():
            continue
        assert "rencana.example" not in text, path
        assert "rencana.invalid" not in text, path
        assert 'rel="canonical"' not in text, path
        assert '"url": ""' not in text, path


@pytest.mark.slow
def test_an_institution_in_error_gets_its_last_good_version_from_git(workshop: Workshop, values: Values) -> None:
    good = workshop.commit({FILE: values}, day="2026-03-01")
    workshop.commit({FILE: {**values, "status": "salah"}}, day="2026-03-02")
    workshop.commit({FILE: "rusak: ["}, day="2026-03-03")
    done = build(workshop.folder)
    assert done.exit_code == 1
    assert "sagara: tampil dengan halaman per 2026-03-01" in done.output
    told = page(workshop.folder, "sagara/2025-2029")
    assert "banner--stale" in told
    assert "1 Maret 2026" in told
    assert good[:12] in told


@pytest.mark.slow
def test_who_comes_with_the_code_of_another_takes_no_page_away_and_gets_none(
    workshop: Workshop, values: Values
) -> None:
    values["rencana"]["contoh"] = False
    values["lembaga"] |= {"kode": "K99", "skema_kode": "lkpp", "jenis": "lembaga"}
    copied = {**values, "lembaga": values["lembaga"] | {"nama": "Badan Baru"}}
    workshop.commit({FILE: values})
    workshop.commit({"plans/badan-baru/2025-2029.yaml": copied})
    done = build(workshop.folder)
    assert (done.exit_code, "plans/badan-baru/2025-2029.yaml:1:" in done.output) == (1, True)
    assert "banner--stale" not in page(workshop.folder, "sagara")
    assert not (workshop.folder.parent / "situs/badan-baru").exists()
    assert "Badan Baru" not in page(workshop.folder, "lembaga")


@pytest.mark.slow
def test_a_new_plan_that_never_was_sound_has_no_last_good_version(workshop: Workshop, values: Values) -> None:
    workshop.commit({FILE: "rusak: [", "plans/arunika/2025-2029.yaml": values})
    done = build(workshop.folder)
    assert "tampil dengan halaman" not in done.output
    assert not (workshop.folder.parent / "situs/sagara").exists()


@pytest.mark.slow
def test_a_shallow_clone_is_told(workshop: Workshop, values: Values, tmp_path: Path) -> None:
    workshop.commit({FILE: values})
    workshop.commit({"README.md": "x"})
    workshop.git("clone", "--quiet", "--depth=1", workshop.folder.as_uri(), str(tmp_path / "dangkal/klon"))
    done = build(tmp_path / "dangkal/klon")
    assert done.output.count("git fetch --unshallow") == 1


@pytest.mark.slow
def test_a_delay_is_not_hidden_by_the_next_plan(workshop: Workshop, values: Values) -> None:
    old, activity = deepcopy(values), values["kegiatan"][0]
    old["rencana"]["periode"] = {"mulai": 2020, "selesai": 2024}
    old["tahap_pengembangan"]["tahapan"] = [{"tahap": "persiapan", "mulai": "2020-T1", "selesai": "2024-T4"}]
    del old["kegiatan"][1]
    old["kegiatan"][0] |= {"id": "K-12", "mulai": "2021-T1", "selesai": "2022-T4"}
    old["kegiatan"][0]["anggaran"] = [{"tahun": 2021, "jumlah": 300, "fase": "indikatif"}]
    workshop.commit({"plans/sagara/2020-2024.yaml": old}, day="2020-03-01")
    old["kegiatan"][0]["selesai"] = "2023-T4"
    workshop.commit({"plans/sagara/2020-2024.yaml": old}, "Mundur\n\nAlasan: Lelang gagal.", day="2022-11-01")
    activity |= {"mulai": "2025-T1", "selesai": "2027-T4", "lanjutan_dari": {"rencana": "2020-2024", "id": "K-12"}}
    workshop.commit({FILE: values}, day="2025-01-05")
    done = build(workshop.folder)
    assert done.exit_code == 0, done.output
    site = workshop.folder.parent / "situs"
    history = page(workshop.folder, "sagara/2025-2029/riwayat")
    assert "1 kegiatan melanjutkan kegiatan rencana sebelumnya" in history
    assert "diundur 2 kali, dari T4 2022 ke T4 2027" in history
    assert "jadwal selesai diundur 4 triwulan, dari T4 2022 ke T4 2023 (dalam rencana 2020–2024)" in history
    assert 'href="../../2020-2024/riwayat/#versi-' in history
    assert "Lelang gagal." in history
    assert "melanjutkan K-12 dari rencana 2020–2024" in history
    card = page(workshop.folder, "sagara/2025-2029/rencana-implementasi")
    assert "Pertama dijanjikan dalam rencana 2020–2024 sebagai K-12: selesai T4 2022, Rp300." in card
    slipped = page(workshop.folder, "terlambat").partition("daftar-bergeser")[2]
    assert "T4 2022" in slipped
    assert "rencana 2020–2024" in slipped
    for feed in ("perubahan/atom.xml", "sagara/2025-2029/riwayat/atom.xml"):
        assert "melanjutkan K-12 dari rencana 2020–2024" in (site / feed).read_text(encoding="utf-8")
    activities = (site / "sagara/2025-2029/data/kegiatan.csv").read_text(encoding="utf-8-sig").splitlines()
    first = activities[0].split(",").index("selesai_semula")
    assert "2022-T4" in activities[1].split(",")[first:]
    moves = (site / "sagara/2025-2029/data/perubahan.csv").read_text(encoding="utf-8-sig")
    assert moves.count("(dalam rencana 2020–2024)") == 1
    assert "Rp300 dalam rencana 2020–2024" in moves
