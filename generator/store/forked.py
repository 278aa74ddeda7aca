"""Loaded into the process that workers are forked from, and nowhere else: it is silent when its orders are gone.

A build that is ended while its first worker starts takes away the locks that the worker then looks for, and Python
would print the way to that. Nobody waits for such a worker.
"""

import sys
from types import TracebackType


def _told(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if not isinstance(error, OSError | EOFError):
        sys.__excepthook__(kind, error, trace)


sys.excepthook = _told
