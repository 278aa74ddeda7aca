"""Watching plans and templates, and showing the site on this computer."""

import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import click

from generator.cli.preview import PreviewServer, PreviewState
from generator.cli.watching import changed
from generator.cli.words import told
from generator.diagnostics.template_mistake import TemplateMistake
from generator.locale import say
from generator.publishing.publisher import PublishingFailed
from generator.store.children import passing_folder
from generator.store.fault_reports import reported
from generator.store.paths import real
from generator.store.refusals import where_and_why, why


def watch(
    build: Callable[[Path], str], plans: Path, institutions: Sequence[str], port: int, show: Callable[[str], None]
) -> None:
    """Build, serve on the loopback address, and build again after every change until interrupted.

    `build` tells what is wrong with the plans; `show` is given the address once it answers.
    """
    base = real(plans).parent
    with passing_folder() as folder:
        output = folder / "site"
        state = PreviewState()
        _build(build, output, state, base)
        try:
            server = PreviewServer(port, output, state)
        except OSError as error:
            refusal = say(
                "porta {porta} tidak dapat dipakai ({sebab}); pilih --port lain", porta=port, sebab=why(error)
            )
            raise click.ClickException(told(refusal)) from None
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/"
        click.echo(told(say("{alamat} (Ctrl+C untuk berhenti)", alamat=address)))
        show(address)
        watched = base / plans.name
        plans_shown = [watched / name for name in institutions] or [watched]
        beside = ("site_templates", "site_files")
        with _interrupted() as stop:
            below = (*plans_shown, *(base / name for name in beside))
            for _ in changed(base, ("mkdocs.yml", watched.name, *beside), below, stop):
                _build(build, output, state, base)


@contextmanager
def _interrupted() -> Iterator[threading.Event]:
    """Set by Ctrl+C, which raises `KeyboardInterrupt` as ever: where it falls into a finaliser, Python drops it."""
    stop = threading.Event()

    def interrupt(number: int, frame: FrameType | None) -> None:
        stop.set()
        signal.default_int_handler(number, frame)

    before = signal.signal(signal.SIGINT, interrupt)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)


def _build(build: Callable[[Path], str], output: Path, state: PreviewState, base: Path) -> None:
    """Build again; what keeps it from being built is told, and the next edit may mend it."""
    try:
        state.told = build(output)
        state.version += 1
    except PublishingFailed as failure:
        state.told = failure.output
    except click.ClickException as failure:  # such as a setting that was just mistyped
        state.told = failure.message
    except OSError as error:  # such as a folder of plans that was moved away
        state.told = told(where_and_why(error))
    except TemplateMistake as mistake:
        state.told = told(mistake.told)
    except Exception as error:
        state.told = reported(error, base)
    if state.told:
        click.echo(state.told, err=True)
