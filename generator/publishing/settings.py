"""A publisher's configuration file as plain values of the shapes that pages can be made with; it runs nothing."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor
from ruamel.yaml.error import YAMLError

from generator.locale import say
from generator.publishing.unusable import Unusable
from generator.store.opening import content

_MOST_VALUES, _MOST_BYTES = 10_000, 256 << 10
_TAG = "tag:yaml.org,2002:"


class _Settings(SafeConstructor):
    """Reads plain values: a day is the text that was written, and a value with a tag of its own no setting of ours."""


_Settings.add_constructor(None, lambda constructor, node: None)
_Settings.add_constructor(f"{_TAG}timestamp", SafeConstructor.construct_yaml_str)
for _name in ("binary", "set", "omap", "pairs"):
    _Settings.add_constructor(f"{_TAG}{_name}", lambda constructor, node: None)

_TEXTS = (
    *(("site_name",), ("site_author",), ("site_description",), ("copyright",), ("site_url",), ("repo_url",)),
    *(("theme", "custom_dir"), ("theme", "logo"), ("theme", "favicon"), ("theme", "language")),
)
_LISTS = (("extra", "social"),)
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]")


def read_settings(file: Path) -> dict[str, Any]:
    """What a configuration file holds; `Unusable` for one of no use."""
    reader = YAML(typ="safe", pure=True)
    reader.Constructor = _Settings
    try:
        told = content(file, _MOST_BYTES)
        if len(told) > _MOST_BYTES:
            raise Unusable(say("{berkas} lebih besar dari {batas} KiB", berkas=str(file), batas=_MOST_BYTES >> 10))
        settings = reader.load(told.decode("utf-8"))
    except Unusable:
        raise
    except (YAMLError, UnicodeDecodeError, ValueError) as error:
        raise Unusable(say("{berkas} tidak dapat dibaca: {sebab}", berkas=str(file), sebab=str(error))) from error
    except RecursionError:
        raise Unusable(say("{berkas} bertingkat terlalu dalam", berkas=str(file))) from None
    if not isinstance(settings or {}, dict):
        raise Unusable(say("{berkas} tidak berisi pasangan `kunci: isi`", berkas=str(file)))
    if not _is_moderate(settings):
        raise Unusable(
            say(
                "{berkas} memuat lebih dari {batas} isian; alias yang berulang dihitung setiap kali",
                berkas=str(file),
                batas=_MOST_VALUES,
            )
        )
    try:
        json.dumps(settings)
    except (TypeError, ValueError):  # a key that is a list, or the like
        raise Unusable(say("{berkas} memuat kunci yang bukan teks", berkas=str(file))) from None
    return settings or {}


def in_shape(file: Path, settings: dict[str, Any]) -> dict[str, Any]:
    """The settings with texts where pages need texts; `Unusable` for one of another shape.

    A publisher would end with words for programmers.
    """
    shaped = {**settings, "theme": settings.get("theme"), "extra": settings.get("extra")}
    for key in ("theme", "extra"):
        if isinstance(shaped[key], dict):
            shaped[key] = dict(shaped[key])
        elif shaped[key] is None:
            del shaped[key]
    for path in _TEXTS:
        holder, value = _held(shaped, path)
        if isinstance(value, dict | list):
            raise Unusable(say("{berkas}: {isian} harus teks", berkas=str(file), isian=".".join(path)))
        if value is not None and not isinstance(value, bool | str):
            holder[path[-1]] = value = str(value)
        if isinstance(value, str) and _CONTROLS.search(value.strip()):
            raise Unusable(say("{berkas}: {isian} harus teks satu baris", berkas=str(file), isian=".".join(path)))
    for path in _LISTS:
        _, value = _held(shaped, path)
        if value is not None and not (isinstance(value, list) and all(isinstance(each, dict) for each in value)):
            raise Unusable(
                say("{berkas}: {isian} harus daftar pasangan `kunci: isi`", berkas=str(file), isian=".".join(path))
            )
    return shaped


def web_root(file: Path, told: str) -> str:
    """The address of a site, ending in `/`; `Unusable` for one that no reader can open."""
    try:
        parts = urlsplit(told)
        sound = parts.scheme in ("http", "https") and parts.hostname and "@" not in parts.netloc and parts.port != 0
    except ValueError:
        sound = False
    if told and (not sound or re.search(r"[\s\\?#\"<>]", told)):
        raise Unusable(
            say(
                "{berkas}: site_url `{alamat}` bukan alamat situs; tulis misalnya https://rencana.contoh.go.id/",
                berkas=str(file),
                alamat=told,
            )
        )
    return told if not told or told.endswith("/") else f"{told}/"


def mapping(value: Any) -> dict[str, Any]:
    """The pairs of a setting, none for one of another shape."""
    return value if isinstance(value, dict) else {}


def _held(settings: dict[str, Any], path: tuple[str, ...]) -> tuple[dict[str, Any], Any]:
    holder = settings
    for key in path[:-1]:
        holder = mapping(holder.get(key))
    return holder, holder.get(path[-1])


def _is_moderate(settings: Any) -> bool:
    """Whether there are as many values as people write; one line of aliases can name a thousand million."""
    waiting, seen = [settings], 0
    while waiting and seen <= _MOST_VALUES:
        seen += 1
        value = waiting.pop()
        waiting += value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ()
    return not waiting
