"""Where the report of a fault is kept for who mends it: beside the site, or where temporary files are."""

import tempfile
from pathlib import Path

from generator.diagnostics.fault import fault_line, fault_name, fault_report
from generator.store.atomic import write_whole

FOLDER = "build"


def reported(error: BaseException, base: Path) -> str:
    """One line about a fault, and where its report stands: in `build/` below the folder `base`, if that can be."""
    text = fault_report(error)
    for folder in (base / FOLDER, Path(tempfile.gettempdir())):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            write_whole(folder / fault_name(text), text.encode(), 0o600)
        except OSError:
            continue
        return f"{fault_line(error)}; laporan: {folder / fault_name(text)}"
    return fault_line(error)
