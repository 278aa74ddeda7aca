"""A fault of the program in what it does for everybody at once: the past is told as unknown, and the plans stand."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from generator.locale import say
from generator.reading.past.unavailable import Unavailable
from generator.store.doubt import WRONG_VALUES, given, is_doubted
from generator.store.fault_reports import reported

T = TypeVar("T")


def unless_at_fault(find: Callable[[], T], base: Path) -> T | Unavailable:
    """What is found of the past, or that it is not known, with a report below the folder `base`. What is kept may have
    ended it: then the error is raised, and who keeps that does the work once more without it."""
    before = given()
    try:
        return find()
    except WRONG_VALUES as error:
        if given() > before and not is_doubted():
            raise
        return Unavailable(
            say("program ini sendiri keliru di sana ({galat})", galat=reported(error, base)),
            say("kirim laporannya kepada pembuat program; rencana tetap terbit, riwayatnya menyusul"),
        )
