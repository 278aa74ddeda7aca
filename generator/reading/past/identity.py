"""What tells one institution from another: the code that it bears, and its name."""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from generator.model.address import PlanAddress
from generator.model.terms import CodeScheme
from generator.reading.past.contents import Blob

_REGISTERED = frozenset(scheme.value for scheme in CodeScheme if scheme.is_registered)


class Identity(NamedTuple):
    """Scheme and code of an institution, and its name, folded."""

    scheme: str
    code: str
    name: str = ""

    @property
    def is_registered(self) -> bool:
        """Whether a register gives the code, so that no two institutions have it."""
        return self.scheme in _REGISTERED

    @property
    def unnamed(self) -> "Identity":
        """Whoever bears the code."""
        return self._replace(name="")

    def bears_code_of(self, other: "Identity") -> bool:
        """Whether the codes are the same."""
        return (self.scheme, self.code) == (other.scheme, other.code)

    def is_that(self, other: "Identity") -> bool:
        """Whether two are the same institution. Where no register gives the code, another may bear it: the name counts
        too."""
        return self.bears_code_of(other) and (self.is_registered or self.name == other.name)

    def likeness(self, other: "Identity") -> int:
        """How much speaks for one being the other: a name more than a code, which may be put right."""
        return 2 * bool(self.name and self.name == other.name) + self.bears_code_of(other)

    def may_be(self, other: "Identity") -> bool:
        """Whether two could be one that was given another name, or put its code right."""
        return self.likeness(other) > 0


def folded(name: str) -> str:
    """The name of an institution, as those of one are the same."""
    return " ".join(name.split()).casefold()


Identify: TypeAlias = Callable[[PlanAddress, tuple[Blob, ...]], Identity | None]
"""Reads the identity from a plan's files; `None` where they do not tell it."""
