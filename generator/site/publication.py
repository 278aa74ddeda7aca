"""Putting a finished site in the place of the last one, so that a build that dies leaves that one whole."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def workshop(output: Path) -> Iterator[Path]:
    """A folder beside `output`, on the same file system, to make the next site in; removed afterwards."""
    output.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f".{output.name}-", dir=output.parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def replace(output: Path, finished: Path) -> None:
    """Make `finished` the site at `output`: two renames, the old site is moved aside and then removed."""
    finished.chmod(0o755)
    aside = finished.parent / "replaced"
    if output.exists():
        os.replace(output, aside)
    os.replace(finished, output)
    shutil.rmtree(aside, ignore_errors=True)
