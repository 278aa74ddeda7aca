"""A site's settings come from its own `mkdocs.yml`, whatever else a publisher lets it hold."""

import json
import subprocess
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.locale.zones import WIB
from generator.publishing.configuration import (
    Configuration,
    branch_told,
    configuration,
    new_site_id,
    own_settings,
    zone_of,
)
from generator.reading.past.published_branch import BranchTold
from generator.reading.time_limit import at_most

Configured = Callable[[str], Configuration]


@pytest.fixture
def configured(tmp_path: Path) -> Configured:
    def read(text: str) -> Configuration:
        (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
        return configuration(tmp_path)

    return read


def test_without_a_file_of_its_own_a_folder_has_the_settings_and_templates_of_the_package(tmp_path: Path) -> None:
    found = configuration(tmp_path)
    assert found.file.is_file()
    assert (found.theme / "main.html").is_file()
    assert (found.templates[-1] / "plan" / "ringkasan.md.j2").is_file()
    assert (found.language, found.forge, found.branch, found.repository) == ("id", "github", "main", "")


def test_the_settings_of_the_folder(configured: Configured) -> None:
    found = configured(
        "site_name: Rencana Sagara\nsite_url: https://sagara.example/rencana\nrepo_url: https://forge.example/x\n"
        "theme: {name: material, language: en}\nextra: {forge: gitea, branch: utama}\n"
    )
    site = found.site("0123abcd", "situs/")
    assert (site.name, site.language, site.forge, site.branch) == ("Rencana Sagara", "en", "gitea", "utama")
    assert (site.repository, site.commit, site.prefix) == ("https://forge.example/x", "0123abcd", "situs/")


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True)


def test_nothing_of_a_site_is_invented(tmp_path: Path) -> None:
    found = configuration(tmp_path)
    assert (found.url, found.repository, found.identity) == ("", "", "")


@pytest.mark.parametrize(
    ("remote", "repository", "forge"),
    [
        ("https://github.com/org/repo.git", "https://github.com/org/repo", "github"),
        ("git@github.com:org/repo.git", "https://github.com/org/repo", "github"),
        ("https://user:rahasia@gitlab.com/org/sub/repo.git", "https://gitlab.com/org/sub/repo", "gitlab"),
        ("ssh://git@gitlab.kab.go.id:2222/org/repo.git", "https://gitlab.kab.go.id/org/repo", "gitlab"),
        ("https://codeberg.org/org/repo/", "https://codeberg.org/org/repo", "gitea"),
        ("git@git.kab.go.id:org/repo.git", "https://git.kab.go.id/org/repo", ""),
        ("http://gitea.lokal:3000/org/repo", "http://gitea.lokal:3000/org/repo", "gitea"),
        ("/srv/git/repo.git", "", "github"),
        ("../repo.git", "", "github"),
        ("file:///srv/repo.git", "", "github"),
        ("ext::sh -c date", "", "github"),
        ('https://a.example/x y"><script>', "", "github"),
    ],
)
def test_the_repository_is_that_of_gits_remote(tmp_path: Path, remote: str, repository: str, forge: str) -> None:
    git(tmp_path, "init", "--quiet", "--initial-branch=utama")
    git(tmp_path, "remote", "add", "origin", remote)
    found = configuration(tmp_path)
    assert (found.repository, found.forge, found.branch) == (repository, forge, "utama")


def test_what_the_file_says_of_the_repository_comes_first(tmp_path: Path, configured: Configured) -> None:
    git(tmp_path, "init", "--quiet", "--initial-branch=utama")
    git(tmp_path, "remote", "add", "origin", "https://github.com/org/repo.git")
    found = configured("repo_url: https://git.kab.go.id/a/b.git\nextra: {forge: gitea, branch: terbit}\n")
    assert (found.repository, found.forge, found.branch) == ("https://git.kab.go.id/a/b", "gitea", "terbit")
    assert configured("repo_url: https://git.kab.go.id/a/b").forge == "github"
    assert configured("repo_url: javascript:alert(1)").repository == "https://github.com/org/repo"


def test_workflows_in_the_repository_tell_an_unknown_forge(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "remote", "add", "hulu", "git@git.kab.go.id:org/repo.git")
    assert configuration(tmp_path).forge == ""
    (tmp_path / ".forgejo").mkdir()
    assert configuration(tmp_path).forge == "gitea"
    (tmp_path / ".gitlab-ci.yml").write_text("x", encoding="utf-8")
    assert configuration(tmp_path).forge == "gitlab"


