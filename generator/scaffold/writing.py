"""A new plan on disk: the whole folder or nothing, and never over something that is there."""

import os
import secrets
from pathlib import Path

from generator.locale import say
from generator.scaffold.acceptable import Refusal
from generator.scaffold.filling import answers, fill, templates
from generator.scaffold.interview import NewPlan
from generator.store.paths import discard


def write(plan: NewPlan, plans: Path) -> Path:
    """Write the files of a new plan below the folder of plans and return their folder.

    Raises `Refusal` when the institution already has a plan for that period, and `OSError` when the
    folder cannot be written; in neither case is anything left behind.
    """
    institution, period = plan.address
    home = plans / institution
    folder = home / period
    if home.is_symlink():
        raise Refusal(
            say("`{jalur}` tautan ke folder lain; rencana ditulis dalam folder lembaga sendiri", jalur=home.as_posix())
        )
    for taken in (folder, home / f"{period}.yaml", home / f"{period}.yml"):
        if os.path.lexists(taken):
            raise Refusal(say("`{jalur}` sudah ada; rencana yang ada tidak ditimpa", jalur=taken.as_posix()))
    values = answers(plan)
    new_home = not home.exists()
    home.mkdir(parents=True, exist_ok=True)
    # A hidden name: whoever reads the plans meanwhile does not see half of one.
    draft = home / f".{period}-{secrets.token_hex(4)}"
    try:
        draft.mkdir()
        for name, template in templates().items():
            (draft / name).write_text(fill(template, values), encoding="utf-8", newline="\n")
        draft.rename(folder)
    except BaseException:
        discard(draft)
        if new_home:
            home.rmdir()
        raise
    return folder
