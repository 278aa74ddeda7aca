"""The tables of fields in the planner's guide, as the model would have them.

The guide is written by hand; its tables are compared with these by a test. After a change of the model, run
`python -m tests.docs.tables` to write them anew, and read what changed.
"""

import re
from pathlib import Path

from generator.locale import language
from generator.model.description import Field, Shape, fields
from generator.model.entity import Entity
from generator.model.plan import Plan

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs/panduan/isian"
TABLE = re.compile(r"<!-- isian: (\w+) -->\n\n((?:\|.*\n)+)")
HEAD = "| Kunci | Arti | Wajib | Isi | Contoh |\n| --- | --- | --- | --- | --- |\n"


def groups(entity: type[Entity] = Plan) -> dict[str, type[Entity]]:
    """Every group of fields by the name of its class."""
    found = {entity.__name__: entity}
    for field in fields(entity):
        if field.group:
            found |= groups(field.group)
    return found


ENTITIES = groups()


def table(entity: str) -> str:
    """The Markdown table of one group of fields, in the order of the format."""
    rows = [
        (f"`{field.key}`", field.description, "ya" if field.required else "tidak", _content(field), _example(field))
        for field in fields(ENTITIES[entity])
    ]
    return HEAD + "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _example(field: Field) -> str:
    for example in field.examples:
        if isinstance(example, bool):
            return "`ya`" if example else "`tidak`"
        if isinstance(example, dict):
            return "`{" + ", ".join(f"{key}: {value}" for key, value in example.items()) + "}`"
        if isinstance(example, list):
            return f"`[{', '.join(map(str, example))}]`"
        quoted = isinstance(example, str) and re.fullmatch(r"[\d.]+", example)
        return f'`"{example}"`' if quoted else f"`{example}`"
    return "lihat tabelnya"


def _content(field: Field) -> str:
    value = " · ".join(f"`{word}`" for word in field.choices) if field.choices else field.value_type.value
    if field.target:
        value = f"id {language().word(field.target.called)}"
    if field.shape is Shape.MANY:
        many = f"daftar dari {value}" if field.choices else f"daftar {value}"
        value = f"{value}, atau daftarnya" if field.alone else many
    elif field.shape is Shape.BY_YEAR:
        value = f"tiap tahun: {value}"
    return f"{value}; boleh `tidak_diketahui`" if field.unknown else value


def rewrite() -> None:
    """Write every table of the guide anew."""
    for page in sorted(GUIDE.glob("*.md")):
        text = page.read_text(encoding="utf-8")
        page.write_text(
            TABLE.sub(lambda found: f"<!-- isian: {found[1]} -->\n\n{table(found[1])}", text), encoding="utf-8"
        )


if __name__ == "__main__":
    rewrite()
