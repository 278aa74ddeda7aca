"""The templates of a build, as they were when it began.

A build takes minutes, and whoever works on a template saves it meanwhile: pages of one text would be kept under the
mark of another, for good. So all processes of a build read a copy, and it is the copy that is marked.
"""

from dataclasses import replace
from pathlib import Path

from generator.build.jobs import BuildInputs, mark_of_files
from generator.store.files import files
from generator.store.opening import LARGEST, content
from generator.store.paths import real
from generator.store.shelf import Shelf

_NAME, _FOLDER = ".templat", "site_templates"


def held(making: BuildInputs) -> BuildInputs:
    """The same to build with, its templates on the shelf, where nobody changes them. Only for who holds its lock."""
    configuration = making.configuration
    copies = {folder: _copy(folder, making.shelf) for folder in configuration.templates}
    theme = real(configuration.theme)
    held_theme = next(
        copy / theme.relative_to(real(folder)) for folder, copy in copies.items() if theme.is_relative_to(real(folder))
    )
    return replace(making, configuration=replace(configuration, templates=tuple(copies.values()), theme=held_theme))


def _copy(folder: Path, shelf: Shelf) -> Path:
    """A copy of a folder of templates, under the mark of what it holds.

    One on the shelf is code that somebody else may have put there, with a seal that anybody can make: it is taken
    where it holds the templates of the repository, byte for byte.
    """
    own = mark_of_files(folder)
    if (kept := shelf.get(_NAME, own)) and mark_of_files(kept / _FOLDER) == own:
        return kept / _FOLDER
    with shelf.bench() as bench:
        made = bench / "isi"
        copied = made / _FOLDER
        for path in files(folder):
            (copied / path).parent.mkdir(parents=True, exist_ok=True)
            (copied / path).write_bytes(content(folder / path, LARGEST))
        return shelf.put(_NAME, mark_of_files(copied), made) / _FOLDER
