"""The fields of an item that a template of a new plan does not show itself: added below, switched off.

So a new field of the format stands in every new plan, with its own description and example; one that deserves a better
place or a better example is written into the template.
"""

import re

from generator.model.description import Field, fields, item_tables
from generator.scaffold.inline import as_yaml

_MARK = re.compile(r"^(?P<before>[# ]*)«selebihnya (?P<list>\w+)»\n", re.MULTILINE)
_KEY = re.compile(r"^[# -]*(\w+):", re.MULTILINE)


def with_remaining(template: str) -> str:
    """A template in which each mark `«selebihnya kegiatan»` has become the fields of that list which its entry above
    does not name; groups of fields need an example by hand."""
    lists = {table.path[-1]: kind for kind, table in item_tables().items()}

    def lines(mark: re.Match[str]) -> str:
        shown = set(_KEY.findall(template[: mark.start()].rpartition(f"{mark['list']}:\n")[2]))
        left = (field for field in fields(lists[mark["list"]]) if field.key not in shown and not field.group)
        return "".join(_lines(field, mark["before"]) for field in left)

    return _MARK.sub(lines, template)


def _lines(field: Field, before: str) -> str:
    """What a field is, and the field with an example; an entry that is switched off itself needs no second `#`."""
    choices = f" {' | '.join(field.choices)}" if field.choices else ""
    example = as_yaml(field.examples[0])
    off = "" if "#" in before else "#"
    return f"{before}# {field.description}{choices}\n{before}{off}{field.key}: {example}\n"
