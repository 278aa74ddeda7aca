"""A checksum before the bytes: whatever came over them since, they are the same bytes or none."""

from hashlib import blake2b

_LENGTH = 32


def sealed(content: bytes) -> bytes:
    """The content behind its checksum."""
    return digest(content) + content


def unsealed(written: bytes) -> bytes | None:
    """The content, if it is what was sealed."""
    content = written[_LENGTH:]
    return content if digest(content) == written[:_LENGTH] else None


def digest(content: bytes) -> bytes:
    """The checksum itself."""
    return blake2b(content, digest_size=_LENGTH).digest()
