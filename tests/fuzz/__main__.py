"""`make fuzz`: every target in turn, for some minutes; what it finds is printed, and the run fails.

What hypothesis finds it keeps in `.hypothesis/`, so that the next run begins with it. Make a test of it, mend it, and
put the input into `tests/fuzz/seeds/` where inputs of its kind are made from files.
"""

import sys
import time

from .feeding import TARGETS, fed

_A_ROUND = 60


def main(minutes: float) -> None:
    """Round after round until the time is up."""
    end = time.monotonic() + minutes * 60
    while time.monotonic() < end:
        for name in TARGETS:
            if time.monotonic() < end:
                print(f"{name}: {_A_ROUND}", flush=True)
                fed(name, _A_ROUND)()
    print("nothing found")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 5)
