"""What takes too long is stopped, wherever it is, and nothing that follows is."""

import re
import signal
import subprocess
import threading
import time

import pytest

from generator.reading.time_limit import OutOfTime, at_most


def for_ever() -> None:
    while True:
        try:
            time.sleep(0.01)
        except Exception:  # what takes any fault for its own does not take this one
            raise AssertionError from None


@pytest.mark.parametrize(
    "work", [for_ever, lambda: re.match("(a+)+b", "a" * 40), lambda: subprocess.run(["sleep", "60"], check=False)]
)
def test_work_without_an_end_is_stopped(work: object) -> None:
    assert callable(work)
    begun = time.monotonic()
    with pytest.raises(OutOfTime), at_most(0.2):
        work()
    assert time.monotonic() - begun < 10


def test_what_is_done_in_time_is_not_stopped_later() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with at_most(0.05):
        pass
    time.sleep(0.1)
    assert signal.getsignal(signal.SIGALRM) == before
    with at_most(0):
        pass


def test_a_thread_beside_is_stopped_too_and_then_works_on() -> None:
    told: list[str] = []

    def work() -> None:
        for seconds in (0.1, 30):
            try:
                with at_most(seconds):
                    for _ in range(200 if seconds == 30 else 10**9):
                        time.sleep(0.001)
                told.append("done")
            except OutOfTime:
                told.append("stopped")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join(20)
    assert told == ["stopped", "done"]
