"""The repository around a plan: settings, workflow, owners, and help for editors and colleagues.

Only what is not there yet is written: a second plan in the same repository changes nothing of the first one's.
"""

import errno
import os
import re
import secrets
from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from urllib.parse import urlsplit

from generator.publishing.configuration import new_site_id
from generator.scaffold.filling import fill
from generator.scaffold.inline import Value
from generator.scaffold.schema_file import schema_file
from generator.scaffold.surroundings import NO_FORGE, Surroundings
from generator.store.paths import lands_in

SCHEMA = ".vscode/rencana.schema.json"

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|])")
_NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK, errno.ENOSYS)
"""What a disk says that has no second names for a file: FAT, and some of networks."""
_ANSWER = re.compile(r"«(\w+)»")


def repository_files(around: Surroundings) -> dict[str, bytes]:
    """The files around a plan, by their path."""
    texts = {path: _filled(path, text, around) for part in ("all", around.forge) for path, text in _templates(part)}
    return {path: text.encode() for path, text in texts.items()} | {SCHEMA: schema_file()} | dict(around.tools)


def add(contents: Mapping[str, bytes], folder: Path) -> tuple[list[str], list[str]]:
    """Write files that are not there yet below a folder; which were written, and which not: they stood there already,
    or a link leads out of the folder.

    Raises `OSError`; what was written before it stays, and is whole.
    """
    written, kept = [], []
    for path, content in sorted(contents.items()):
        target = folder / path
        if os.path.lexists(target) or not lands_in(target, folder):
            kept.append(path)
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        draft = target.with_name(f".{target.name}-{secrets.token_hex(4)}")
        try:
            draft.write_bytes(content)
            _name(draft, target)
            written.append(path)
        except FileExistsError:
            kept.append(path)
        finally:
            draft.unlink(missing_ok=True)
    return written, kept


def _name(draft: Path, target: Path) -> None:
    """Name a whole file. Raises `FileExistsError` where a rename would replace what somebody wrote meanwhile."""
    try:
        os.link(draft, target)
    except OSError as refused:
        if refused.errno not in _NO_LINKS:
            raise
        with target.open("xb") as file:
            file.write(draft.read_bytes())


def _templates(part: str) -> Iterator[tuple[str, str]]:
    start = files("generator.scaffold").joinpath("repository_files", part)
    if start.is_dir():
        yield from _below(start, "")


def _below(folder: Traversable, path: str) -> Iterator[tuple[str, str]]:
    for each in folder.iterdir():
        if each.is_dir():
            yield from _below(each, f"{path}{each.name}/")
        else:
            yield f"{path}{each.name}", each.read_text(encoding="utf-8")


def _filled(path: str, template: str, around: Surroundings) -> str:
    name = f"Rencana Induk {around.name}"
    if path == "mkdocs.yml":
        forge = "github" if around.forge == NO_FORGE else around.forge
        values: dict[str, Value] = {
            "nama_situs": name,
            "site_url": around.site_url or None,
            "repo_url": around.repository or None,
            "forge": forge,
            "id_situs": new_site_id(),
        }
        return fill(template, values)
    if path == "README.md":
        address = f": <{around.site_url}>" if around.site_url else ""
        told = {"nama_situs": _text(name), "nama": _text(around.name), "alamat": address}
        return _ANSWER.sub(lambda answer: told[answer[1]], template)
    if path.endswith("CODEOWNERS"):
        return _owned(template, around.repository)
    return template


def _owned(template: str, repository: str) -> str:
    """The owners' file with the account that holds the repository; switched off where that is not known."""
    account = urlsplit(repository).path.strip("/").split("/")[0]
    if re.fullmatch(r"[\w.-]+", account):
        return template.replace("«pemilik»", f"@{account}")
    lines = template.replace("«pemilik»", "@ganti-dengan-kelompok").splitlines()
    return "".join(f"#{line}\n" if line.startswith("/") else f"{line}\n" for line in lines)


def _text(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text)
