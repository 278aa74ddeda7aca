"""The schema of plans as a file beside them, by which editors complete and explain what is written."""

import json

from generator.model.schema import IDENTIFIER, plan_schema
from generator.store.signed_text import UNSIGNED, is_as_signed, signed

_COMMENT = f"Ditulis oleh `rencana schema`, yang menggantinya selama tidak diubah. Sidik berkas ini: {UNSIGNED}"


def schema_file(*, whole: bool = False) -> bytes:
    """The schema of a plan's files, or of a `whole` plan."""
    return signed(json.dumps({"$comment": _COMMENT, **plan_schema(whole=whole)}, ensure_ascii=False, indent=2) + "\n")


def is_schema_file(content: bytes) -> bool:
    """Whether this is such a file, as it was written."""
    try:
        return is_as_signed(content) and str(json.loads(content)["$id"]).startswith(IDENTIFIER)
    except (ValueError, LookupError, TypeError, RecursionError):
        return False
