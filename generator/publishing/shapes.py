"""The shapes that a setting may have, each with the words for it."""

import re
from collections.abc import Callable
from html import unescape
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from generator.diagnostics import Place
from generator.locale import Message, say
from generator.locale.zones import zone
from generator.reading.characters import escaped

_LONGEST = 1_000
_NOT_IN_A_LINE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


class SettingShape(NamedTuple):
    """`read` gives a value as pages need it, and raises `ValueError` for one of another shape; `told` is what it must
    be."""

    read: Callable[[Any], Any]
    told: Message


def _line(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise ValueError(value)
    text = str(value).strip()
    if len(text) > _LONGEST or _NOT_IN_A_LINE.search(text):
        raise ValueError(value)
    return text


def _line_with_entities(value: Any) -> str:
    """A line that is shown with what its entities stand for."""
    text = _line(value)
    shown = _line(unescape(text))
    if escaped(shown, Place("", 1, 1, 1, 1))[1]:
        raise ValueError(value)
    return text


def _name(value: Any) -> str:
    if not (text := _line(value)):
        raise ValueError(value)
    return text


def _line_or_none(value: Any) -> str:
    return "" if value is False else _line(value)


def _truth(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError(value)
    return value


def _mark(value: Any) -> str | bool:
    """The sign of a link; white space is one too."""
    return value if isinstance(value, bool) or (_line(value) == "" and isinstance(value, str)) else _line(value)


def _depth(value: Any) -> int | str:
    if isinstance(value, bool) or not re.fullmatch(r"[1-6](-[1-6])?", str(value)):
        raise ValueError(value)
    return value if isinstance(value, int) else str(value)


def _group(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ValueError(value)
    return value


def _theme(value: Any) -> dict[str, Any]:
    return {"name": value} if isinstance(value, str) else _group(value)


def _files(value: Any) -> list[str]:
    """The names of files; the publisher also takes a group with a `path`."""
    if not isinstance(value, list):
        raise ValueError(value)
    return [_name(each.get("path") if isinstance(each, dict) else each) for each in value]


def _groups(*needed: str, also: tuple[str, ...] = ()) -> Callable[[Any], list[dict[str, str]]]:
    """Reads a list of groups of texts."""

    def read(value: Any) -> list[dict[str, str]]:
        if not isinstance(value, list):
            raise ValueError(value)
        groups = [{key: each for key, each in _group(group).items() if each is not None} for group in value]
        return [
            {key: _name(group.get(key)) for key in needed} | {key: _line(group[key]) for key in also if key in group}
            for group in groups
        ]

    return read


def _extensions(value: Any) -> dict[str, dict[str, Any]]:
    """The options of each extension by its name: in a list each is a name or a group of names."""
    found: dict[str, dict[str, Any]] = {}
    for each in value if isinstance(value, list) else [_group(value)]:
        for name, options in (each if isinstance(each, dict) else {_name(each): None}).items():
            found[str(name)] = _group({} if options is None else options)
    return found


def _address(value: Any) -> str:
    """The address of a site, ending in `/`; only one that a reader can open."""
    told = _line(value)
    parts = urlsplit(told)
    sound = parts.scheme in ("http", "https") and parts.hostname and "@" not in parts.netloc and parts.port != 0
    if told and (not sound or re.search(r"[\s\\?#\"<>]", told)):
        raise ValueError(value)
    return told if not told or told.endswith("/") else f"{told}/"


def _zone(value: Any) -> str:
    zone(name := _name(value))
    return name


LINE = SettingShape(_line, say("teks satu baris"))
LINE_WITH_ENTITIES = SettingShape(_line_with_entities, say("teks satu baris tanpa karakter yang tidak terlihat"))
NAME = SettingShape(_name, say("teks satu baris yang tidak kosong"))
LINE_OR_NONE = SettingShape(_line_or_none, say("teks satu baris, atau `false`"))
TRUTH = SettingShape(_truth, say("`true` atau `false`"))
MARK = SettingShape(_mark, say("teks satu baris, `true` atau `false`"))
DEPTH = SettingShape(_depth, say("angka 1 sampai 6, atau kisaran seperti 2-3"))
GROUP = SettingShape(_group, say("kelompok `kunci: isi`"))
THEME = SettingShape(_theme, say("nama atau kelompok `kunci: isi`"))
FILES = SettingShape(_files, say("daftar nama berkas, misalnya [gaya.css]"))
PORTAL = SettingShape(
    _groups("title", "address", also=("title_en",)),
    say("daftar halaman, masing-masing seperti {contoh}", contoh="{title: Data, address: data/}"),
)
SOCIAL = SettingShape(
    _groups("link", also=("name", "icon")),
    say("daftar tautan, masing-masing seperti {contoh}", contoh="{name: Sagara, link: https://sagara.example/}"),
)
EXTENSIONS = SettingShape(_extensions, say("daftar nama, masing-masing dengan kelompok pilihannya bila ada"))
ADDRESS = SettingShape(_address, say("alamat situs, misalnya https://rencana.contoh.go.id/"))
ZONE = SettingShape(_zone, say("WIB, WITA, WIT, atau nama seperti Asia/Jakarta"))


def one_of(*words: str) -> SettingShape:
    """One of some words."""

    def read(value: Any) -> str:
        if (word := _line(value)) not in words:
            raise ValueError(value)
        return word

    return SettingShape(read, say("salah satu dari {daftar}", daftar=", ".join(words)))


def some_of(*words: str) -> SettingShape:
    """A list of some words, none of them twice."""

    def read(value: Any) -> list[str]:
        if not isinstance(value, list) or not value:
            raise ValueError(value)
        named = [_line(each) for each in value]
        if len(set(named)) != len(named) or not set(named) <= set(words):
            raise ValueError(value)
        return named

    return SettingShape(read, say("daftar dari {daftar}, masing-masing sekali", daftar=", ".join(words)))
