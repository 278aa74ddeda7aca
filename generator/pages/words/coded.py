"""What a plan writes as a code or a key, told as a reader would say it."""

from typing import TypeVar

from generator.checks.findings import KINDS
from generator.locale import Language, Message, say
from generator.model.terms import Content, SectionKey

Value = TypeVar("Value")

_CODES: dict[str, Message] = {
    **{kind.code: kind.label for kind in KINDS},
    **{term.value: term.label for terms in (SectionKey, Content) for term in terms},
}
_HEADS: dict[str, Message] = {
    "tanggapan": say("tanggapan atas temuan"),
    "alasan_perubahan": say("alasan perubahan"),
}
_CONTINUED: dict[tuple[str, ...], tuple[Message, Message, Message]] = {
    ("lanjutan_dari", "id"): (
        say("kini melanjutkan kegiatan {ke} dari rencana sebelumnya"),
        say("tidak lagi melanjutkan kegiatan {dari} dari rencana sebelumnya"),
        say("kini melanjutkan kegiatan {ke} dari rencana sebelumnya, semula {dari}"),
    ),
    ("lanjutan_dari", "rencana"): (
        say("kini melanjutkan rencana {ke}"),
        say("tidak lagi melanjutkan rencana {dari}"),
        say("kini melanjutkan rencana {ke}, semula {dari}"),
    ),
}
_CONTINUED[("rencana", "melanjutkan")] = _CONTINUED["lanjutan_dari", "rencana"]


def spoken(value: Value, language: Language) -> Value | str:
    """The name of a finding, a section or a field of the guideline for its code; anything else as it is."""
    label = _CODES.get(value) if isinstance(value, str) else None
    return language.word(label) if label else value


def holds_codes(path: tuple[str, ...]) -> bool:
    """Whether a path leads to an answer or a reason, which name findings, sections and items by their codes."""
    return path[0] in _HEADS


def entry_head(path: tuple[str, ...]) -> Message | None:
    """How the list of answers or reasons is called where one of its entries came or went."""
    return _HEADS.get(path[0]) if len(path) == 1 else None


def continued(path: tuple[str, ...], before: object, after: object) -> Message | None:
    """A whole sentence about what a plan or an activity goes on with; `None` of any other field."""
    said = _CONTINUED.get(path)
    if said is None:
        return None
    came, went, other = said
    chosen = came if before is None else went if after is None else other
    return chosen._replace(arguments=(("dari", str(before)), ("ke", str(after))))
