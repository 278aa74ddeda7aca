"""Files that stand where no plan can be, or under a name that is not read: each mistake once, with the right name."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from pathlib import PurePosixPath

from generator.diagnostics import Place, Problem
from generator.locale import Message, say
from generator.model.address import PlanAddress
from generator.model.spelling.days import meant_years
from generator.reading.addresses import address_of, plan_around
from generator.reading.file_names import is_disguised, is_document, is_kept_copy, is_part, is_plan_file, right_name
from generator.reading.windows_names import called_as_device, is_device

Plans = Mapping[PlanAddress, Collection[str]]
"""The files of each plan that are read."""


def folder_name(name: str) -> str:
    """`Kabupaten Sleman` as `kabupaten-sleman`."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")


def meant_name(parts: tuple[str, ...]) -> str:
    """The name that a file of a plan should have had, by the parts of its path; empty for one that is called right, or
    anything else."""
    if name := right_name(parts[-1], in_plan=plan_around(parts) is not None):
        return name
    stem, _, ending = parts[-1].partition(".")
    if len(parts) != 2 or is_plan_file(parts[1]) or is_document(parts[1]) or not address_of((parts[0], stem, "x.yaml")):
        return ""
    is_one = "." not in ending or (is_kept_copy(ending) and is_plan_file(parts[1].rpartition(".")[0]))
    return f"{stem}.yaml" if is_one else ""


def misplaced(paths: Iterable[str], root: str, plans: Plans) -> dict[str, Problem]:
    """What is wrong with the place of each file; it tells the plan whose file it will be, where that is plain, which
    lacks it until then. The files of a folder with a wrong name are told the same. A copy is left alone.
    """
    last: dict[str, PlanAddress] = {}
    for plan in plans:
        last[plan.institution] = max(plan, last.get(plan.institution, plan), key=lambda each: each.years)
    names = {path: PurePosixPath(path).relative_to(root).parts for path in paths}
    only = _only(names.values(), root, plans)
    told = {path: _problem(path, parts, root, plans, last, only) for path, parts in names.items()}
    return {path: problem for path, problem in told.items() if problem}


_BEGINS = re.compile(r"(?i)(?:lembaga\b|rencana\.)")
"""How files are called that say whose plan it is."""


def _only(names: Iterable[tuple[str, ...]], root: str, plans: Plans) -> PlanAddress | None:
    """The plan of which parts may stand in the folder of all plans: the only one, if it is in parts, and if nothing
    there is of an institution that joins it and puts its files there."""
    if len(plans) != 1:
        return None
    ((plan, files),) = plans.items()
    own = {name for _, _, name in (file.partition(f"{root}/{plan}/") for file in files) if name}
    there = {meant_name(parts) or parts[0] for parts in names if len(parts) == 1}
    are_its = all(is_part(name) and name not in own and not _BEGINS.match(name) for name in there)
    return plan if own and are_its else None


def _problem(
    path: str,
    parts: tuple[str, ...],
    root: str,
    plans: Plans,
    last: Mapping[str, PlanAddress],
    only: PlanAddress | None,
) -> Problem | None:
    around = plan_around(parts)
    plan = around or (last.get(parts[0]) if len(parts) > 1 else only if is_part(parts[0]) else None)
    if name := meant_name(parts):
        there = address_of((*parts[:-1], name))
        if there and there in plans and (len(parts) == 2 or f"{path.rpartition('/')[0]}/{name}" in plans[there]):
            is_left_alone = is_kept_copy(path) or (len(parts) == 2 and "." in parts[1] and not is_disguised(parts[1]))
            return None if is_left_alone else _copy(path, name)
        return not_read(path, name, there or plan)
    if len(parts) > 3 and around:
        return _too_deep(path, f"{root}/{around}/", around)
    right = _right(parts)
    if right and right != parts:
        depth = next(index for index, name in enumerate(parts) if name != right[index])
        wrong = "/".join((root, *parts[: depth + 1]))
        place = right[depth] if len(parts) > 1 else "/".join(right)
        meant = address_of(right)
        target = "/".join((root, *right))
        lacking = None if meant and _is_a_copy(target, f"{root}/{meant}", plans.get(meant, ())) else meant
        is_there = meant in plans or (depth == 0 and place in last)
        return _renamed(path, wrong, place, lacking, is_file=depth == len(parts) - 1, is_there=is_there)
    if plan:
        return _elsewhere(path, f"{root}/{plan}/", plan)
    if len(parts) > 1 and is_device(parts[0]):
        return called_as_device(path, parts[0])
    if len(parts) == 3:
        folder = "/".join((root, *parts[:2]))
        named = address_of((parts[0], "2000-2001", "x.yaml"))
        return _without_period(path, folder) if named else _nowhere(path, root)
    return _nowhere(path, root)


def _is_a_copy(target: str, plan: str, there: Collection[str]) -> bool:
    """Whether a file holds what a plan has already that has these files: it would be one of them, or either is a whole
    plan by itself. A copy beside the plan holds nothing back."""
    return target in there or any(each.startswith(f"{plan}.") for each in ((target, *there) if there else ()))


