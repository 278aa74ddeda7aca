"""Settings that people know from Material's documentation: what the public frame makes of each, or why it does not.

The frame is our own (docs/theme.md). Logo, favicon, copyright, social links, style sheets and scripts of one's own
work; nothing is ever loaded from another site.
"""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import nh3

from generator.locale import Message, say
from generator.publishing.configuration import Configuration, own_settings, package_settings
from generator.publishing.passed_on import extensions

_FILES = ("extra_css", "extra_javascript")
_NO_PATH = re.compile(r"[:\\\x00-\x1f\x7f\"'<>`{}]")
_IGNORED: dict[tuple[str, ...], Message] = {
    ("theme", "palette"): say("warna diatur dalam berkas `extra_css`: tulis `:root { --accent: …; --accent-deep: … }`"),
    ("theme", "features"): say("kerangka halaman ini tidak memakainya"),
    ("theme", "icon"): say("kerangka halaman ini tidak memakainya; pakai `theme.logo`"),
    ("theme", "font"): say("tidak ada huruf yang diambil dari situs lain"),
    ("extra", "analytics"): say("ditolak: tidak ada permintaan pembaca yang meninggalkan situs"),
    ("extra", "consent"): say("tidak perlu: situs ini tidak memasang kuki"),
    ("hooks",): say("pengaturan sebuah repositori tidak menjalankan program"),
    ("INHERIT",): say("hanya berkas ini yang dibaca"),
    ("nav",): say("menu dibuat dari rencana"),
    ("plugins",): say("pengaya tidak dipakai; halaman dan pencarian dibuat sebelum dan sesudah penerbit"),
}


def notes(configuration: Configuration, base: Path) -> list[Message]:
    """One line for each setting of the folder's own file that does nothing here, or names a file that is not there."""
    own = own_settings(configuration.file)
    if configuration.file.parent.resolve() != base.resolve():
        return []
    told = [
        say("mkdocs.yml: `{kunci}` diabaikan: {sebab}", kunci=".".join(path), sebab=reason)
        for path, reason in _IGNORED.items()
        if _at(own, path)
    ]
    known = extensions(package_settings().get("markdown_extensions"))
    if foreign := ", ".join(name for name in extensions(own.get("markdown_extensions")) if name not in known):
        because = say("halaman ditulis untuk {daftar}", daftar=", ".join(known))
        told.append(say("mkdocs.yml: `{kunci}` diabaikan: {sebab}", kunci=foreign, sebab=because))
    for key, name in (*_named(own), *((f"theme.{key}", str(_at(own, ("theme", key)))) for key in ("logo", "favicon"))):
        if _is_elsewhere(name):
            told.append(
                say("mkdocs.yml: `{kunci}`: `{berkas}` ada di situs lain dan tidak dimuat", kunci=key, berkas=name)
            )
        elif name and not any(
            (place / name.lstrip("/")).is_file() for place in (base / "site_files", configuration.theme)
        ):
            told.append(say("mkdocs.yml: `{kunci}`: `{berkas}` tidak ada dalam site_files/", kunci=key, berkas=name))
    return told


def overrides(configuration: Configuration) -> dict[str, Any]:
    """Settings for the publisher in the place of the file's own: only files of this site, and text without markup."""
    own = own_settings(configuration.file)
    changed: dict[str, Any] = {
        key: [name for each, name in _named(own) if each == key and not _is_elsewhere(name)]
        for key in _FILES
        if key in own
    }
    if isinstance(text := own.get("copyright"), str):
        changed["copyright"] = unescape(nh3.clean(text, tags=set()))
    theme = {key: "" for key in ("logo", "favicon") if _is_elsewhere(str(_at(own, ("theme", key))))}
    return changed | ({"theme": theme} if theme else {})


def _named(own: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for key in _FILES:
        listed = own.get(key)
        for each in listed if isinstance(listed, list) else []:
            yield key, str(each.get("path", "")) if isinstance(each, dict) else str(each)


def _at(own: Any, path: tuple[str, ...]) -> Any:
    for key in path:
        own = own.get(key) if isinstance(own, dict) else None
    return own or ""


def _is_elsewhere(name: str) -> bool:
    """Whether a browser would leave the site for it, or take it for more than an address: it drops white space around
    one and line ends in it, and reads a backslash as a slash."""
    return bool(_NO_PATH.search(name)) or name.strip().startswith("//")
