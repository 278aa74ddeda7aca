"""Values as a publisher reads them: JSON is YAML."""

import json
import re
from typing import Any

# Signs that JSON may hold and YAML may not, or takes for the end of a line.
_FORBIDDEN = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def yaml_of(value: Any) -> str:
    """A value in one line of YAML, whatever its texts hold."""
    text = json.dumps(value, ensure_ascii=False)
    return _FORBIDDEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
