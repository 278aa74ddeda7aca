"""The configuration of a site: a folder's own `mkdocs.yml` and `site_templates/` before those of the package."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import tzinfo
from functools import cache
from pathlib import Path
from typing import Any
from uuid import uuid4

import generator
from generator.locale import say
from generator.locale.catalogues import LANGUAGES
from generator.locale.zones import WIB, zone
from generator.pages.site import Site
from generator.publishing.forges import branch_of_ci, built_by_ci, forge_of, pages_of_ci, repository_of_ci
from generator.publishing.known_settings import LANGUAGES_OF_SITE, SITE_ID, ZONE, shaped
from generator.publishing.own_files import look_through
from generator.publishing.settings import Settings, mapping, read_settings
from generator.publishing.unusable import Unusable, unusable
from generator.reading.past.published_branch import UNTOLD, BranchTold
from generator.reading.past.remote import first_commit, remote_of, web_address
from generator.store.files import files
from generator.store.paths import real

_OWN_NAMES = {"id": "Indonesia", "en": "English"}
THEME = "site_templates/theme"


@dataclass(frozen=True)
class Configuration:
    """Where a site's settings and templates are.

    `file` is the publisher's configuration; `templates` are folders to look for page templates in, in
    order; `theme` is the publisher's theme folder. `settings` are the known ones of the file, in their shapes, and
    `text` is all that it said when they were read: it may say something else since.
    `branch` is the one that proposals are made for, and `branch_told` what the file and a CI say of the one that is
    published. `identity` is the site's own id, `zone` the one by which a day is a day.

    A site in several `languages` is one tree of pages each: that of the first at its root, every other one in a folder
    of its code. This is the configuration of the tree `tree`, empty for the root; `language` and `url` are that tree's.
    """

    file: Path
    templates: tuple[Path, ...]
    theme: Path
    settings: dict[str, Any]
    text: str
    name: str
    url: str
    identity: str
    zone: tzinfo
    language: str
    repository: str
    forge: str
    branch: str
    branch_told: BranchTold = UNTOLD
    languages: tuple[str, ...] = ()
    tree: str = ""

    @property
    def names_frame(self) -> bool:
        """Whether the file itself names the folder `theme`, so that a bare `mkdocs build` draws the same frame."""
        named = mapping(self.settings.get("theme")).get("custom_dir", "")
        return bool(named) and real(self.file.parent / named) == real(self.theme)

    @property
    def at_root(self) -> "Configuration":
        """That of the tree at the root."""
        if not self.tree:
            return self
        return replace(self, tree="", language=self.languages[0], url=self.url.removesuffix(f"{self.tree}/"))

    @property
    def trees(self) -> tuple["Configuration", ...]:
        """That of every tree, the root's first."""
        root = self.at_root
        others = (
            replace(root, tree=code, language=code, url=f"{root.url}{code}/" if root.url else "")
            for code in root.languages[1:]
        )
        return (root, *others)

    @property
    def alternates(self) -> list[dict[str, str]]:
        """For the theme: of each tree its language, that by its own name, its way from the root of this one, and its
        address if that is known. Empty for a site in one language."""
        up = "../" if self.tree else ""
        return [
            {
                "code": tree.language,
                "name": _OWN_NAMES[tree.language],
                "way": up + (f"{tree.tree}/" if tree.tree else "") if tree.tree != self.tree else "",
                "url": tree.url,
            }
            for tree in (self.trees if len(self.languages) > 1 else ())
        ]

    def site(self, commit: str = "", prefix: str = "") -> Site:
        """The settings that pages need, with the commit they are made from."""
        return Site(
            name=self.name,
            url=self.url,
            identity=self.identity,
            language=self.language,
            repository=self.repository,
            forge=self.forge,
            branch=self.branch,
            commit=commit,
            prefix=prefix,
            zone=self.zone,
            trees=tuple(tree.tree for tree in self.trees[1:]),
        )


