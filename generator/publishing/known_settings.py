"""The settings of a repository that shape its site: which there are, what each holds, and why others do nothing."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from generator.diagnostics import Problem, Severity
from generator.locale import Message, say
from generator.locale.catalogues import LANGUAGES
from generator.pages.site import FORGES
from generator.publishing import shapes
from generator.publishing.settings import Settings, mapping
from generator.publishing.shapes import SettingShape
from generator.publishing.unusable import Unusable, unusable

SITE_ID = "id_situs"
ZONE = "zona_waktu"
LANGUAGES_OF_SITE = "languages"
"""Keys of `extra`."""

Key = tuple[str, ...]

KNOWN: dict[Key, SettingShape] = {
    ("site_name",): shapes.NAME,
    ("site_author",): shapes.LINE,
    ("site_description",): shapes.LINE,
    ("copyright",): shapes.LINE_WITH_ENTITIES,
    ("site_url",): shapes.ADDRESS,
    ("repo_url",): shapes.LINE,
    ("extra_css",): shapes.FILES,
    ("extra_javascript",): shapes.FILES,
    ("theme",): shapes.THEME,
    ("theme", "name"): shapes.NAME,
    ("theme", "custom_dir"): shapes.NAME,
    ("theme", "language"): shapes.one_of(*LANGUAGES),
    ("theme", "logo"): shapes.LINE_OR_NONE,
    ("theme", "favicon"): shapes.LINE_OR_NONE,
    ("extra",): shapes.GROUP,
    ("extra", "scope"): shapes.LINE,
    ("extra", "forge"): shapes.one_of(*FORGES),
    ("extra", "branch"): shapes.NAME,
    ("extra", LANGUAGES_OF_SITE): shapes.some_of(*LANGUAGES),
    ("extra", ZONE): shapes.ZONE,
    ("extra", SITE_ID): shapes.NAME,
    ("extra", "portal"): shapes.PORTAL,
    ("extra", "social"): shapes.SOCIAL,
    ("markdown_extensions",): shapes.EXTENSIONS,
    ("markdown_extensions", "attr_list"): shapes.GROUP,
    ("markdown_extensions", "tables"): shapes.GROUP,
    ("markdown_extensions", "tables", "use_align_attribute"): shapes.TRUTH,
    ("markdown_extensions", "toc"): shapes.GROUP,
    ("markdown_extensions", "toc", "permalink"): shapes.MARK,
    ("markdown_extensions", "toc", "permalink_title"): shapes.LINE,
    ("markdown_extensions", "toc", "toc_depth"): shapes.DEPTH,
}
"""What each setting holds; a group stands before what is in it."""

_FRAME = say("kerangka halaman ini tidak memakainya")
_ALONE = say("hanya berlaku bagi `mkdocs build` yang dijalankan sendiri")
IGNORED: dict[Key, Message] = {
    ("theme", "palette"): say("warna diatur dalam berkas `extra_css`: tulis `:root { --accent: …; --accent-deep: … }`"),
    ("theme", "features"): _FRAME,
    ("theme", "icon"): say("kerangka halaman ini tidak memakainya; pakai `theme.logo`"),
    ("theme", "font"): say("tidak ada huruf yang diambil dari situs lain"),
    ("extra", "analytics"): say("ditolak: tidak ada permintaan pembaca yang meninggalkan situs"),
    ("extra", "consent"): say("tidak perlu: situs ini tidak memasang kuki"),
    ("hooks",): say("pengaturan sebuah repositori tidak menjalankan program"),
    ("INHERIT",): say("hanya berkas ini yang dibaca"),
    ("nav",): say("menu dibuat dari rencana"),
    ("plugins",): say("pengaya tidak dipakai; halaman dan pencarian dibuat sebelum dan sesudah penerbit"),
    **{
        (key,): _ALONE
        for key in (
            *("dev_addr", "draft_docs", "edit_uri", "edit_uri_template", "extra_templates", "remote_branch"),
            *("remote_name", "repo_name", "strict", "use_directory_urls", "watch"),
        )
    },
}
"""Settings that people know of the publisher and that do nothing here, each with why."""

_OF_PUBLISHER_ALONE = frozenset((("docs_dir",), ("site_dir",), ("exclude_docs",), ("not_in_nav",), ("validation",)))
"""What a file needs with which `mkdocs build` is run alone, and which changes nothing else."""

OUR_THEME = "material"
"""The theme whose every part the frame of the site replaces."""


def shaped(settings: Settings) -> dict[str, Any]:
    """The known settings in their shapes, one that was left empty left out; `Unusable` tells all of other shapes."""
    found: dict[str, Any] = {}
    wrong: list[Problem] = []
    for key, shape in KNOWN.items():
        holder = found if len(key) == 1 else at(found, key[:-1])
        source = settings.values if len(key) == 1 else holder
        value = source.get(key[-1]) if isinstance(source, dict) else None
        if value is None:
            mapping(holder).pop(key[-1], None)
            continue
        try:
            holder[key[-1]] = copied(shape.read(value))
        except (ValueError, TypeError):
            holder.pop(key[-1], None)
            told = say("`{kunci}` harus {bentuk}", kunci=".".join(key), bentuk=shape.told)
            wrong.append(unusable(settings.place(*key), told))
    main = mapping(found.get("theme")).get("language", LANGUAGES[0])
    languages = mapping(found.get("extra")).get(LANGUAGES_OF_SITE)
    if languages and main not in languages:
        told = say("`extra.languages` harus memuat `{utama}`, bahasa utama situs (theme.language)", utama=main)
        wrong.append(unusable(settings.place("extra", LANGUAGES_OF_SITE), told))
    if wrong:
        raise Unusable(*wrong)
    return found


def ignored(settings: Settings, *, own_frame: bool) -> Iterator[Problem]:
    """A warning for each setting that does nothing; with a frame of one's own it may use any of `extra`."""
    own = shaped(settings)
    for group in ((), *(key for key in KNOWN if KNOWN[key] in (shapes.THEME, shapes.GROUP, shapes.EXTENSIONS))):
        for name, value in mapping(at(own, group) if group else settings.values).items():
            key = (*group, str(name))
            is_free = own_frame and group == ("extra",) and key not in IGNORED
            if not (key in KNOWN or key in _OF_PUBLISHER_ALONE or is_free or (key in IGNORED and not value)):
                yield warning(settings, key, say("`{kunci}` diabaikan: {sebab}", kunci=".".join(key), sebab=_why(key)))
    for key in KNOWN:
        if tag := settings.tag(*key):
            because = say("isian bertanda `{tanda}` tidak dibaca; tulis isinya", tanda=tag)
            yield warning(settings, key, say("`{kunci}` diabaikan: {sebab}", kunci=".".join(key), sebab=because))
    name = mapping(own.get("theme")).get("name", OUR_THEME)
    if name != OUR_THEME:
        because = say("kerangka halaman ini dibuat untuk `{tema}`", tema=OUR_THEME)
        yield warning(
            settings, ("theme", "name"), say("`{kunci}` diabaikan: {sebab}", kunci="theme.name", sebab=because)
        )


