"""A text of ours tells whether somebody changed it."""

import pytest

from generator.store.signed_text import UNSIGNED, is_as_signed, signed

TEXT = f"# sidik {UNSIGNED}\nsatu\ndua --hash=sha256:{'a' * 64}\n"


def test_what_was_signed_is_known_with_any_line_ends() -> None:
    written = signed(TEXT)
    assert is_as_signed(written)
    assert is_as_signed(written.replace(b"\n", b"\r\n"))
    assert written.replace(written[8:72], UNSIGNED.encode()) == TEXT.encode()


@pytest.mark.parametrize(
    "changed",
    [
        signed(TEXT) + b"tiga\n",
        signed(TEXT).replace(b"dua", b"dva"),
        b"# milik saya\n" + signed(TEXT),
        TEXT.encode(),
        b"",
        b"\xff\xfe",
    ],
)
def test_what_was_changed_is_told(changed: bytes) -> None:
    assert not is_as_signed(changed)
