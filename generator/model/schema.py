"""The JSON Schema (draft 2020-12) of a plan file, for editors: the description of the fields, told in Indonesian.

An editor resolves scalars by YAML's own rules before it looks at the schema: `11.10` is a number to it and
`true` a boolean, where our reader takes the raw text. The schema therefore accepts every form in which a right
value can arrive; it may miss a mistake that `rencana check` finds. It marks a sound plan wrong in one case only: a
required text that is the bare word `null`, which an editor cannot tell from a text that is missing.

Labels of enumerations stand in `markdownEnumDescriptions`, the annotation that the language servers of
VS Code's family show; validators ignore it.
"""

from collections.abc import Iterator
from typing import Any

from generator.locale import language
from generator.model.description import Field, Shape, fields
from generator.model.entity import Entity
from generator.model.plan import FORMAT_VERSION, Plan
from generator.model.terms import Term
from generator.model.value_type import ValueType
from generator.model.values import UNKNOWN

DIALECT = "https://json-schema.org/draft/2020-12/schema"
IDENTIFIER = f"urn:rencana-induk:skema:{FORMAT_VERSION}"

Schema = dict[str, Any]

_UNKNOWN: Schema = {
    "enum": [UNKNOWN.value],
    "markdownEnumDescriptions": ["Lembaga belum mengetahuinya; jangan menulis 0 atau `-` sebagai gantinya."],
}
_WHOLE: Schema = {"type": ["integer", "string"], "pattern": r"^\s*[+-]?\d+(_\d+)*\s*$"}
_YEAR: Schema = {"type": ["integer", "string"], "pattern": r"^\s*(19|20|21)\d{2}\s*$"}
_TEXT: Schema = {"type": ["string", "number", "boolean"], "minLength": 1}
_FORMS: dict[ValueType, Schema] = {
    ValueType.TEXT: _TEXT,
    ValueType.MARKDOWN: {**_TEXT, "contentMediaType": "text/markdown"},
    ValueType.NATIONAL_FRAME: _TEXT,
    ValueType.NATIONAL_INDICATOR: _TEXT,
    ValueType.IDENTIFIER: _TEXT,
    ValueType.REFERENCE: _TEXT,
    # An address may be said to be unknown even where that is read as if it were left out.
    ValueType.LINK: {"type": "string", "pattern": f"^(https?://|mailto:|{UNKNOWN.value}$)"},
    ValueType.FLAG: {
        "type": ["boolean", "string"],
        "pattern": r"^([Yy][Aa]|[Tt][Ii][Dd][Aa][Kk]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])$",
    },
    ValueType.VERSION: {"enum": [FORMAT_VERSION, str(FORMAT_VERSION)]},
    ValueType.COUNT: {**_WHOLE, "minimum": 0},
    ValueType.RUPIAH: {**_WHOLE, "minimum": 0},
    ValueType.PERCENT: {**_WHOLE, "minimum": 0, "maximum": 100},
    ValueType.SCALE: {**_WHOLE, "minimum": 1, "maximum": 5},
    ValueType.NUMBER: {"type": ["number", "string"], "pattern": r"^\s*[+-]?\d+(_\d+)*(\.\d{1,9})?\s*$"},
    ValueType.YEAR: {**_YEAR, "minimum": 1900, "maximum": 2199},
    ValueType.YEARS: {
        "type": ["integer", "string"],
        "pattern": r"^\s*(19|20|21)\d{2}(-(19|20|21)\d{2})?\s*$",
        "minimum": 1900,
        "maximum": 2199,
    },
    ValueType.DAY: {"type": "string", "format": "date", "pattern": r"^\s*\d{4}-\d{2}-\d{2}\s*$"},
    ValueType.QUARTER: {"type": "string", "pattern": r"^[0-9]{4}-T[1-4]$"},
    ValueType.WHEN: {
        "type": ["string", "integer"],
        "pattern": r"^\s*\d{4}-\d{2}-\d{2}\s*$|^(19|20|21)\d{2}$|^[0-9]{4}-T[1-4]$",
        "minimum": 1900,
        "maximum": 2199,
    },
    ValueType.SPAN: {
        "type": ["string", "integer"],
        "pattern": r"^(19|20|21)\d{2}$|^[0-9]{4}-T[1-4]$",
        "minimum": 1900,
        "maximum": 2199,
    },
}
"""The forms in which a value of each type may arrive; choices and groups have definitions of their own."""


