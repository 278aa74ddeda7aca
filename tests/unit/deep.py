"""A file far below a folder, deeper than Python 3.11 goes through folders, and gone again before anybody else does."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def deep(folder: Path, levels: int = 1_100) -> Iterator[str]:
    """Its path in the folder."""
    made = os.open(folder, os.O_RDONLY)
    for _ in range(levels):
        os.mkdir("d", dir_fd=made)
        above, made = made, os.open("d", os.O_RDONLY, dir_fd=made)
        os.close(above)
    os.close(os.open("x.txt", os.O_CREAT, dir_fd=made))
    os.close(made)
    try:
        yield "d/" * levels + "x.txt"
    finally:
        subprocess.run(["rm", "-rf", str(folder / "d")], check=True)