def test_the_main_branch_is_that_of_the_remote(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "--initial-branch=usul")
    git(tmp_path, "remote", "add", "origin", "https://github.com/org/repo")
    git(tmp_path, "symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/terbit/utama")
    assert configuration(tmp_path).branch == "terbit/utama"


@pytest.mark.parametrize(
    ("environment", "built"),
    [
        ({"GITLAB_CI": "1", "CI_COMMIT_BRANCH": "produksi", "CI_DEFAULT_BRANCH": "main"}, "produksi"),
        (
            {"GITLAB_CI": "1", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "produksi", "CI_DEFAULT_BRANCH": "main"},
            "produksi",
        ),
        ({"CI_COMMIT_TARGET_BRANCH": "produksi", "CI_COMMIT_BRANCH": "usul"}, "produksi"),
        ({"GITHUB_ACTIONS": "true", "GITHUB_BASE_REF": "produksi", "GITHUB_REF_NAME": "5/merge"}, "produksi"),
        ({"GITHUB_ACTIONS": "true", "GITHUB_REF_TYPE": "branch", "GITHUB_REF_NAME": "produksi"}, "produksi"),
        ({"GITHUB_ACTIONS": "true", "GITHUB_REF_TYPE": "tag", "GITHUB_REF_NAME": "v1"}, ""),
        ({"CHANGE_TARGET": "produksi", "BRANCH_NAME": "PR-5"}, "produksi"),
        ({"BRANCH_NAME": "a\udcff"}, ""),
        ({}, ""),
    ],
)
def test_a_ci_tells_which_branch_it_builds_or_would_change(
    tmp_path: Path, environment: dict[str, str], built: str
) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nextra:\n  branch: utama\n", encoding="utf-8")
    assert configuration(tmp_path, environment).branch_told == BranchTold(built, "utama")
    assert branch_told(tmp_path, environment) == BranchTold(built, "utama")