_PERIOD_AT_END = re.compile(r"[ _.-]([0-9]{4}[^0-9]{1,3}[0-9]{4})[.](ya?ml)$", re.IGNORECASE)
"""Of a plan beside the folders of institutions that is called by its institution and period."""


def _right(parts: tuple[str, ...]) -> tuple[str, ...] | None:
    """The parts as they have to be, if only their spelling is wrong."""
    candidate: tuple[str, ...]
    if len(parts) == 3:
        candidate = (folder_name(parts[0]), _period(parts[1]), parts[2])
    elif len(parts) == 2:
        stem, dot, ending = parts[1].rpartition(".")
        candidate = (folder_name(parts[0]), _period(stem) + dot + ending)
    elif alone := _PERIOD_AT_END.search(parts[0]):
        candidate = (folder_name(parts[0][: alone.start()].rstrip(" _.-")), f"{_period(alone[1])}.{alone[2]}")
    else:
        return None
    return candidate if address_of(candidate) else None


def _period(name: str) -> str:
    years = meant_years(name)
    return f"{years[0]}-{years[1]}" if len(years) == 2 else name


def not_read(path: str, right: str, plan: PlanAddress | None) -> Problem:
    """A file that is none of a plan for the ending of its name."""
    name = PurePosixPath(path).name
    help_ = say("ganti namanya menjadi `{benar}`, atau pindahkan dari sini bila bukan bagian rencana", benar=right)
    if is_disguised(name):
        help_ = say("ganti namanya menjadi `{benar}`; di Windows tampilkan dahulu akhiran nama berkas", benar=right)
    return Problem("letak-berkas", Place(path, 1, 1, 1, 1), _without_ending(name), help=help_, plan=str(plan or ""))


def _copy(path: str, right: str) -> Problem:
    help_ = say("`{benar}` sudah ada; gabungkan isinya, lalu hapus yang ini", benar=right)
    return Problem("letak-berkas", Place(path, 1, 1, 1, 1), _without_ending(PurePosixPath(path).name), help=help_)


def _without_ending(name: str) -> Message:
    return say("berkas `{berkas}` tidak dibaca, karena namanya tidak berakhir dengan `.yaml`", berkas=name)


def _too_deep(path: str, folder: str, plan: PlanAddress) -> Problem:
    return Problem(
        "letak-berkas",
        Place(path, 1, 1, 1, 1),
        say("berkas `{berkas}` berada dalam folder tambahan, sehingga tidak dibaca", berkas=path),
        help=say("pindahkan langsung ke `{folder}`; di dalamnya tidak ada folder lain", folder=folder),
        plan=str(plan),
    )


def _renamed(path: str, wrong: str, right: str, plan: PlanAddress | None, *, is_file: bool, is_there: bool) -> Problem:
    told = say("nama folder `{folder}` tidak dapat menjadi alamat rencana", folder=wrong)
    if is_file:
        told = say("nama berkas `{berkas}` tidak dapat menjadi alamat rencana", berkas=wrong)
    help_ = say("ganti nama `{salah}` menjadi `{benar}`", salah=PurePosixPath(wrong).name, benar=right)
    if is_there:
        help_ = say("`{benar}` sudah ada; gabungkan isinya, lalu hapus yang ini", benar=right)
    return Problem(
        "letak-berkas",
        Place(path, 1, 1, 1, 1),
        told,
        help=help_,
        plan=str(plan or ""),
    )


def _without_period(path: str, folder: str) -> Problem:
    return Problem(
        "letak-berkas",
        Place(path, 1, 1, 1, 1),
        say("nama folder `{folder}` tidak menyebut masa rencana", folder=folder),
        help=say("beri nama tahun awal dan tahun akhirnya, misalnya `2025-2029`"),
    )


def _elsewhere(path: str, folder: str, plan: PlanAddress) -> Problem:
    return Problem(
        "letak-berkas",
        Place(path, 1, 1, 1, 1),
        say("berkas `{berkas}` tidak berada di tempat rencana, sehingga tidak dibaca", berkas=path),
        help=say("pindahkan ke `{folder}`, atau hapus bila bukan bagian rencana", folder=folder),
        plan=str(plan),
    )


def _nowhere(path: str, root: str) -> Problem:
    return Problem(
        "letak-berkas",
        Place(path, 1, 1, 1, 1),
        say("berkas `{berkas}` tidak berada di tempat rencana", berkas=path),
        help=say(
            "simpan sebagai `{akar}/<lembaga>/<tahun awal>-<tahun akhir>.yaml` atau dalam folder"
            " `{akar}/<lembaga>/<tahun awal>-<tahun akhir>/`; nama lembaga paling banyak 100 huruf kecil dengan tanda"
            " hubung, dan bukan nama halaman portal",
            akar=root,
        ),
    )
