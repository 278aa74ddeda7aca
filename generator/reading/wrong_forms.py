"""A text where a list or a group of fields is expected, and the other ways round."""

import re

from generator.locale import Message, say
from generator.model.description import Field, Shape, fields
from generator.model.entity import Item
from generator.model.spelling.days import meant_years
from generator.model.values import Mistake, shown
from generator.reading.nodes import Group, Listing, Node, Scalar

_WRITTEN: dict[type, Message] = {Scalar: say("teks"), Listing: say("daftar"), Group: say("kelompok isian")}


def wrong_form(kind: str, written: Node, field: Field | None) -> Mistake:
    """What pydantic calls a `kind` of mistake in the type of a value."""
    wanted, help_, fix = say("sebuah teks"), say("tulis teksnya sesudah titik dua"), None
    if "tuple" in kind or "list" in kind:
        wanted, (help_, fix) = say("sebuah daftar"), _as_list(written, field)
    elif "dict" in kind or "model" in kind:
        wanted, (help_, fix) = say("kelompok isian `kunci: isi`"), _as_group(written, field)
    elif isinstance(written, Listing) and written and all(isinstance(each, Scalar) for each in written):
        help_, fix = _one_of(written)
    told = say("di sini diharapkan {diharapkan}, bukan {tertulis}", diharapkan=wanted, tertulis=_WRITTEN[type(written)])
    return Mistake("bentuk-salah", told, help_, fix)


def _as_list(written: Node, field: Field | None) -> tuple[Message, str | None]:
    group = field.group if field else None
    if isinstance(written, Group):
        return _entries(written, field), None
    if isinstance(written, Scalar) and group is None and len(written) <= 200:
        parts = [part.strip() for part in re.split(r"[,;\t\n]| dan ", written) if part.strip(" -•–")]
        if parts and all(re.fullmatch(r"[\w. /-]+", part) for part in parts):
            fix = f"[{', '.join(parts)}]"
            return say("tulis `{benar}`", benar=fix), fix
    if group and isinstance(written, Scalar):
        example = _example(group)
        if "\t" in written or "    " in written:
            return say(
                "sel Excel yang ditempel bukan daftar; tulis tiap baris sebagai `- {contoh}`", contoh=example
            ), None
        return say("tulis tiap butir pada baris sendiri: `- {contoh}`", contoh=example), None
    return say("tulis tiap unsur pada baris sendiri yang diawali `- `, atau `[satu, dua]`"), None


def _entries(written: Group, field: Field | None) -> Message:
    """How a group becomes an entry, or the entries, of a list."""
    pairs = list(written.pairs())
    first = pairs[0][0] if pairs else None
    if first is None:
        return say("tulis `[]` bila memang tidak ada")
    if field and field.group and issubclass(field.group, Item) and all(isinstance(each, Group) for _, each in pairs):
        return say("ganti `{kunci}:` dengan `- id: {kunci}`; kunci lainnya sejajar dengan `id`", kunci=shown(first))
    if first.place[1:3] != written.place[1:3]:
        return say("tulis `- ` di depan `{tanda}`", tanda="{")
    return say("beri `- ` di depan kunci pertama tiap butir, dan jorokkan kunci lainnya sejajar")


def _as_group(written: Node, field: Field | None) -> tuple[Message, str | None]:
    by_year = field is not None and field.shape is Shape.BY_YEAR
    if isinstance(written, Listing) and not (by_year and all(isinstance(each, Scalar) for each in written)):
        return say("hapus tanda `- ` di depan tiap kunci; di sini setiap kunci ditulis sekali saja"), None
    if field is None:
        return say("tulis kuncinya di bawah, menjorok dua spasi"), None
    if by_year:
        return say("tulis satu baris untuk tiap tahun, menjorok dua spasi: `2026: …`"), None
    years = meant_years(str(written))
    keys = [each.key for each in fields(field.group)] if field.group else []
    if len(years) == 2 and keys[:2] == ["mulai", "selesai"]:
        fix = f"{{mulai: {years[0]}, selesai: {years[1]}}}"
        return say("tulis `{benar}`", benar=fix), fix
    return say("tulis kuncinya di bawah, menjorok dua spasi, misalnya `{contoh}`", contoh=_first(field)), None


def _one_of(written: Listing) -> tuple[Message, str | None]:
    """One text is wanted, and a list of texts is written."""
    if len(written) == 1:
        return say("tulis `{benar}`", benar=shown(written[0])), str(written[0])
    several = ", ".join(f"`{shown(each)}`" for each in written[:4])
    return say("hanya satu yang dapat ditulis di sini; pilih satu: {daftar}", daftar=several), None


def _example(group: type) -> str:
    shown = [each for each in fields(group) if each.shape is Shape.ONE and each.examples and not each.group][:5]
    return "{" + ", ".join(f"{each.key}: {each.examples[0]}" for each in shown) + "}"


def _first(field: Field) -> str:
    inner = next((each for each in fields(field.group) if each.examples), None) if field.group else None
    return f"{inner.key}: {inner.examples[0]}" if inner else "kunci: isi"
