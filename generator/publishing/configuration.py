"""The configuration of a site: a folder's own `mkdocs.yml` and `site_templates/` before those of the package."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import tzinfo
from pathlib import Path
from typing import Any
from uuid import uuid4

import generator
from generator.locale import say
from generator.locale.catalogues import LANGUAGES
from generator.locale.zones import WIB, zone
from generator.pages.site import FORGES, Site
from generator.publishing.forges import branch_of_ci, forge_of, pages_of_ci, repository_of_ci
from generator.publishing.own_files import refuse_what_leads_out
from generator.publishing.settings import in_shape, mapping, read_settings, web_root
from generator.publishing.unusable import Unusable
from generator.reading.past.remote import first_commit, remote_of, web_address

SITE_ID = "id_situs"
ZONE = "zona_waktu"
LANGUAGES_OF_SITE = "languages"
"""Keys of `extra`."""

_OWN_NAMES = {"id": "Indonesia", "en": "English"}
_THEME = "site_templates/theme"

_OWN_AFFAIRS = ("site_url", "site_description", "repo_url", "docs_dir", "site_dir")


@dataclass(frozen=True)
class Configuration:
    """Where a site's settings and templates are.

    `file` is the publisher's configuration; `templates` are folders to look for page templates in, in
    order; `theme` is the publisher's theme folder. `filled` are settings of the package that the file leaves out.
    `identity` is the site's own id, `zone` the one by which a day is a day.

    A site in several `languages` is one tree of pages each: that of the first at its root, every other one in a folder
    of its code. This is the configuration of the tree `tree`, empty for the root; `language` and `url` are that tree's.
    """

    file: Path
    templates: tuple[Path, ...]
    theme: Path
    filled: dict[str, Any]
    name: str
    url: str
    identity: str
    zone: tzinfo
    language: str
    repository: str
    forge: str
    branch: str
    languages: tuple[str, ...] = ()
    tree: str = ""

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
    told = environment or {}
    package = _package_folder()
    own = base / "mkdocs.yml"
    file = own if own.is_file() else package / "mkdocs.yml"
    settings = own_settings(file)
    filled = _filled(settings, package_settings())
    extra = mapping(settings.get("extra"))
    theme = mapping(settings.get("theme"))
    remote = remote_of(base)
    repository = web_address(str(settings.get("repo_url") or "")) or web_address(repository_of_ci(told))
    repository = repository or remote.address
    # An address that somebody wrote is taken for the most common forge; one from Git's remote is not guessed at.
    unknown = "github" if settings.get("repo_url") or not repository else ""
    forge = str(extra.get("forge") or forge_of(repository, base, told) or unknown)
    language = str(theme.get("language") or "id")
    for name, value, known in (("extra.forge", forge, FORGES), ("theme.language", language, LANGUAGES)):
        if value and value not in known:
            raise Unusable(
                say(
                    "{berkas}: {isian} `{kata}` tidak dikenal; pilih {daftar}",
                    berkas=str(file),
                    isian=name,
                    kata=value,
                    daftar=", ".join(known),
                )
            )
    languages = _languages(file, extra.get(LANGUAGES_OF_SITE), language)
    refuse_what_leads_out(base / "site_templates")
    templates = tuple(folder for folder in (base / "site_templates", package / "site_templates") if folder.is_dir())
    own_theme = _theme(file, str(theme.get("custom_dir", _THEME)))
    url = web_root(file, str((settings.get("site_url") if own.is_file() else "") or pages_of_ci(told)))
    return Configuration(
        file=file,
        templates=templates,
        theme=own_theme if own_theme.is_dir() else package / "site_templates" / "theme",
        filled=filled,
        name=str(settings.get("site_name") or filled.get("site_name") or ""),
        url=url,
        language=language,
        identity=str(extra.get(SITE_ID) or first_commit(base)),
        zone=_zone(file, str(extra.get(ZONE) or "WIB")),
        repository=repository,
        forge=forge,
        branch=str(extra.get("branch") or branch_of_ci(told) or remote.branch or "main"),
        languages=languages,
    )


def zone_of(base: Path) -> tzinfo:
    """The zone by which a day is a day, for a command that needs no more of the configuration; never raises."""
    own = base / "mkdocs.yml"
    try:
        return _zone(own, str(mapping((read_settings(own) if own.is_file() else {}).get("extra")).get(ZONE) or "WIB"))
    except (ValueError, OSError):
        return WIB


def new_site_id() -> str:
    """An id for a site that begins, to be kept as `extra.id_situs`: feeds are known by it on whatever host."""
    return str(uuid4())


def _languages(file: Path, told: Any, main: str) -> tuple[str, ...]:
    """The languages of a site, that of its root first; `told` is the setting, if there is one."""
    if told is None:
        return (main,)
    named = [str(each) for each in told] if isinstance(told, list) else []
    if main not in named or len(set(named)) != len(named) or not set(named) <= set(LANGUAGES):
        raise Unusable(
            say(
                "{berkas}: {isian} harus daftar bahasa dari {daftar} yang memuat `{utama}` (theme.language), misalnya"
                " [{daftar}]",
                berkas=str(file),
                isian=f"extra.{LANGUAGES_OF_SITE}",
                daftar=", ".join(LANGUAGES),
                utama=main,
            )
        )
    return (main, *(code for code in named if code != main))


def _theme(file: Path, named: str) -> Path:
    """The theme's folder; every file in it is published, so that it is none but below `site_templates/`, of the file's
    own folder or of the package."""
    folder = file.parent / named
    places = (base.resolve() / "site_templates" for base in (file.parent, _package_folder()))
    if not any(folder.resolve().is_relative_to(place) for place in places):
        raise Unusable(
            say("{berkas}: theme.custom_dir `{nama}` berada di luar site_templates/", berkas=str(file), nama=named)
        )
    return folder


def _zone(file: Path, name: str) -> tzinfo:
    try:
        return zone(name)
    except ValueError:
        raise Unusable(
            say(
                "{berkas}: {isian} `{nama}` tidak dikenal; pilih WIB, WITA, WIT, atau nama seperti Asia/Jakarta",
                berkas=str(file),
                isian=f"extra.{ZONE}",
                nama=name,
            )
        ) from None


def _filled(own: dict[str, Any], package: dict[str, Any]) -> dict[str, Any]:
    """What a file of a few lines leaves out, down to the second level; never an address or a folder."""
    filled: dict[str, Any] = {}
    for key, value in package.items():
        if key in _OWN_AFFAIRS:
            continue
        if key not in own:
            filled[key] = value
        elif isinstance(value, dict) and isinstance(own[key], dict):
            filled[key] = {name: each for name, each in value.items() if name not in own[key]}
    return filled


def _package_folder() -> Path:
    """The folder with the default configuration and templates: the package in a wheel, its parent in a checkout."""
    package = Path(generator.__file__).parent
    return package if (package / "site_templates").is_dir() else package.parent


def package_settings() -> dict[str, Any]:
    """What the package's own configuration file holds."""
    return read_settings(_package_folder() / "mkdocs.yml")


def own_settings(file: Path) -> dict[str, Any]:
    """What a configuration file holds, as far as it is plain values; raises as `configuration`."""
    return in_shape(file, read_settings(file))