@pytest.mark.parametrize("text", ["extra: [", "extra:\n  branch: [a]\n", "extra: 1\n", "site_name: x\n"])
def test_a_configuration_of_no_use_names_no_branch(tmp_path: Path, text: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    assert branch_told(tmp_path, {}) == BranchTold()


GITHUB = {"GITHUB_ACTIONS": "true", "GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "Sagara/rencana"}


@pytest.mark.parametrize(
    ("environment", "url", "repository", "forge", "branch"),
    [
        (
            GITHUB | {"GITHUB_REF_NAME": "12/merge", "GITHUB_BASE_REF": "utama"},
            "https://sagara.github.io/rencana/",
            "https://github.com/Sagara/rencana",
            "github",
            "utama",
        ),
        (
            GITHUB
            | {"GITHUB_REPOSITORY": "Sagara/sagara.github.io", "GITHUB_REF_TYPE": "branch", "GITHUB_REF_NAME": "main"},
            "https://sagara.github.io/",
            "https://github.com/Sagara/sagara.github.io",
            "github",
            "main",
        ),
        (
            GITHUB | {"GITHUB_SERVER_URL": "https://git.kab.go.id", "FORGEJO_ACTIONS": "true"},
            "",
            "https://git.kab.go.id/Sagara/rencana",
            "gitea",
            "main",
        ),
        (
            {
                "GITLAB_CI": "true",
                "CI_PAGES_URL": "https://sagara.pages.kab.go.id/rencana",
                "CI_PROJECT_URL": "https://git.kab.go.id/sagara/rencana",
                "CI_DEFAULT_BRANCH": "terbit",
            },
            "https://sagara.pages.kab.go.id/rencana/",
            "https://git.kab.go.id/sagara/rencana",
            "gitlab",
            "terbit",
        ),
    ],
)
def test_in_ci_the_forge_tells_who_we_are(
    tmp_path: Path, environment: dict[str, str], url: str, repository: str, forge: str, branch: str
) -> None:
    found = configuration(tmp_path, environment)
    assert (found.url, found.repository, found.forge, found.branch) == (url, repository, forge, branch)


@pytest.mark.parametrize(
    "told",
    [
        {"GITLAB_CI": "1", "CI_PAGES_URL": 'https://x/"><b>'},
        {"GITLAB_CI": "1", "CI_PAGES_URL": "javascript:x"},
        {"GITLAB_CI": "1", "CI_PAGES_URL": "https://x/\nb"},
        {"GITLAB_CI": "1", "CI_PAGES_URL": "https://x/\udcff"},
        {"GITLAB_CI": "1", "CI_PAGES_URL": "https://[", "CI_PROJECT_URL": "https://["},
        {"GITLAB_CI": "1", "CI_DEFAULT_BRANCH": "a\udcff"},
        GITHUB | {"GITHUB_REPOSITORY": 'a"onx=/b<c>'},
        GITHUB | {"GITHUB_REPOSITORY": "a/b", "GITHUB_REF_TYPE": "branch", "GITHUB_REF_NAME": "\udcff"},
    ],
)
def test_what_a_ci_tells_and_is_no_address_or_name_is_not_told(tmp_path: Path, told: dict[str, str]) -> None:
    found = configuration(tmp_path, told)
    assert found.url in ("", "https://a.github.io/b/")
    assert found.repository in ("", "https://github.com/a/b")
    assert found.branch == "main"


def test_a_site_url_of_ones_own_comes_before_that_of_the_forge(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_url: https://sagara.example/", encoding="utf-8")
    assert configuration(tmp_path, GITHUB).url == "https://sagara.example/"


def test_the_sites_own_id_is_kept_or_that_of_its_first_commit(tmp_path: Path, configured: Configured) -> None:
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "-c", "user.name=a", "-c", "user.email=a@x", "commit", "--allow-empty", "--quiet", "-m", "a")
    first = configuration(tmp_path).identity
    assert len(first) == 40
    git(tmp_path, "-c", "user.name=a", "-c", "user.email=a@x", "commit", "--allow-empty", "--quiet", "-m", "b")
    assert configuration(tmp_path).identity == first
    assert configured("extra: {id_situs: 1b9d}").identity == "1b9d"
    assert new_site_id() != new_site_id()


@pytest.mark.parametrize(
    ("name", "hours"), [("", 7), ("WIB", 7), ("WITA", 8), ("WIT", 9), ("Asia/Jayapura", 9), ("UTC", 0)]
)
def test_the_zone_of_a_day(configured: Configured, name: str, hours: int) -> None:
    found = configured(f"extra: {{zona_waktu: {name}}}" if name else "site_name: A")
    assert datetime(2026, 1, 1, tzinfo=found.zone).utcoffset() == timedelta(hours=hours)
    assert datetime(2026, 1, 1, tzinfo=zone_of(found.file.parent)).utcoffset() == timedelta(hours=hours)


def test_an_unknown_zone_is_told_and_stops_no_other_command(tmp_path: Path, configured: Configured) -> None:
    with pytest.raises(ValueError, match="WIB, WITA, WIT"):
        configured("extra: {zona_waktu: ../etc}")
    assert zone_of(tmp_path) is WIB


def test_the_address_of_a_site_ends_in_a_slash(configured: Configured) -> None:
    assert configured("site_url: https://a.example/b").url == "https://a.example/b/"
    assert configured("site_url: https://a.example/b/").url == "https://a.example/b/"
    assert configured("site_name: A").url == ""


def test_a_site_in_several_languages_is_a_tree_of_pages_each(configured: Configured) -> None:
    found = configured("site_url: https://a.example/\ntheme: {language: en}\nextra: {languages: [id, en]}")
    root, other = found.trees
    assert (root.tree, root.language, root.url) == ("", "en", "https://a.example/")
    assert (other.tree, other.language, other.url) == ("id", "id", "https://a.example/id/")
    assert other.at_root == root
    assert [(each["code"], each["way"]) for each in root.alternates] == [("en", ""), ("id", "id/")]
    assert [(each["code"], each["way"]) for each in other.alternates] == [("en", "../"), ("id", "")]
    alone = configured("site_name: A")
    assert (alone.trees, alone.alternates) == ((alone,), [])


def test_a_theme_of_the_folder_needs_no_settings_file(tmp_path: Path) -> None:
    _touch(tmp_path / "site_templates/theme/gaya.css")
    assert configuration(tmp_path).theme == tmp_path / "site_templates" / "theme"


def test_a_folder_without_a_file_is_none(tmp_path: Path) -> None:
    package = configuration(tmp_path)
    (tmp_path / "site_templates/theme/assets").mkdir(parents=True)
    found = configuration(tmp_path)
    assert (found.templates, found.theme) == (package.templates, package.theme)
    _touch(tmp_path / "site_templates/plan/ringkasan.md.j2")
    found = configuration(tmp_path)
    assert (found.templates, found.theme) == ((tmp_path / "site_templates", *package.templates), package.theme)


def test_templates_of_the_folder_come_before_those_of_the_package(tmp_path: Path, configured: Configured) -> None:
    _touch(tmp_path / "site_templates/theme/gaya.css")
    found = configured("site_name: A")
    assert found.templates[0] == tmp_path / "site_templates"
    assert len(found.templates) == 2
    assert found.theme == tmp_path / "site_templates" / "theme"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "theme: material",
        "site_name: !ENV NAMA",
        "markdown_extensions: [{pymdownx.emoji: {emoji_index: !!python/name:material.extensions.emoji.twemoji ''}}]",
    ],
)
def test_what_a_publisher_allows_does_not_stop_us(configured: Configured, text: str) -> None:
    found = configured(text)
    assert (found.forge, found.language) == ("github", "id")
    assert found.name == "Rencana Induk e-Government"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: [", "tidak ditutup"),
        ("extra: [1]", "`extra` harus kelompok"),
        ("- a", "tidak berisi pasangan"),
        ("!x {site_name: A}", "tidak berisi pasangan"),
        ("extra: {forge: bitbucket}", "github, gitlab, gitea"),
        ("theme: {language: jv}", "`theme.language` harus salah satu dari id, en"),
        ("extra: {languages: en}", "`extra.languages` harus daftar"),
        ("extra: {languages: [en]}", "harus memuat `id`"),
        ("extra: {languages: [id, jv]}", "harus daftar dari id, en"),
        ("extra: {languages: [id, id]}", "`extra.languages` harus daftar"),
        ("site_name: [a, b]", "`site_name` harus teks"),
        ("copyright: {a: b}", "`copyright` harus teks"),
        ('copyright: "&copy; Sagara&#x202e;"', "tanpa karakter yang tidak terlihat"),
        ("theme: {logo: [a.svg]}", "`theme.logo` harus teks"),
        ('site_name: "a\\nb"', "`site_name` harus teks satu baris"),
        ("extra: {social: 5}", "`extra.social` harus daftar"),
        ("extra: {social: [5]}", "`extra.social` harus daftar"),
        ("extra: {[1, 2]: x}", "kunci harus sebuah kata"),
        ("site_url: javascript:alert(1)", "`site_url` harus alamat situs"),
        ("site_url: 5", "`site_url` harus alamat situs"),
        ("site_url: https://[::1/", "`site_url` harus alamat situs"),
        ("site_url: https://a:rahasia@b.example/", "`site_url` harus alamat situs"),
        ("site_url: https://a.example/?x=1", "`site_url` harus alamat situs"),
        ("site_url: //a.example/", "`site_url` harus alamat situs"),
        ("extra: {besar: 0x" + "f" * 6_000 + "}", "bilangan ini terlalu panjang"),
        ("extra: {besar: [-" + "9" * 5_000 + "]}", "bilangan ini terlalu panjang"),
    ],
)
def test_what_is_not_usable_is_told_with_the_name_of_the_file(configured: Configured, text: str, told: str) -> None:
    with pytest.raises(ValueError, match=r"mkdocs\.yml") as error:
        configured(text)
    assert told in str(error.value)