def configuration(base: Path, environment: Mapping[str, str] | None = None) -> Configuration:
    """The configuration for the folder that holds `plans/`; `ValueError`, in words, for one of no use.

    What its file does not say of the repository is asked of Git, and of the CI whose variables `environment` holds:
    there the site's own address too. Nothing is invented: what nobody tells stays empty.
    """
    # Whoever names a branch or a project writes them: what is no text in one line tells nothing.
    told = {name: value for name, value in (environment or {}).items() if value.isprintable()}
    look_through(base)
    file = settings_file(base)
    source, settings = own_settings(file)
    extra = mapping(settings.get("extra"))
    remote = remote_of(base)
    repository = web_address(settings.get("repo_url", "")) or web_address(repository_of_ci(told))
    repository = repository or remote.address
    # An address that somebody wrote is taken for the most common forge; one from Git's remote is not guessed at.
    unknown = "github" if settings.get("repo_url") or not repository else ""
    language = mapping(settings.get("theme")).get("language", LANGUAGES[0])
    package = _package_folder()
    templates = tuple(filter(_has_files, (base / "site_templates", package / "site_templates")))
    url = settings.get("site_url", "") if file.parent == base else ""
    return Configuration(
        file=file,
        templates=templates,
        theme=theme_folder(base, settings),
        settings=settings,
        text=source.text.text,
        name=settings.get("site_name") or package_settings()["site_name"],
        url=url or pages_of_ci(told),
        language=language,
        identity=extra.get(SITE_ID) or first_commit(base),
        zone=zone(extra.get(ZONE, "WIB")),
        repository=repository,
        forge=extra.get("forge") or forge_of(repository, base, told) or unknown,
        branch=extra.get("branch") or branch_of_ci(told) or remote.branch or "main",
        branch_told=BranchTold(built_by_ci(told), extra.get("branch", "")),
        languages=(language, *(code for code in extra.get(LANGUAGES_OF_SITE, ()) if code != language)),
    )


def settings_file(base: Path) -> Path:
    """The `mkdocs.yml` of the folder that holds `plans/`, or that of the package."""
    own = base / "mkdocs.yml"
    return own if os.path.lexists(own) else _package_folder() / own.name


def own_settings(file: Path) -> tuple[Settings, dict[str, Any]]:
    """What a file holds, and of it the known settings in their shapes; raises `Unusable`."""
    told = read_settings(file)
    settings = shaped(told)
    named = mapping(settings.get("theme")).get("custom_dir", THEME)
    places = (real(base) / "site_templates" for base in (file.parent, _package_folder()))
    if not any(real(file.parent / named).is_relative_to(place) for place in places):
        outside = say("theme.custom_dir `{nama}` berada di luar site_templates/", nama=named)
        raise Unusable(unusable(told.place("theme", "custom_dir"), outside))
    return told, settings


def theme_folder(base: Path, settings: dict[str, Any]) -> Path:
    """The theme's folder, every file of which is published: that of the package where the one named is not there, or
    is empty."""
    own = base / mapping(settings.get("theme")).get("custom_dir", THEME)
    return own if _has_files(own) else _package_folder() / THEME


def _has_files(folder: Path) -> bool:
    return os.path.isdir(folder) and bool(files(folder))  # noqa: PTH112  # a name may be too long


def zone_of(base: Path) -> tzinfo:
    """The zone by which a day is a day, for a command that needs no more of the configuration; never raises."""
    try:
        told = read_settings(settings_file(base)).values
        return zone(str(mapping(told.get("extra")).get(ZONE) or "WIB"))
    except (ValueError, OSError):
        return WIB


def branch_told(base: Path, environment: Mapping[str, str]) -> BranchTold:
    """What the configuration and a CI say of the published branch, for a command that needs no more of it; never
    raises."""
    try:
        named = mapping(shaped(read_settings(settings_file(base))).get("extra")).get("branch", "")
    except (ValueError, OSError):
        named = ""
    return BranchTold(built_by_ci(environment), named)


def new_site_id() -> str:
    """An id for a site that begins, to be kept as `extra.id_situs`: feeds are known by it on whatever host."""
    return str(uuid4())


def _package_folder() -> Path:
    """The folder with the default configuration and templates: the package in a wheel, its parent in a checkout."""
    package = Path(generator.__file__).parent
    return package if (package / "site_templates").is_dir() else package.parent


@cache
def package_settings() -> dict[str, Any]:
    """What the package's own configuration file holds."""
    return read_settings(_package_folder() / "mkdocs.yml").values
