"""A checksum before the bytes: whatever came over them since, they are the same bytes, in the same place, or none."""

from hashlib import blake2b

_LENGTH = 32


def sealed(content: bytes, place: str) -> bytes:
    """The content behind its checksum, for one place."""
    return _seal(content, place) + content


def unsealed(written: bytes, place: str) -> bytes | None:
    """The content, if it is what was sealed for this place."""
    content = written[_LENGTH:]
    return content if _seal(content, place) == written[:_LENGTH] else None


def _seal(content: bytes, place: str) -> bytes:
    return blake2b(content, digest_size=_LENGTH, key=digest(place.encode("utf-8", "surrogatepass"))).digest()


def digest(content: bytes) -> bytes:
    """The checksum itself."""
    return blake2b(content, digest_size=_LENGTH).digest()
