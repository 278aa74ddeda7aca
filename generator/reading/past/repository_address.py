"""Where a repository is, however that is written."""

import re
from typing import NamedTuple

_ADDRESS = re.compile(
    r"(?:[a-z0-9+.-]+://(?:[^/@]*@)?(?P<host>[^/:@]*)(?::[^/]*)?/|(?:[^/@:]*@)?(?P<alias>[^/:@]+):)?(?P<path>.*)",
    re.IGNORECASE | re.DOTALL,
)
"""With a scheme, or as SSH writes it; a folder has no host."""
_OF_A_FORGE = frozenset(("scm", "_git", "v3"))
"""Parts of a path that a repository has by one way and not by another: Bitbucket's and Azure's."""


class RepositoryAddress(NamedTuple):
    """The host and the path, without who asks and by which way."""

    host: str
    path: str

    @classmethod
    def of(cls, url: str) -> "RepositoryAddress":
        """That of what Git is given."""
        found = _ADDRESS.fullmatch(url)
        assert found, "everything is a path"
        parts = (part for part in found["path"].split("/") if part and part not in _OF_A_FORGE)
        host = found["host"] or found["alias"] or ""
        return cls(host.casefold(), "/".join(parts).removesuffix(".git").casefold())

    def is_that_of(self, other: "RepositoryAddress") -> bool:
        """Whether the same repository may have both: it has another host for SSH, or a name of one's own in its
        settings, which is no address (`kantor`, `github.com-kantor`)."""
        if not self.path or self.path != other.path:
            return False
        short, long = sorted((self.host, other.host), key=len)
        return short == long or "." not in short or long.endswith(f".{short}") or _is_alias(long, short)

    def is_owned_by(self, name: str) -> bool:
        """Whether it is among the repositories of a user or a group."""
        return self.path.startswith(f"{name.casefold()}/")


def _is_alias(name: str, host: str) -> bool:
    return name.startswith(f"{host}-") and "." not in name.removeprefix(host)
