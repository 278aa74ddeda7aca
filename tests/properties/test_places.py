"""Every figure of a plan leads to its line: what stands at its place is the value."""

import json
from typing import Any

from hypothesis import given, settings

from generator.diagnostics import Place

from .plans import edition, plans


@given(plans())
@settings(max_examples=40)
def test_what_stands_at_the_place_of_a_value_is_the_value(values: dict[str, Any]) -> None:
    lines = json.dumps(values, ensure_ascii=False, indent=1).split("\n")
    read = edition(values)

    def written(place: Place) -> Any:
        assert place.line == place.end_line
        return json.loads(lines[place.line - 1][place.column - 1 : place.end_column - 1])

    for activity in values["kegiatan"]:
        identifier = activity["id"]
        assert written(read.place(identifier, "nama")) == activity["nama"]
        assert written(read.place(identifier, "mulai")) == activity["mulai"]
        for name in ("anggaran", "tonggak", "kemajuan", "sdm"):
            for position, entry in enumerate(activity.get(name, ())):
                for key, value in entry.items():
                    assert written(read.place(identifier, name, position, key)) == value
    for position, count in enumerate(values["sdm"]):
        assert written(read.place("sdm", position, "peran")) == count["peran"]
    for gap in values["kesenjangan"]:
        assert written(read.place(gap["id"], "uraian")) == gap["uraian"]
