"""What is wrong with a repository's settings, and which of them do nothing: for whoever checks, and whoever builds."""

import os
import re
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any

from generator.diagnostics import Place, Problem, Severity
from generator.locale import Message, say
from generator.publishing.configuration import THEME, own_settings, settings_file, theme_folder
from generator.publishing.known_settings import Key, at, ignored, warning
from generator.publishing.own_files import look_through, own_templates
from generator.publishing.unusable import MOST, Unusable
from generator.reading.past.remote import web_address
from generator.store.cache import Cache, Drawer, drawer_of

_NOTHING_KEPT = Cache(None)
_TEMPLATES: Drawer[tuple[Problem, ...]] = drawer_of("templat", tuple[Problem, ...])
_NO_PATH = re.compile(r"[:\\\x00-\x1f\x7f\"'<>`{}]")
_FILES: tuple[Key, ...] = (("extra_css",), ("extra_javascript",), ("theme", "logo"), ("theme", "favicon"))
_THEME = ("theme", "custom_dir")
_PORTAL, _SOCIAL, _REPOSITORY = ("extra", "portal"), ("extra", "social"), ("repo_url",)
_OF: dict[Key, Message] = {
    _PORTAL: say("tulis alamat di situs ini tanpa garis miring di depannya, misalnya data/"),
    _SOCIAL: say("tulis alamat yang diawali https://"),
    _REPOSITORY: say("tulis alamat repositori, misalnya https://gitlab.com/organisasi/rencana"),
}


def judged(base: Path, cache: Cache = _NOTHING_KEPT) -> list[Problem]:
    """Every problem of the settings and templates in the folder that holds `plans/`: errors, or else warnings."""
    try:
        look_through(base)
        return [*_of_templates(base, cache), *notes(base)]
    except Unusable as unusable:
        return list(unusable.problems)


def _of_templates(base: Path, cache: Cache) -> tuple[Problem, ...]:
    """What is wrong with the templates; the engine is loaded only where there are some that are new."""
    texts = own_templates(base / "site_templates")

    def looked_at() -> tuple[Problem, ...]:
        from generator.publishing.wrong_templates import wrong_templates

        return tuple(islice(wrong_templates(texts), MOST))

    return cache.get_or_make(_TEMPLATES, "\0".join(chain.from_iterable(texts.items())), looked_at) if texts else ()


def notes(base: Path) -> Iterator[Problem]:
    """A warning for each setting of the folder's own file that does nothing here, or names a file that is not there.

    Raises `Unusable`.
    """
    file = settings_file(base)
    settings, own = own_settings(file)
    if file.parent != base:
        if os.path.lexists(other := base / "mkdocs.yaml"):
            unread = say("berkas ini tidak dibaca; ganti namanya menjadi mkdocs.yml")
            yield Problem("pengaturan-diabaikan", Place(other.name, 1, 1, 1, 1), unread, severity=Severity.WARNING)
        return
    theme = theme_folder(base, own)
    yield from islice(ignored(settings, own_frame=theme.is_relative_to(base / "site_templates")), MOST)
    named = at(own, _THEME) or ""
    if named and not os.path.isdir(base / named) and (os.path.lexists(base / named) or named != THEME):  # noqa: PTH112
        because = say("`{kunci}`: `{folder}` bukan folder yang ada", kunci=".".join(_THEME), folder=named)
        yield warning(settings, _THEME, because)
    for key, address in _unshown(own):
        because = say(
            "`{kunci}`: `{alamat}` tidak ditautkan; {bentuk}", kunci=".".join(key), alamat=address, bentuk=_OF[key]
        )
        yield warning(settings, key, because)
    for key, name in named_files(own):
        if is_elsewhere(name):
            because = say("`{kunci}`: `{berkas}` ada di situs lain dan tidak dimuat", kunci=".".join(key), berkas=name)
            yield warning(settings, key, because)
        elif not any(_is_file(place / name.lstrip("/")) for place in (base / "site_files", theme)):
            because = say("`{kunci}`: `{berkas}` tidak ada dalam site_files/", kunci=".".join(key), berkas=name)
            yield warning(settings, key, because)


def _is_file(path: Path) -> bool:
    return os.path.isfile(path)  # noqa: PTH113  # a name may be too long


def _unshown(own: dict[str, Any]) -> Iterator[tuple[Key, str]]:
    """Addresses that the frame leaves out (`partials/allow.html`), or that lead to no repository."""
    for each in at(own, _PORTAL) or ():
        if ":" in each["address"] or "\\" in each["address"] or each["address"].startswith("/"):
            yield _PORTAL, each["address"]
    for each in at(own, _SOCIAL) or ():
        if not each["link"].lower().startswith(("https://", "http://", "mailto:")):
            yield _SOCIAL, each["link"]
    repository = own.get("repo_url", "")
    if repository and not web_address(repository):
        yield _REPOSITORY, repository


def named_files(own: dict[str, Any]) -> Iterator[tuple[Key, str]]:
    """The files of the site that settings name, each with the setting."""
    for key in _FILES:
        value = at(own, key)
        yield from ((key, name) for name in (value if isinstance(value, list) else [value]) if name)


def is_elsewhere(name: str) -> bool:
    """Whether a browser would leave the site for it, or take it for more than an address: it drops white space around
    one and line ends in it, and reads a backslash as a slash."""
    return bool(_NO_PATH.search(name)) or name.strip().startswith("//")
