"""`python -m tests.problems.beginners` writes what is told of every case; read the difference before you commit it."""

from pathlib import Path
from tempfile import TemporaryDirectory

from .cases import CASES
from .telling import TOLD, mistaken, problems, told

blocks = []
for name in CASES:
    with TemporaryDirectory() as folder:
        blocks.append(told(name, problems(mistaken(name), Path(folder))))
TOLD.write_text("\n".join(blocks), encoding="utf-8")