def warning(settings: Settings, key: Key, message: Message) -> Problem:
    """What is to be told of a setting that stops nothing."""
    return Problem("pengaturan-diabaikan", settings.place(*key), message, severity=Severity.WARNING)


def at(values: Any, key: Key) -> Any:
    """The value of a setting; `None` for one that is not there."""
    for name in key:
        values = values.get(name) if isinstance(values, dict) else None
    return values


def copied(value: Any) -> Any:
    """A group that may be changed: several settings may be one by an alias."""
    return {key: copied(each) for key, each in value.items()} if isinstance(value, dict) else value


def _why(key: Key) -> Message:
    if reason := IGNORED.get(key):
        return reason
    if key[0] == "markdown_extensions":
        known = (each[1] for each in KNOWN if each[0] == key[0] and len(each) == 2)
        named = ", ".join(known) if len(key) == 2 else ", ".join(each[-1] for each in KNOWN if each[:-1] == key[:-1])
        return say("halaman ditulis untuk {daftar}", daftar=named) if named else say("tidak ada pilihan di sini")
    names = [each[-1] for each in (*KNOWN, *IGNORED, *_OF_PUBLISHER_ALONE) if each[:-1] == key[:-1]]
    if near := get_close_matches(key[-1], names, n=1):
        return say("tidak dikenal; mungkin maksudnya `{kunci}`", kunci=".".join((*key[:-1], near[0])))
    return say("tidak dikenal")