@pytest.mark.parametrize("value", ["2026-01-01", "!!binary aGVsbG8=", "!!set {a, b}", "!!omap [a: 1]", ".nan", "2026"])
def test_a_value_of_whatever_kind_is_a_plain_one(tmp_path: Path, configured: Configured, value: str) -> None:
    found = configured(f"site_name: {value}\nextra: {{x: {value}}}")
    assert found.name in ("2026-01-01", "nan", "2026", "Rencana Induk e-Government")
    json.dumps(own_settings(tmp_path / "mkdocs.yml")[1])


def test_the_command_tells_it_as_wrong_use(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "mkdocs.yml").write_text("extra: {forge: bitbucket}", encoding="utf-8")
    done = CliRunner().invoke(main, ["pages", "--plans", str(tmp_path / "plans"), str(tmp_path / "docs")])
    assert done.exit_code == 2, done.output
    assert "mkdocs.yml:1: `extra.forge` harus salah satu dari github, gitlab, gitea" in done.output


@pytest.mark.parametrize(
    "text",
    [
        "site_name: x\nextra:\n  a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        + "".join(f"  a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 12)),
        "site_name: x\nextra: &e {a: *e}\n",
        "site_name: " + "[" * 20_000,
        "site_name: " + "{a: " * 20_000,
        "site_name: x\n" + "# catatan\n" * 40_000,
        "a0: &a0 {x: 1}\n" + "".join(f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}\n" for n in range(1, 40)),
        "a: [" + ", ".join(f"&a{n} 1" for n in range(6_000)) + "]",
        "a: " + "[" * 60_000,
        "a: {<<: [" + ", ".join(["{a: 1}"] * 7_000) + "]}",
    ],
)
def test_settings_that_grow_without_end_are_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    with at_most(20), pytest.raises(ValueError, match=r"mkdocs\.yml"):
        own_settings(tmp_path / "mkdocs.yml")


def _touch(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
