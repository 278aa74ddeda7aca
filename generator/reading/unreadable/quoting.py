"""Texts that YAML takes for something else until they stand in quotation marks."""

import re
from collections.abc import Iterator, Sequence

from generator.locale import Message, say
from generator.reading.unreadable.cure import Cure
from generator.reading.unreadable.lines import TypedLine
from generator.reading.vocabulary import lists, may_be_unknown

_LONGEST = 50
_WORDS_OWN = "“”„‟‘’‚‛«»"
_STARTERS: dict[str, Message] = {
    sign: say("teks yang diawali `{tanda}` terbaca sebagai tanda YAML", tanda=sign) for sign in "@%&*!?-[{`|>#,]}"
}


def quoted(text: str) -> str:
    """A text in quotation marks, so that YAML reads just that."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def not_closed(line: TypedLine) -> Iterator[Cure]:
    """`nama: "Portal perizinan`: the quotation goes on to the next quotation mark of the file, or to its end."""
    mark = line.value[:1]
    if mark in ('"', "'") and len(line.value) > 1 and _closes(line.value) is None:
        yield _value(
            line,
            line.value + mark,
            say("tanda kutip pembuka tidak ditutup"),
            say("tambahkan tanda kutip penutup di akhir teksnya: `{teks}`", teks=_short(line.value + mark)),
        )


def closed_early(line: TypedLine) -> Iterator[Cure]:
    """`"Portal "SIMIZIN" usaha"`, `'Jum'at'`, `"Jaringan" kecamatan`: a quotation mark inside the text ends it."""
    mark, end = line.value[:1], _closes(line.value)
    if mark not in ('"', "'") or end is None or not line.value[end + 1 :].strip(" ,]}"):
        return
    whole = len(line.value) > 1 and line.value.endswith(mark)
    text = line.value[1:-1].replace(mark * 2, mark) if whole else line.value
    right = quoted(text) if mark in text or not whole else quoted(line.value)
    yield _value(
        line,
        right,
        say("tanda kutip di dalam teks mengakhiri teksnya"),
        say("apit seluruh teks dengan tanda kutip jenis lain: `{teks}`", teks=_short(right)),
    )


def inside_brackets(line: TypedLine) -> Iterator[Cure]:
    """`{nama: "Badan Perencanaan}`, `[Jum'at, "Portal "X""]`: the same in a group or list on one line."""
    if line.value[:1] not in ("[", "{"):
        return
    for found in re.finditer(r"(?:(?<=[:\[{,] )|(?<=[\[{,]))(?=[^,:{}\[\]]*[\"'])[^,:{}\[\]]*(?=[,}\]]|$)", line.value):
        text, start = found[0].strip(), found.start() + len(found[0]) - len(found[0].lstrip())
        if text and _closes(text) != len(text) - 1:
            bare = text[1:] if text[0] in "\"'" and text.count(text[0]) == 1 else text
            right = quoted(bare[1:-1] if len(bare) > 1 and bare[0] in "\"'" and bare[-1] == bare[0] else bare)
            column = line.value_column + start
            yield Cure(
                (line.number, column),
                (line.number, column + len(text)),
                right,
                say("tanda kutip dalam teks ini tidak berpasangan"),
                _quote(right),
            )


def starts_with_a_sign(line: TypedLine) -> Iterator[Cure]:
    """`nama: *Jaringan* kecamatan`, `@Jaringan`, `[Baru] Jaringan`: a first character that YAML keeps for itself."""
    sign = line.value[:1]
    if sign not in _STARTERS or line.value in ("|", ">", "-") or (sign in "[{" and line.value[-1] in "]}"):
        return
    right = quoted(line.value)
    yield _value(line, right, _STARTERS[sign], _quote(right))


def colon_inside(lines: Sequence[TypedLine], at: int) -> Iterator[Cure]:
    """`nama: Portal perizinan: usaha mikro`, or a text over several lines with `: ` in one of them."""
    line, last = lines[at], at
    while last + 1 < len(lines) and _continues(line, lines[last + 1]) and last - at < _LONGEST:
        last += 1
    if last > at and any(re.search(r":(\s|$)", each.text) for each in lines[at + 1 : last + 1]):
        right = quoted(" ".join([line.value, *(each.text.strip() for each in lines[at + 1 : last + 1])]))
        yield Cure(
            (line.number, line.value_column),
            (lines[last].number, len(lines[last].text) + 1),
            right,
            say("teks ini berlanjut di baris berikutnya dan memuat `: `, yang terbaca sebagai kunci"),
            say("tulis sebagai satu baris yang diapit tanda kutip: `{teks}`", teks=_short(right)),
        )
    elif re.search(r":(\s|$)", line.value) and line.value[:1] not in ('"', "'", "[", "{", "|", ">"):
        right = quoted(line.value)
        cause = say("teks ini memuat `: `, yang terbaca sebagai kunci")
        if line.value[0] in _WORDS_OWN:
            cause = say("teks ini memuat `: `; tanda kutip pengolah kata (`“`) bukan tanda kutip YAML")
        yield _value(line, right, cause, _quote(right))


def goes_on_below(lines: Sequence[TypedLine], at: int) -> Iterator[Cure]:
    """`nama: Portal perizinan` and below it, no deeper than `nama`, `usaha mikro`."""
    head, last = lines[at], at
    if not (head.key and head.value) or head.value[0] in "\"'[{|>&*!":
        return
    while last + 1 < len(lines) and last - at < _LONGEST:
        line = lines[last + 1]
        if line.key or line.dashes or line.is_blank or line.depth > head.key_column:
            break
        last += 1
    if last > at:
        whole = " ".join([head.value, *(line.text.strip() for line in lines[at + 1 : last + 1])])
        right = quoted(whole) if re.search(r":(\s|$)| #", whole) else whole
        yield Cure(
            (head.number, head.value_column),
            (lines[last].number, len(lines[last].text) + 1),
            right,
            say("teks ini berlanjut di baris berikutnya, yang tidak menjorok"),
            say("tulis sebagai satu baris: `{teks}`", teks=_short(right)),
        )


def begins_below(lines: Sequence[TypedLine], at: int) -> Iterator[Cure]:
    """`nama:` and below it, further left than `nama`, `status layanan publik`: the text of the key."""
    head, last = lines[at], at
    if not head.has_known_key or head.value:
        return
    while last + 1 < len(lines) and last - at < _LONGEST:
        line = lines[last + 1]
        if line.key or line.dashes or line.is_blank or line.depth >= head.key_column:
            break
        last += 1
    if last > at:
        whole = " ".join(line.text.strip() for line in lines[at + 1 : last + 1])
        right = quoted(whole) if re.search(r":(\s|$)| #|^[\[{&*!|>%@`\"'-]", whole) else whole
        yield Cure(
            (head.number, len(head.text.rstrip()) + 1),
            (lines[last].number, len(lines[last].text) + 1),
            f" {right}",
            say("isi `{kunci}` ditulis di baris berikutnya, yang tidak menjorok", kunci=head.key),
            say("tulis sebagai satu baris: `{teks}`", teks=f"{head.key}: {_short(right)}"),
        )


def escape_inside(line: TypedLine) -> Iterator[Cure]:
    r"""`"C:\data"`: between double quotation marks a backslash begins an escape."""
    if line.value.startswith('"') and "\\" in line.value:
        text = line.value.strip('"')
        right = "'" + text.replace("'", "''") + "'"
        yield _value(line, right, say("`\\` di dalam tanda kutip ganda dibaca sebagai perintah"), _quote(right))


def hash_inside(line: TypedLine) -> Iterator[Cure]:
    """`{kondisi: Aplikasi #1, sasaran: dua}`: what follows ` #` is a comment, the closing bracket too."""
    if " #" in line.value and line.value[:1] in "{[" and line.value[-1:] in "}]":
        for found in re.finditer(r"(?<=[:\[{,] )[^,:{}\[\]\"']* #[^,{}\[\]\"']*", line.value):
            column = line.value_column + found.start()
            right = quoted(found[0].rstrip())
            yield Cure(
                (line.number, column),
                (line.number, column + len(found[0].rstrip())),
                right,
                say("` #` di dalam teks menjadikan sisanya komentar"),
                _quote(right),
            )


def dash_for_nothing(line: TypedLine) -> Iterator[Cure]:
    """`jumlah: -`, `jumlah: ?`: a sign for what is not known or not there."""
    if line.key and line.value in ("-", "?"):
        if line.key in lists():
            right, remedy = "[]", say("tulis `[]` bila memang tidak ada, atau hapus barisnya")
        elif line.key in may_be_unknown():
            right, remedy = "tidak_diketahui", say("tulis `tidak_diketahui` bila belum diketahui, atau hapus barisnya")
        else:
            right, remedy = "", say("tulis isinya, atau hapus barisnya bila memang tidak ada")
        yield _value(line, right, say("`{tanda}` bukan isi", tanda=line.value), remedy)
    elif line.value[:1] in ("[", "{"):
        for found in re.finditer(r"\b(\w{1,40}): {1,4}(\?)(?= {0,4}[,}])", line.value):
            if found[1] in may_be_unknown():
                column = line.value_column + found.start(2)
                yield Cure(
                    (line.number, column),
                    (line.number, column + 1),
                    "tidak_diketahui",
                    say("`{tanda}` bukan isi", tanda="?"),
                    say("tulis `tidak_diketahui` bila belum diketahui"),
                )


def _continues(head: TypedLine, line: TypedLine) -> bool:
    """Whether a line goes on with the plain text that a key began with."""
    plain = head.key and head.value and head.value[0] not in "\"'[{|>&*!"
    return bool(plain) and line.depth > head.key_column and not (line.has_known_key or line.dashes or line.is_blank)


def _quote(right: str) -> Message:
    return say("apit seluruh teks dengan tanda kutip: `{teks}`", teks=_short(right))


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:40]}…{text[-20:]}"


def _value(line: TypedLine, right: str, cause: Message, remedy: Message) -> Cure:
    start = line.value_column
    return Cure((line.number, start), (line.number, start + len(line.value)), right, cause, remedy)


def _closes(value: str) -> int | None:
    """The index of the mark that ends the quotation a value begins with."""
    pattern = r'"(?:[^"\\]|\\.)*"' if value[:1] == '"' else r"'(?:[^']|'')*'"
    match = re.match(pattern, value)
    return match.end() - 1 if match else None
