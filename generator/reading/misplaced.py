"""Files that stand where no plan can be, or under a name that is not read: each mistake once, with the right name."""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable
from pathlib import PurePosixPath

from generator.diagnostics import Place, Problem
from generator.locale import say
from generator.model.address import PlanAddress
from generator.model.spelling.days import meant_years

# What an editor or a mail program puts behind the name of a file that it takes for its own, and a slip of the finger.
_DISGUISED = re.compile(r"(?i)(.{1,250}\.ya?ml)(?:\.(?:txt|text|docx?|odt|rtf|html?|md|csv|xlsx?)|[ \u00a0]+)")
_MISTYPED = re.compile(r"(?i)(.{1,250})\.(?:yam|yal|yaml[a-z]|yml[a-z]|yalm|ymal|yaaml|yamal)")

AddressOf = Callable[[tuple[str, ...]], PlanAddress | None]


def is_disguised(name: str) -> bool:
    """Whether a file would be one of a plan by its name, but for what stands behind it: `lembaga.yaml.txt`."""
    return bool(_undisguised(name))


def _undisguised(name: str) -> str:
    """The name that a file should have had; empty for one that is called right, or anything else."""
    if disguised := _DISGUISED.fullmatch(name):
        return disguised[1]
    return f"{mistyped[1]}.yaml" if (mistyped := _MISTYPED.fullmatch(name)) else ""


def folder_name(name: str) -> str:
    """`Kabupaten Sleman` as `kabupaten-sleman`."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")


def misplaced(paths: Iterable[str], root: str, plans: Collection[PlanAddress], address_of: AddressOf) -> list[Problem]:
    """What is wrong with the place of each file; a folder with a wrong name is told once, at its first file.

    A problem tells the plan whose file it will be, where that is plain.
    """
    found: dict[str, Problem] = {}
    for path in paths:
        parts = PurePosixPath(path).relative_to(root).parts
        key, problem = _problem(path, parts, root, plans, address_of)
        found.setdefault(key, problem)
    return list(found.values())


def _problem(
    path: str, parts: tuple[str, ...], root: str, plans: Collection[PlanAddress], address_of: AddressOf
) -> tuple[str, Problem]:
    if right_name := _undisguised(parts[-1]):
        plan = address_of((*parts[:-1], right_name)) or _plan_of(parts, plans, address_of)
        return path, not_read(path, right_name, plan)
    if len(parts) > 3 and (address := address_of((*parts[:2], parts[-1]))):
        return path, _too_deep(path, f"{root}/{address}/", address)
    right = _right(parts, address_of)
    if right and right != parts:
        depth = next(index for index, name in enumerate(parts) if name != right[index])
        wrong = "/".join((root, *parts[: depth + 1]))
        meant = address_of(right)
        lacking = meant if meant not in plans else None  # a copy beside the plan holds nothing back
        return wrong, _renamed(path, wrong, right[depth], lacking, is_file=depth == len(parts) - 1)
    if plan := _plan_of(parts, plans, address_of):
        return path, _elsewhere(path, f"{root}/{plan}/", plan)
    if len(parts) == 3:
        folder = "/".join((root, *parts[:2]))
        named = address_of((parts[0], "2000-2001", "x.yaml"))
        return folder, _without_period(path, folder) if named else _nowhere(path, root)
    return path, _nowhere(path, root)


def _right(parts: tuple[str, ...], address_of: AddressOf) -> tuple[str, ...] | None:
    """The parts as they have to be, if only their spelling is wrong."""
    candidate: tuple[str, ...]
    if len(parts) == 3:
        candidate = (folder_name(parts[0]), _period(parts[1]), parts[2])
    elif len(parts) == 2:
        stem, dot, ending = parts[1].rpartition(".")
        candidate = (folder_name(parts[0]), _period(stem) + dot + ending)
    else:
        return None
    return candidate if address_of(candidate) else None


def _period(name: str) -> str:
    years = meant_years(name)
    return f"{years[0]}-{years[1]}" if len(years) == 2 else name


def _plan_of(parts: tuple[str, ...], plans: Collection[PlanAddress], address_of: AddressOf) -> PlanAddress | None:
    """The plan that a file in a wrong place must belong to: that of its folder, or the last of its institution, or the
    only one that there is."""
    if address := address_of((*parts[:2], "x.yaml")) if len(parts) > 2 else None:
        return address
    if len(parts) == 1:
        return next(iter(plans)) if len(plans) == 1 else None
    return max((plan for plan in plans if plan.institution == parts[0]), default=None, key=lambda plan: plan.years)


def not_read(path: str, right: str, plan: PlanAddress | None) -> Problem:
    """A file that is none of a plan for the ending of its name."""
    name = PurePosixPath(path).name
    return Problem(
        "letak-berkas",
        Place(path, 1, 1, 1, 1),
        say("berkas `{berkas}` tidak dibaca, karena namanya tidak berakhir dengan `.yaml`", berkas=name),
        help=say("ganti namanya menjadi `{benar}`; di Windows tampilkan dahulu akhiran nama berkas", benar=right),
        plan=str(plan or ""),
    )


def _too_deep(path: str, folder: str, plan: PlanAddress) -> Problem:
    return Problem(
        "letak-berkas",
        Place(path, 1, 1, 1, 1),
        say("berkas `{berkas}` berada dalam folder tambahan, sehingga tidak dibaca", berkas=path),
        help=say("pindahkan langsung ke `{folder}`; di dalamnya tidak ada folder lain", folder=folder),
        plan=str(plan),
    )


def _renamed(path: str, wrong: str, right: str, plan: PlanAddress | None, *, is_file: bool) -> Problem:
    told = say("nama folder `{folder}` tidak dapat menjadi alamat rencana", folder=wrong)
    if is_file:
        told = say("nama berkas `{berkas}` tidak dapat menjadi alamat rencana", berkas=wrong)
    help_ = say("ganti nama `{salah}` menjadi `{benar}`", salah=PurePosixPath(wrong).name, benar=right)
    if plan is None:
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
