"""What the name of a file says: one of a plan, one that should have been, or anything else that people keep there."""

import re
from functools import cache

from generator.model.description import fields
from generator.model.plan import Plan

_SUFFIXES = (".yaml", ".yml")

# What an editor or a mail program puts behind the name of a file that it takes for its own, and a slip of the finger.
_DISGUISED = re.compile(
    r"(?i)(.{1,250}\.ya?ml)(?:\.(?:txt|text|json|docx?|odt|rtf|html?|md|csv|xlsx?)|[ \u00a0]+|[ ._-]*\(?[0-9]{0,3}\)?)"
)
_MISTYPED = re.compile(r"(?i)(.{1,250})\.(?:yam|yal|yaml[a-z]|yml[a-z]|yalm|ymal|yaaml|yamal)")
_WITHOUT_DOT = re.compile(r"(?i)(.{1,250}?)[ ,;_-]*ya?ml")

_PARTS = ("inventaris", "rencana-implementasi", "pengendalian")
"""Names of files that are no key of the format, as `rencana new` and the guide give them."""

_DOCUMENTS = frozenset(
    (
        *("xlsx", "xlsm", "xls", "xlsb", "ods", "csv", "tsv", "doc", "docx", "odt", "ppt", "pptx", "odp", "pdf"),
        *("md", "markdown", "htm", "html", "png", "jpg", "jpeg", "gif", "svg", "webp", "zip", "rar", "7z", "gz"),
        *("rtf", "lnk", "url", "license", "sig", "asc"),
    )
)
"""Endings of documents and pictures beside a plan."""

_COPIES = frozenset(("bak", "old", "orig", "rej", "tmp", "swp", "swo", "part", "save", "json"))
"""Endings of what editors, programs and people keep beside a file: a copy of it, as long as it is there."""


def is_plan_file(name: str) -> bool:
    """Whether a file of this name is read."""
    return name.lower().endswith(_SUFFIXES)


def is_disguised(name: str) -> bool:
    """Whether a file would be one of a plan by its name, but for what stands behind it: `lembaga.yaml.txt`."""
    return not is_plan_file(name) and bool(_DISGUISED.fullmatch(name) or _MISTYPED.fullmatch(name))


def is_document(name: str) -> bool:
    """Whether a file is for people, by the ending of its name."""
    return _ending(name) in _DOCUMENTS


def is_kept_copy(name: str) -> bool:
    """Whether a file may stand beside the one that it is a copy of."""
    return _ending(name) in _COPIES


def right_name(name: str, *, in_plan: bool) -> str:
    """The name that a file should have had; empty for one that is called right, or anything else.

    In the folder of a plan, `in_plan`, more is taken for a part of it: whatever has no ending, is JSON or a copy of one
    that is read, and what is called as a part and has an ending that no document has.
    """
    if is_plan_file(name) or not name.isprintable() or name[:1] in "#~" or name[-1:] in "#~":
        return ""
    if disguised := _DISGUISED.fullmatch(name):
        return disguised[1]
    if mistyped := _MISTYPED.fullmatch(name):
        return f"{mistyped[1]}.yaml"
    if not in_plan:
        return ""
    if is_kept_copy(name) and is_plan_file(copied := name.rpartition(".")[0]):
        return copied
    stem, dot, ending = name.rstrip(". ").rpartition(".")
    if not dot:
        stem, ending = ending, ""
    if not ending:
        # In capitals it is a text for people, by custom: README, LICENSE.
        is_meant = any(map(str.isalpha, stem)) and not (stem.isupper() and not is_part(stem))
    else:
        is_meant = ending.lower() == "json" or (is_part(stem) and not is_document(name))
    undotted = _WITHOUT_DOT.fullmatch(stem)
    return f"{undotted[1] if undotted else stem}.yaml" if is_meant else ""


def may_be_part(name: str) -> bool:
    """Whether a file in the folder of a plan is read by its name, or should be."""
    return is_plan_file(name) or bool(right_name(name, in_plan=True))


def is_part(stem: str) -> bool:
    """Whether a file is called as a part of a plan: `kegiatan`, `Kegiatan_Dinkes`, `kegiatan-dinkes`."""
    words = re.split("[^a-z]+", stem.lower())
    return any(words[: len(part)] == list(part) for part in _parts())


def _ending(name: str) -> str:
    return name.rstrip(". ").rpartition(".")[2].lower() if "." in name else ""


@cache
def _parts() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(re.split("[-_]", part)) for part in (*_PARTS, *(field.key for field in fields(Plan))))
