"""The nearest readable plan to one with mistakes.

The checks that compare parts of a plan need typed values. So that a misspelt status does not hide a
broken reference elsewhere, each wrong value is replaced by the least that makes the plan readable: a
stand-in or `tidak_diketahui` first, then nothing; then the element of the list that holds it is left
out. What comes of it is checked, and never published.
"""

from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from pydantic import ValidationError

from generator.model.plan import Plan
from generator.model.values import UNKNOWN
from generator.source.nodes import Path, Raw
from generator.source.plan_files import PlanAddress

_ROUNDS = 12
"""When to give up. A round mends all mistakes that are seen; more show themselves only once those are gone."""


def mend(values: Raw, error: ValidationError, address: PlanAddress) -> Plan | None:
    """A plan without the values at fault, or `None` when too little is left of it."""
    mended: Any = deepcopy(values)
    stand_ins = _stand_ins(address)
    tried: dict[Path, int] = {}
    for _ in range(_ROUNDS):
        _mend_once(
            mended,
            error.errors(include_url=False, include_input=False, include_context=False),
            tried,
            stand_ins,
        )
        try:
            return Plan.model_validate(mended)
        except ValidationError as remaining:
            error = remaining
    return None


def _stand_ins(address: PlanAddress) -> dict[Path, Any]:
    """Values for what cannot be unknown; the period is the one of the address, so that dates are judged rightly."""
    start, end = map(str, address.years)
    return {
        ("versi_format",): "1",
        ("lembaga",): {},
        ("lembaga", "kode"): "0",
        ("lembaga", "skema_kode"): "contoh",
        ("lembaga", "jenis"): "lembaga",
        ("rencana",): {},
        ("rencana", "jenis_dokumen"): "rencana_induk_egov",
        ("rencana", "periode"): {"mulai": start, "selesai": end},
        ("rencana", "periode", "mulai"): start,
        ("rencana", "periode", "selesai"): end,
        ("rencana", "status"): "rancangan",
        ("rencana", "contoh"): "ya",
        ("rencana", "diperbarui"): f"{start}-01-01",
        ("kerangka_pemikiran",): {},
        ("kerangka_pemikiran", "indikator"): {},
        ("kerangka_pemikiran", "pentahapan"): {},
        ("cetak_biru",): {},
        ("tahap_pengembangan",): {},
        ("tahap_pengembangan", "tahapan"): [],
        ("program",): [],
        ("kegiatan",): [],
    }


def _mend_once(values: Any, mistakes: Iterable[Any], tried: dict[Path, int], stand_ins: dict[Path, Any]) -> None:
    # From the end of a list to its start: taking one element out moves those after it.
    for mistake in sorted(mistakes, key=lambda mistake: [str(step).zfill(6) for step in mistake["loc"]], reverse=True):
        on_key = mistake["loc"][-1:] == ("[key]",)
        path = mistake["loc"][:-1] if on_key else mistake["loc"]
        if not path:
            continue
        attempt = tried[path] = tried.get(path, 0) + 1
        if on_key or mistake["type"] == "extra_forbidden":
            _remove(values, path)
        elif attempt == 1:
            _replace(values, path, deepcopy(stand_ins.get(path, UNKNOWN.value)))
        elif attempt == 2:
            _remove(values, path)
        else:
            _remove(values, _element(path))
            # Everything behind the element has moved: what was tried there says nothing any more.
            tried.clear()


def _element(path: Path) -> Path:
    """The innermost list element that a path goes through, or its top-level key."""
    for depth in range(len(path), 0, -1):
        if isinstance(path[depth - 1], int):
            return path[:depth]
    return path[:1]


def _parent(values: Any, path: Path) -> Any:
    for step in path[:-1]:
        if not _holds(values, step):
            return None
        values = values[step]
    return values


def _holds(group: Any, step: str | int) -> bool:
    if isinstance(group, list):
        return isinstance(step, int) and step < len(group)
    return isinstance(group, dict) and step in group


def _replace(values: Any, path: Path, value: Any) -> None:
    parent = _parent(values, path)
    if isinstance(parent, dict) or _holds(parent, path[-1]):
        parent[path[-1]] = value


def _remove(values: Any, path: Path) -> None:
    parent = _parent(values, path)
    if _holds(parent, path[-1]):
        del parent[path[-1]]
