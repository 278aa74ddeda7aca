"""The JSON Schema (draft 2020-12) of a plan file, for editors: the same model, told in Indonesian.

An editor resolves scalars by YAML's own rules before it looks at the schema: `11.10` is a number to it and
`true` a boolean, where our reader takes the raw text. The schema therefore accepts every form in which a right
value can arrive; it may miss a mistake that `rencana check` finds. It marks a sound plan wrong in one case only: a
required text that is the bare word `null`, which an editor cannot tell from a text that is missing.

Labels of enumerations stand in `markdownEnumDescriptions`, the annotation that the language servers of
VS Code's family show; validators ignore it.
"""

from typing import Any

from generator.locale import language
from generator.model import terms
from generator.model.plan import FORMAT_VERSION, Plan
from generator.model.values import UNKNOWN

DIALECT = "https://json-schema.org/draft/2020-12/schema"
IDENTIFIER = f"urn:rencana-induk:skema:{FORMAT_VERSION}"

Schema = dict[str, Any]

_UNKNOWN: Schema = {
    "enum": [UNKNOWN.value],
    "markdownEnumDescriptions": ["Lembaga belum mengetahuinya; jangan menulis 0 atau `-` sebagai gantinya."],
}
_YEAR = r"^\s*(19|20|21)\d{2}\s*$"
_WHOLE = r"^\s*[+-]?\d+(_\d+)*\s*$"
_NUMBER = r"^\s*[+-]?\d+(_\d+)*(\.\d{1,9})?\s*$"
_DAY = r"^\s*\d{4}-\d{2}-\d{2}\s*$"
_FLAG = r"^([Yy][Aa]|[Tt][Ii][Dd][Aa][Kk]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])$"


def plan_schema(*, whole: bool = False) -> Schema:
    """The schema of a file of a plan, JSON-serialisable, its keys in the order of the format.

    A plan may be split over files, each with some of the top-level keys: by default none of them is required.
    With `whole` the required ones are, for a plan that stands in a single file.
    """
    made = Plan.model_json_schema(by_alias=True)
    definitions = made["$defs"]
    entities = [made, *(each for each in definitions.values() if "properties" in each)]
    for entity in entities:
        _tell_entity(entity)
    for name, definition in definitions.items():
        definition.pop("title", None)  # English names and docstrings are for programmers
        definition.pop("description", None)
        if "enum" in definition:
            members = getattr(terms, name)
            definition["markdownEnumDescriptions"] = [language().word(member.label) for member in members]
    _name_definitions(entities, definitions)
    required = {"required": made["required"]} if whole else {}
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
        "type": "object",
        "additionalProperties": False,
        "properties": made["properties"],
        **required,
        "$defs": definitions,
    }


def _tell_entity(entity: Schema) -> None:
    required = entity.get("required", [])
    for name, field in entity["properties"].items():
        told = {word: field[word] for word in ("title", "description", "examples") if word in field}
        entity["properties"][name] = told | _accepting(field, empty=name not in required)


def _accepting(field: Schema, *, empty: bool) -> Schema:
    """What a field may hold; a key with nothing after it counts as not written, so an optional one takes null."""
    forms = [_form(each) for each in field.get("anyOf", [field]) if each.get("type") != "null"]
    if empty and len(forms) == 1 and "type" in forms[0]:
        kinds = forms[0]["type"]
        return forms[0] | {"type": [*(kinds if isinstance(kinds, list) else [kinds]), "null"]}
    if empty:
        forms.append({"type": "null"})
    return forms[0] if len(forms) == 1 else {"anyOf": forms}


def _form(value: Schema) -> Schema:
    """One kind of value as an editor's YAML reader may hand it over."""
    match value:
        case {"$ref": reference}:
            return {"$ref": reference}
        case {"const": UNKNOWN.value}:
            return _UNKNOWN
        case {"const": version}:
            return {"enum": [version, str(version)]}
        case {"enum": _}:
            return {"type": ["boolean", "string"], "pattern": _FLAG}
        case {"type": "array", "items": items}:
            return {"type": "array", "items": _accepting(items, empty=False)}
        case {"type": "object", "additionalProperties": values}:
            return {
                "type": "object",
                "propertyNames": {"pattern": _YEAR},
                "additionalProperties": _accepting(values, empty=True),
            }
        case {"type": "integer", **limits}:
            bounds: Schema = {word: limits[word] for word in ("minimum", "maximum") if word in limits}
            pattern = _YEAR if bounds.get("minimum") == 1900 else _WHOLE
            return {"type": ["integer", "string"], "pattern": pattern, **bounds}
        case {"type": "number"}:
            return {"type": ["number", "string"], "pattern": _NUMBER}
        case {"type": "string", "format": "date"}:
            return {"type": "string", "format": "date", "pattern": _DAY}
        case {"type": "string", "pattern": pattern}:
            return {"type": "string", "pattern": pattern}
        case {"type": "string", **rest}:
            media = {"contentMediaType": rest["contentMediaType"]} if "contentMediaType" in rest else {}
            return {"type": ["string", "number", "boolean"], "minLength": 1, **media}
    raise ValueError(f"a kind of value the schema does not know: {value}")


def _name_definitions(entities: list[Schema], definitions: Schema) -> None:
    """A group that is always called by one title gets it, so that an editor can name an entry of a list."""
    titles: dict[str, set[str]] = {}
    for entity in entities:
        for field in entity["properties"].values():
            for reference in _references(field):
                titles.setdefault(reference.rsplit("/", 1)[1], set()).add(field["title"])
    for name, found in titles.items():
        if len(found) == 1 and "properties" in definitions[name]:
            definitions[name]["title"] = found.pop()


def _references(field: Schema) -> list[str]:
    if "$ref" in field:
        return [field["$ref"]]
    inner = [*field.get("anyOf", []), *([field["items"]] if "items" in field else [])]
    return [reference for each in inner for reference in _references(each)]
