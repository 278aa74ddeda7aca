"""The configuration of a site: a folder's own `mkdocs.yml` and `site_templates/` before those of the package."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor
from ruamel.yaml.error import YAMLError

import generator
from generator.locale.catalogues import LANGUAGES
from generator.pages.site import FORGES, Site


class _Settings(SafeConstructor):
    """Reads what a publisher's configuration may hold: a value with a tag of its own is no setting of ours."""


_Settings.add_constructor(None, lambda constructor, node: None)


_OWN_AFFAIRS = ("site_url", "site_description", "repo_url", "docs_dir", "site_dir")


@dataclass(frozen=True)
class Configuration:
    """Where a site's settings and templates are.

    `file` is the publisher's configuration; `templates` are folders to look for page templates in, in
    order; `theme` is the publisher's theme folder. `filled` are settings of the package that the file leaves out.
    """

    file: Path
    templates: tuple[Path, ...]
    theme: Path
    filled: dict[str, Any]
    name: str
    url: str
    language: str
    repository: str
    forge: str
    branch: str

    def site(self, commit: str = "", prefix: str = "") -> Site:
        """The settings that pages need, with the commit they are made from."""
        return Site(
            name=self.name,
            url=self.url,
            language=self.language,
            repository=self.repository,
            forge=self.forge,
            branch=self.branch,
            commit=commit,
            prefix=prefix,
        )


def configuration(base: Path) -> Configuration:
    """The configuration for the folder that holds `plans/`; `ValueError`, in words, for one of no use."""
    package = _package_folder()
    own = base / "mkdocs.yml"
    file = own if own.is_file() else package / "mkdocs.yml"
    settings = _read(file)
    filled = _filled(settings, _read(package / "mkdocs.yml"))
    extra = _mapping(settings.get("extra"))
    theme = _mapping(settings.get("theme"))
    forge = str(extra.get("forge") or "github")
    language = str(theme.get("language") or "id")
    for name, value, known in (("extra.forge", forge, FORGES), ("theme.language", language, LANGUAGES)):
        if value not in known:
            raise ValueError(f"{file}: {name} `{value}` tidak dikenal; pilih {', '.join(known)}")
    templates = tuple(folder for folder in (base / "site_templates", package / "site_templates") if folder.is_dir())
    own_theme = file.parent / str(theme.get("custom_dir", "site_templates/theme"))
    url = str(settings.get("site_url") or "")
    return Configuration(
        file=file,
        templates=templates,
        theme=own_theme if own_theme.is_dir() else package / "site_templates" / "theme",
        filled=filled,
        name=str(settings.get("site_name") or filled.get("site_name") or ""),
        url=url if not url or url.endswith("/") else f"{url}/",
        language=language,
        repository=str(settings.get("repo_url") or ""),
        forge=forge,
        branch=str(extra.get("branch") or "main"),
    )


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


def _read(file: Path) -> dict[str, Any]:
    reader = YAML(typ="safe", pure=True)
    reader.Constructor = _Settings
    try:
        settings = reader.load(file.read_text(encoding="utf-8"))
    except (YAMLError, UnicodeDecodeError) as error:
        raise ValueError(f"{file} tidak dapat dibaca: {error}") from error
    if not isinstance(settings or {}, dict):
        raise ValueError(f"{file} tidak berisi pasangan `kunci: isi`")
    return settings or {}


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _package_folder() -> Path:
    """The folder with the default configuration and templates: the package in a wheel, its parent in a checkout."""
    package = Path(generator.__file__).parent
    return package if (package / "site_templates").is_dir() else package.parent
