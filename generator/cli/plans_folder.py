"""The folder of plans that a command finds, or is given: one that belongs to this repository and to who runs it."""

import os
import stat
from pathlib import Path

import click

from generator.cli.words import told
from generator.locale import say
from generator.reading.selection import Selection, select
from generator.store.paths import real

_OBEYED = ("", "plans", "site_templates", "site_files", "mkdocs.yml")
"""What is read beside plans that are found, by its path from there: the folder itself, and what is done there."""


def nearest() -> Selection | None:
    """All plans of the nearest folder that holds `plans`, here or above.

    Raises `click.UsageError` where somebody else put there what would be run: anybody may make such a folder above
    one's own, as in `/tmp` (of Git that was CVE-2022-24765). Who stands in a folder of theirs has chosen it, and whom
    its owner lets write there.
    """
    here = Path.cwd()
    found = next(iter(select((), here)), None)
    if found and (place := _of_another_user(found.base, here)):
        refusal = say(
            "`{jalur}` milik pengguna lain di komputer ini, jadi rencana di sana tidak diambil sendiri;"
            " bila memang itu yang dimaksud, sebut foldernya: {folder}",
            jalur=str(place),
            folder=str(found.root),
        )
        raise click.UsageError(told(refusal))
    return found


def _of_another_user(base: Path, here: Path) -> Path | None:
    own = here.stat()
    if base == here and not own.st_mode & stat.S_IWOTH:
        return None
    trusted = {os.geteuid(), 0, own.st_uid}
    places = (place for name in _OBEYED if os.path.lexists(place := base / name))
    return next((place for place in places if place.lstat().st_uid not in trusted), None)


def refuse_elsewhere(plans: Path) -> None:
    """Raise `click.UsageError` for a folder of plans that is a link: with it would come another repository's settings,
    and what is published would be whatever it leads to. And for one that is a repository of its own, of which the one
    around it remembers nothing: without what plans promised first, or without any plan, a site would be published."""
    if plans.is_symlink():
        refusal = say(
            "folder rencana `{folder}` hanya tautan, yang tidak diikuti; pindahkan isinya ke sini,"
            " atau sebut folder aslinya: {asli}",
            folder=str(plans),
            asli=str(real(plans)),
        )
        raise click.UsageError(told(refusal))
    from generator.reading.past.submodules import is_another_repository  # help must not wait for it

    if is_another_repository(real(plans)):
        refusal = say(
            "folder rencana `{folder}` repositori Git sendiri, sedangkan riwayat dan pengaturan situs dicari di"
            " folder di atasnya; simpan rencana dalam folder `plans` di repositori yang memuat mkdocs.yml, bukan"
            " sebagai submodul",
            folder=str(plans),
        )
        raise click.UsageError(told(refusal))
