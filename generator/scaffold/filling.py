"""The files of a new plan: templates of this package with the answers in them, each as safe YAML."""

import re
from datetime import date
from enum import Enum
from importlib.resources import files

from generator.scaffold.inline import Value, as_yaml
from generator.scaffold.interview import NewPlan
from generator.scaffold.remaining import with_remaining

_FIELD = re.compile(r"^(\s*)(\w+): «(\w+)\|(.*)»")
"""A line that waits for an answer and shows an example, switched off with `#`, when there is none."""
_ANSWER = re.compile(r"«(\w+)»")


def templates() -> dict[str, str]:
    """The templates by file name, in alphabetical order."""
    found = sorted(files("generator.scaffold").joinpath("files").iterdir(), key=lambda each: each.name)
    return {
        each.name: with_remaining(each.read_text(encoding="utf-8")) for each in found if each.name.endswith(".yaml")
    }


def fill(template: str, values: dict[str, Value]) -> str:
    """A template with its answers; what an answer says is never read as a template or as YAML."""
    return "".join(_line(line, values) for line in template.splitlines(keepends=True))


def _line(line: str, values: dict[str, Value]) -> str:
    if field := _FIELD.fullmatch(line.rstrip("\n")):
        indent, key, name, example = field.groups()
        value = values[name]
        return f"{indent}#{key}: {example}\n" if value is None else f"{indent}{key}: {as_yaml(value)}\n"
    return _ANSWER.sub(lambda answer: as_yaml(values[answer[1]]), line)


def answers(plan: NewPlan) -> dict[str, Value]:
    """What the templates ask for, by the names they use; `None` where nothing was answered."""
    institution, header = plan.institution, plan.header
    enactment = header.enactment.model_dump(by_alias=True, exclude_none=True) if header.enactment else None
    return {
        "kode": institution.code,
        "skema_kode": institution.code_scheme.value,
        "nama": institution.name,
        "jenis": institution.kind.value,
        "provinsi": institution.province,
        "situs": institution.site,
        "ppid": institution.information_officer,
        "judul": header.title,
        "jenis_dokumen": header.document_kind.value,
        "mulai": header.period.start,
        "selesai": header.period.end,
        "status": header.status.value,
        "penetapan": enactment and {name: _plain(value) for name, value in enactment.items()},
        "lisensi": header.licence,
        "contoh": header.is_example,
        "diperbarui": header.updated,
    }


def _plain(value: object) -> Value:
    if isinstance(value, Enum):
        return str(value.value)
    return value if isinstance(value, int | date) else str(value)
