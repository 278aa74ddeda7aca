"""A text of ours that others may keep in their repository: it tells by itself whether somebody changed it since.

No proof against who forges it; it keeps what a person wrote into such a file from being replaced.
"""

import re
from hashlib import sha256

UNSIGNED = "0" * 64
"""What stands in a text where its signature is to be."""
_SIGNATURE = re.compile(rb"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")


def signed(text: str) -> bytes:
    """The text with its signature in the place of the first `UNSIGNED`, before which it may hold no other hash."""
    return text.replace(UNSIGNED, _signature(text.encode()), 1).encode()


def is_as_signed(content: bytes) -> bool:
    """Whether a text is as it was signed, with the line ends of any editor."""
    text = content.replace(b"\r\n", b"\n")
    found = _SIGNATURE.search(text)
    if found is None:
        return False
    unsigned = text[: found.start()] + UNSIGNED.encode() + text[found.end() :]
    return _signature(unsigned).encode() == found[0]


def _signature(unsigned: bytes) -> str:
    return sha256(unsigned).hexdigest()
