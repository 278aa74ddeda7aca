"""How a command ends that did not end by itself: in one line, and with nothing left behind."""

import signal
import threading
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any

import click

from generator.cli.words import speech, told

if TYPE_CHECKING:
    from generator.locale import Message

FAULT = 3
"""The exit code of a fault of the program, which is neither a wrong plan nor a wrong use."""


class WithoutTraceback(click.Group):
    """Commands whose faults become a line and a report, and which put away their things when they are told to end."""

    def make_context(self, *given: Any, **more: Any) -> click.Context:
        """Read the arguments; of `rencana` itself help and version are told here."""
        with _without_traceback():
            return super().make_context(*given, **more)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was asked for."""
        if threading.current_thread() is threading.main_thread():
            for number in (signal.SIGTERM, signal.SIGHUP):
                signal.signal(number, _end)
        with _without_traceback():
            return super().invoke(ctx)


@contextmanager
def _without_traceback() -> Iterator[None]:
    """Let a fault become a line and a report."""
    try:
        yield
    except (click.ClickException, click.Abort, click.exceptions.Exit, BrokenPipeError):
        raise
    except OSError as error:
        from generator.store.refusals import where_and_why

        raise click.ClickException(speech().word(where_and_why(error))) from None
    except MemoryError as error:
        traceback.clear_frames(error.__traceback__)  # which hold what there was no more room for: words need some
        raise click.ClickException(speech().gettext("memori habis; coba lagi dengan --jobs yang lebih kecil")) from None
    except Exception as error:
        if ending := _ending(error):
            raise ending from None
        if refused := _refused(error):
            raise click.ClickException(told(refused)) from None
        # Not before: help must not wait for the words of diagnostics.
        from generator.diagnostics.template_mistake import TemplateMistake
        from generator.store.fault_reports import reported

        if isinstance(error, TemplateMistake):
            raise click.ClickException(speech().word(error.told)) from None
        said = speech().gettext("Ini galat program, bukan kesalahan rencana: {laporan}")
        click.echo(said.format(laporan=reported(error, Path.cwd())), err=True)
        raise click.exceptions.Exit(FAULT) from None


def tell_unfinished(failures: "Mapping[str, Message | str]") -> None:
    """Say of which plans a command did not come to the end, and why."""
    from generator.locale import say  # not before, as above

    for plan, failure in failures.items():
        click.echo(told(say("{rencana}: tidak selesai diperiksa: {sebab}", rencana=plan, sebab=failure)), err=True)


def _refused(fault: Exception) -> "Message | None":
    """What there is to tell where the system ended a process, starts none, or is one on which this does not run."""
    from concurrent.futures import BrokenExecutor

    from generator.locale import say
    from generator.store.refusals import NO_MORE

    if isinstance(fault, BrokenExecutor):
        return say("satu proses terhenti, biasanya karena memori habis; jalankan lagi, bila perlu dengan memori lebih")
    if isinstance(fault, ModuleNotFoundError) and fault.name == "fcntl":
        return say("program ini berjalan di Linux dan macOS; di Windows jalankan di dalam WSL (Ubuntu)")
    return NO_MORE if type(fault) is RuntimeError and "start new thread" in str(fault) else None  # Python's words


def _ending(fault: BaseException | None) -> SystemExit | None:
    """What told the command to end, where a fault came on the way out: a pool of processes that was just beginning."""
    while fault:
        if isinstance(fault, SystemExit):
            return fault
        fault = fault.__context__
    return None


def _end(number: int, frame: FrameType | None) -> None:
    """End as on Ctrl+C: what was begun is put away on the way out."""
    raise SystemExit(128 + number)
