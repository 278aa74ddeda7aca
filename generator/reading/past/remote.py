"""Where a repository is published: the address of its remote, in whatever form, and its main branch."""

import re
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from generator.reading.past.commits import line
from generator.reading.past.git import run
from generator.reading.past.published_branch import checked_out, main_of, remote_name
from generator.reading.past.repository import repository_at
from generator.reading.past.unavailable import Unavailable

_SCP = re.compile(r"(?:[^@/\s]+@)?(?P<host>[A-Za-z0-9.-]+\.[A-Za-z0-9-]+):(?P<path>[^/\s].*)")
_HOST = re.compile(r"[A-Za-z0-9.-]+")


class Remote(NamedTuple):
    """The pages of the repository on its forge, and the branch that a proposal is made for; empty where not known."""

    address: str = ""
    branch: str = ""


def remote_of(folder: Path) -> Remote:
    """The remote of the repository that a folder lies in."""
    name = remote_name(folder)
    if not name:
        return Remote(branch=_branch(folder, ""))
    urls = _lines(folder, "remote", "get-url", "--", name)
    return Remote(web_address(urls[0]) if urls else "", _branch(folder, name))


def web_address(remote: str) -> str:
    """The page of a repository, from the address that Git is given; empty for a folder or anything else.

    Names and passwords in it are dropped, and the port of SSH, which is not the web's.
    """
    short = _SCP.fullmatch(remote)
    if short and "://" not in remote:
        return _joined("https", short["host"], short["path"])
    try:
        parts = urlsplit(remote)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return ""
    if parts.scheme in ("http", "https"):
        return _joined(parts.scheme, f"{host}:{port}" if port else host, parts.path)
    return _joined("https", host, parts.path) if parts.scheme in ("ssh", "git", "git+ssh") else ""


def first_commit(folder: Path) -> str:
    """The commit that the published line of the repository begins with; empty where that is not known."""
    repository = repository_at(folder)
    if isinstance(repository, Unavailable) or repository.is_shallow():
        return ""
    head = repository.commit("HEAD")
    commits = head if isinstance(head, Unavailable) else repository.commits(head)
    return "" if isinstance(commits, Unavailable) else [id for id, _ in line(commits)][-1]


def _joined(scheme: str, host: str, path: str) -> str:
    path = path.strip("/").removesuffix(".git").rstrip("/")
    known = _HOST.fullmatch(host.partition(":")[0]) and path and not re.search(r"[\s\x00-\x1f\x7f\"<>\\]", path)
    return f"{scheme}://{host}/{path}" if known else ""


def _branch(folder: Path, name: str) -> str:
    """What the remote calls its main branch, else the branch that is checked out."""
    return (main_of(folder, name) if name else "") or checked_out(folder)


def _lines(folder: Path, *arguments: str) -> list[str]:
    return (run(folder, *arguments).output or b"").decode("utf-8", "replace").splitlines()
