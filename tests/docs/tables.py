"""The tables of fields in the planner's guide, as the model would have them.

The guide is written by hand; its tables are compared with these by a test. After a change of the model, run
`python -m tests.docs.tables` to write them anew, and read what changed.
"""

import re
from pathlib import Path
from typing import Any

from generator.model.schema import plan_schema

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs/panduan/isian"
TABLE = re.compile(r"<!-- isian: (\w+) -->\n\n((?:\|.*\n)+)")
HEAD = "| Kunci | Arti | Wajib | Isi | Contoh |\n| --- | --- | --- | --- | --- |\n"

SCHEMA = plan_schema(whole=True)
ENTITIES: dict[str, Any] = {
    "Plan": SCHEMA,
    **{name: each for name, each in SCHEMA["$defs"].items() if "properties" in each},
}


def table(entity: str) -> str:
    """The Markdown table of one group of fields, in the order of the format."""
    group = ENTITIES[entity]
    required = group.get("required", [])
    rows = [
        (
            f"`{name}`",
            field["description"],
            "ya" if name in required else "tidak",
            _content(field),
            _example(field),
        )
        for name, field in group["properties"].items()
    ]
    return HEAD + "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _example(field: dict[str, Any]) -> str:
    for example in field.get("examples", []):
        if isinstance(example, bool):
            return "`ya`" if example else "`tidak`"
        if isinstance(example, dict):
            return "`{" + ", ".join(f"{key}: {value}" for key, value in example.items()) + "}`"
        if isinstance(example, list):
            return f"`[{', '.join(map(str, example))}]`"
        quoted = isinstance(example, str) and re.fullmatch(r"[\d.]+", example)
        return f'`"{example}"`' if quoted else f"`{example}`"
    return "lihat tabelnya"


def _content(field: dict[str, Any]) -> str:
    forms = [form for form in field.get("anyOf", [field]) if form != {"type": "null"}]
    told = [_form(form) for form in forms]
    if told[-1] == "`tidak_diketahui`" and len(told) > 1:
        return ", ".join(told[:-1]) + "; boleh `tidak_diketahui`"
    return ", ".join(told)


def _form(form: dict[str, Any]) -> str:
    kinds = form.get("type", [])
    if "$ref" in form:
        target = SCHEMA["$defs"][form["$ref"].rsplit("/", 1)[1]]
        return " · ".join(f"`{word}`" for word in target["enum"]) if "enum" in target else "kelompok isian"
    if "enum" in form:
        return " · ".join(f"`{word}`" for word in form["enum"] if isinstance(word, int) or not word.isdigit())
    if "array" in kinds:
        inner = _content(form["items"])
        return f"daftar {inner}" if inner in ("teks", "kelompok isian") else f"daftar dari {inner}"
    if "object" in kinds:
        return f"tiap tahun: {_content(form['additionalProperties'])}"
    if "boolean" in kinds and "number" not in kinds:
        return "`ya` · `tidak`"
    if "integer" in kinds:
        if form.get("minimum") == 1900:
            return "tahun"
        return f"bilangan {form['minimum']} sampai {form['maximum']}" if "maximum" in form else "bilangan bulat"
    if "number" in kinds and "boolean" not in kinds:
        return "angka"
    if form.get("format") == "date":
        return "tanggal"
    if "pattern" in form:
        return "tautan" if "http" in form["pattern"] else "triwulan"
    return "teks Markdown" if "contentMediaType" in form else "teks"


def rewrite() -> None:
    """Write every table of the guide anew."""
    for page in sorted(GUIDE.glob("*.md")):
        text = page.read_text(encoding="utf-8")
        page.write_text(
            TABLE.sub(lambda found: f"<!-- isian: {found[1]} -->\n\n{table(found[1])}", text), encoding="utf-8"
        )


if __name__ == "__main__":
    rewrite()
