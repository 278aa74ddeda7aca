"""Names of computers in an address: those that a browser takes, so that a link that is accepted leads there."""

import re
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from unicodedata import normalize, ucd_3_2_0

_HOST = re.compile(r"(?:\[(?P<six>[0-9A-Fa-f:.]+)\]|(?P<name>[\w-]+(?:\.[\w-]+)*)\.?)(?::(?P<port>[0-9]{0,5}))?")
_HIGHEST_PORT = 65_535
_LONGEST_LABEL, _LONGEST_NAME = 63, 253
"""Characters between two dots, and of all, as they are asked for (RFC 1035)."""
_LETTERS = ("Ll", "Lo", "Mn", "Mc")
"""Small ones, others and their marks, as of Unicode 3.2: those that names may have in every browser (RFC 3490)."""
_BLANK = "\u115f\u1160"
"""Letters of Hangul that nobody sees."""
_NUMBER = re.compile(r"[0-9]+|0[xX][0-9A-Fa-f]*")


def is_host(text: str) -> bool:
    """Whether a text is the name or the number of a computer, with a port or without."""
    found = _HOST.fullmatch(text)
    if not found or int(found["port"] or 0) > _HIGHEST_PORT:
        return False
    try:
        if found["six"]:
            return bool(IPv6Address(found["six"]))
        if _NUMBER.fullmatch(found["name"].rpartition(".")[2]):
            return bool(IPv4Address(found["name"]).packed)
    except AddressValueError:
        return False
    return _is_asked_for(found["name"])


def _is_asked_for(name: str) -> bool:
    """Whether a name, as browsers write it for the network (IDNA), is one: no other sign stands for a letter of it."""
    small = name.lower()
    try:
        asked = small.encode("idna").decode("ascii")
        back = asked.encode("ascii").decode("idna")
    except UnicodeError:
        return False
    if len(asked) > _LONGEST_NAME or any(len(label) > _LONGEST_LABEL for label in asked.split(".")):
        return False
    is_plain = name.isascii() or all(map(_may_be_in_a_name, name))
    return is_plain and normalize("NFKC", small) == small and (back == small or asked == small)


def _may_be_in_a_name(sign: str) -> bool:
    if sign.isascii():
        return not sign.isupper()
    return ucd_3_2_0.category(sign) in _LETTERS and sign not in _BLANK
