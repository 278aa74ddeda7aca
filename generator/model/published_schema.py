"""The JSON Schema of a plan as it is published: `rencana.json` against which other programs check what they took."""

from typing import Any

from generator.model.schema import IDENTIFIER, plan_schema


def published_schema() -> dict[str, Any]:
    """The schema of a whole plan, and of what the site adds: the way to the schema, and figures under `turunan`."""
    schema = plan_schema(whole=True)
    added = {
        "$schema": {"type": "string", "title": "Skema", "description": "Alamat skema ini dari berkas."},
        "turunan": {
            "type": "object",
            "title": "Turunan",
            "description": (
                "Angka yang dihitung situs; bukan bagian rencana dan tidak ditulis ke dalamnya."
                " Tentang satu kegiatan hanya yang diketahui yang disebut, dan `terlambat` hanya bila terlambat."
            ),
        },
    }
    return schema | {"$id": f"{IDENTIFIER}:terbit", "properties": schema["properties"] | added}