def plan_schema(*, whole: bool = False) -> Schema:
    """The schema of a file of a plan, JSON-serialisable, its keys in the order of the format.

    A plan may be split over files, each with some of the top-level keys: by default none of them is required.
    With `whole` the required ones are, for a plan that stands in a single file.
    """
    groups = dict.fromkeys(_groups(Plan))
    titles: dict[type[Entity], set[str]] = {}
    for field in (field for group in (Plan, *groups) for field in fields(group)):
        if field.group:
            titles.setdefault(field.group, set()).add(field.title)
    words = {field.choices for group in (Plan, *groups) for field in fields(group) if field.choices}
    definitions = {group.__name__: _group(group, titles[group]) for group in groups}
    definitions |= {kind.__name__: _words(kind) for kind in words}
    return {
        "$schema": DIALECT,
        "$id": IDENTIFIER + (":utuh" if whole else ""),
        "title": "Rencana induk e-government",
        "description": (
            "Satu rencana dalam satu berkas."
            if whole
            else "Satu berkas rencana. Rencana boleh dibagi ke beberapa berkas dalam satu folder;"
            " `rencana check` memeriksa apakah semuanya lengkap."
        ),
        **_properties(Plan, optional=not whole),
        "$defs": dict(sorted(definitions.items())),
    }


def _groups(group: type[Entity]) -> Iterator[type[Entity]]:
    for inner in (field.group for field in fields(group) if field.group):
        yield inner
        yield from _groups(inner)


def _group(group: type[Entity], titles: set[str]) -> Schema:
    """A group that is always called by one title gets it, so that an editor can name an entry of a list."""
    return _properties(group) | ({"title": next(iter(titles))} if len(titles) == 1 else {})


def _properties(group: type[Entity], *, optional: bool = False) -> Schema:
    """The fields of a group; with `optional` each of them may be left out."""
    required = [] if optional else [field.key for field in fields(group) if field.required]
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {field.key: _field(field) for field in fields(group)},
        **({"required": required} if required else {}),
    }


def _words(kind: type[Term]) -> Schema:
    labels = [language().word(word.label) for word in kind]
    return {"type": "string", "enum": [word.value for word in kind], "markdownEnumDescriptions": labels}


def _field(field: Field) -> Schema:
    told = {"title": field.title, "description": field.description}
    examples = {"examples": [_json(example) for example in field.examples]} if field.examples else {}
    return {**told, **examples, **_one_of(_shapes(field), empty=not field.required)}


def _json(example: Any) -> Any:
    return {str(year): value for year, value in example.items()} if isinstance(example, dict) else example


def _shapes(field: Field) -> list[Schema]:
    values = [_value(field), *([_UNKNOWN] if field.unknown else [])]
    if field.shape is Shape.MANY:
        return [{"type": "array", "items": values[0]}, *(values if field.alone else values[1:])]
    if field.shape is Shape.BY_YEAR:
        year = {"pattern": _YEAR["pattern"]}
        return [{"type": "object", "propertyNames": year, "additionalProperties": _one_of(values, empty=True)}]
    return values


def _value(field: Field) -> Schema:
    definition = field.group or field.choices
    return {"$ref": f"#/$defs/{definition.__name__}"} if definition else _FORMS[field.value_type]


def _one_of(forms: list[Schema], *, empty: bool = False) -> Schema:
    """Any of some forms; a key with nothing after it counts as not written, so an optional one takes null."""
    if not empty:
        return forms[0] if len(forms) == 1 else {"anyOf": forms}
    if len(forms) == 1 and "type" in forms[0]:
        kinds = forms[0]["type"]
        return forms[0] | {"type": [*(kinds if isinstance(kinds, list) else [kinds]), "null"]}
    return {"anyOf": [*forms, {"type": "null"}]}
