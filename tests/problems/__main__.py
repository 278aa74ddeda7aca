"""`python -m tests.problems [CODE…]` writes what is told of every case, or of new ones; look at `git diff` first."""

import sys

from .cases import EXPECTED, HERE, cases, told

for case in [HERE / code for code in sys.argv[1:]] or cases():
    (case / EXPECTED).write_text(told(case), encoding="utf-8", newline="\n")
