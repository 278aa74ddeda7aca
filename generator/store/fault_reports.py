"""Where the report of a fault is kept for who mends it: beside the site, or where temporary files are."""

import tempfile
from pathlib import Path

from generator.diagnostics.fault import fault_line, fault_name, fault_report
from generator.diagnostics.template_mistake import TemplateMistake
from generator.locale import language
from generator.store.atomic import write_whole
from generator.store.paths import lands_in

FOLDER = "build"


def reported(error: BaseException, base: Path) -> str:
    """One line about a fault, and where its report stands: in `build/` below the folder `base`, if that can be. What
    is wrong with a template needs none."""
    if isinstance(error, TemplateMistake):
        return language().word(error.told)
    text = fault_report(error)
    # A repository may hold a link of that name.
    file = kept(text, base / FOLDER if lands_in(base / FOLDER / "x", base) else None)
    return f"{fault_line(error)}; laporan: {file}" if file else fault_line(error)


def kept(report: str, folder: Path | None = None) -> Path | None:
    """The file that a report is written to: in this folder or that of temporary files; `None` where neither can be."""
    for place in (*([folder] if folder else []), Path(tempfile.gettempdir())):
        file = place / fault_name(report)
        try:
            place.mkdir(parents=True, exist_ok=True)
            write_whole(file, report.encode("utf-8", "replace"), 0o600)
        except OSError:
            continue
        return file
    return None
