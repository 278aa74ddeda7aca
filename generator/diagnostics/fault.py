"""A fault of the program itself, as it can be told: one line for the user, the way through the code for who mends it.

Neither holds a value: what an error says of itself may repeat a plan's text, and with it a person's data.
"""

import linecache
import platform
import traceback
from collections.abc import Iterator
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from types import TracebackType

_PACKAGE = Path(__file__).parents[1]
_DEPTH = 60


def fault_line(error: BaseException) -> str:
    """What happened and where: `TypeError (views/budget.py:31)`; of a template, what its engine says of it too."""
    message = str(error).splitlines()[:1] if _is_of_template(error) else []
    return _kind_and_place(error) + "".join(f": {line[:200]}" for line in message)


def fault_report(error: BaseException) -> str:
    """The text of a report: versions, and the lines of the program that led to the fault."""
    lines = [f"rencana-induk {version('rencana-induk')}, Python {platform.python_version()}, {platform.system()}"]
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        lines += ["", _kind_and_place(current)]
        for place, source in [*_steps(current.__traceback__)][-_DEPTH:]:
            lines += [f"  {place}", f"    {source}"]
        current = current.__cause__ or current.__context__
    return "\n".join(lines) + "\n"


def fault_name(text: str) -> str:
    """The name of a report's file: the same fault has the same name."""
    return f"laporan-galat-{blake2b(text.encode(), digest_size=4).hexdigest()}.txt"


def _kind_and_place(error: BaseException) -> str:
    if template := _template_place(error):
        return f"{template}: {type(error).__name__}"
    places = [place for place, _ in _steps(error.__traceback__)]
    return f"{type(error).__name__} ({places[-1]})" if places else type(error).__name__


def _steps(trace: TracebackType | None) -> Iterator[tuple[str, str]]:
    for frame, number in traceback.walk_tb(trace):
        path = Path(frame.f_code.co_filename)
        name = path.relative_to(_PACKAGE).as_posix() if path.is_relative_to(_PACKAGE) else "/".join(path.parts[-2:])
        is_code = path.suffix == ".py"
        yield f"{name}:{number} {frame.f_code.co_name}", linecache.getline(str(path), number).strip() if is_code else ""


def _template_place(error: BaseException) -> str:
    """The innermost template that the error passed through, with its line, told as an author knows it."""
    if name := getattr(error, "name", None) if _is_of_template(error) else None:  # of a template that cannot be read
        return f"site_templates/{name}:{getattr(error, 'lineno', '') or 1}"
    found = ""
    for frame, number in traceback.walk_tb(error.__traceback__):
        template = frame.f_globals.get("__jinja_template__")
        if template is not None:
            found = f"site_templates/{template.name}:{template.get_corresponding_lineno(number)}"
    return found


def _is_of_template(error: BaseException) -> bool:
    """Whether the template engine itself complains: its words are about the template and not about a plan."""
    return type(error).__module__.startswith("jinja2")
