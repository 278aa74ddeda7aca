"""What a command takes from the machine around it: no zone, and no program of the folder that one works in."""

import os
from contextlib import suppress
from pathlib import Path

_LIBRARIES = "LD_LIBRARY_PATH"
RUN = ("PATH", _LIBRARIES, "DYLD_LIBRARY_PATH", "GCONV_PATH")
"""Variables that list the folders of programs and libraries."""


def take_no_zone() -> None:
    """A site's zone is its setting, and Babel opens whatever `TZ` names in the folder that one works in."""
    os.environ.pop("TZ", None)


def run_nothing_here() -> dict[str, str]:
    """Take the folder that one works in, and those around it in its repository, out of where this process, and all that
    it starts, look for programs and libraries: an empty part is that folder, too. Gives the variables as they were."""
    before = {name: told for name in RUN if (told := os.environ.get(name)) is not None}
    for name, told in before.items():
        left = [place for place in places_in(name, told) if not is_here(place)]
        if left:
            os.environ[name] = os.pathsep.join(left)
        else:
            del os.environ[name]
    return before


def places_in(name: str, told: str) -> list[str]:
    """The parts of a variable; the loader of libraries of Linux ends one at a semicolon, too."""
    return (told.replace(";", os.pathsep) if name == _LIBRARIES else told).split(os.pathsep)


def is_here(place: str) -> bool:
    """Whether a part of such a variable is the folder that one works in or one around it in its repository, or follows
    it about."""
    path = Path(place)
    with suppress(OSError):  # nothing is there
        return not path.is_absolute() or any(map(path.samefile, _in_the_repository()))
    return False


def _in_the_repository() -> list[Path]:
    """The folder that one works in and those around it, up to the top of its repository."""
    around = [here := Path.cwd(), *here.parents]
    top = next((number for number, folder in enumerate(around) if os.path.lexists(folder / ".git")), 0)
    return around[: top + 1]
