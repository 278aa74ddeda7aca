"""`doctor`: what on this computer and in this repository would keep a site from being right; one line a thing."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import NamedTuple

import click

from generator.cli.kept import unusable
from generator.cli.surroundings import RUN, is_here, places_in
from generator.cli.today import today
from generator.cli.words import LANG, speech
from generator.diagnostics import Severity
from generator.locale import Language, Message, say
from generator.pdf.printing import VARIABLE, chromium
from generator.publishing.configuration import configuration, zone_of
from generator.publishing.judging import judged
from generator.publishing.unusable import placed
from generator.reading.past.elsewhere import stood_elsewhere
from generator.reading.past.folders import BEYOND, LESS
from generator.reading.past.git import run
from generator.reading.past.remote import web_address
from generator.reading.past.repository import repository_at
from generator.reading.past.sparse import left_out, plans_not_checked_out
from generator.reading.past.submodules import another_repository, is_another_repository, submodules
from generator.reading.past.unavailable import Unavailable, lost
from generator.reading.plan_files import shown
from generator.reading.selection import PLANS, misnamed_root, select
from generator.report.wording import one_line
from generator.scaffold import PROGRAM
from generator.store.cache import default_directory
from generator.store.files import files

_PYTHON = (3, 11, 5)
_INDONESIA = (timedelta(hours=7), timedelta(hours=8), timedelta(hours=9))
_NAMED = 3
_LARGE = 5 * 1024**3


class Seen(NamedTuple):
    """What was looked at and what is there; with a remedy where that is not right. `vital` things stop the work."""

    what: Message
    there: Message | str
    remedy: Message | None = None
    vital: bool = False


@click.command(epilog="Contoh: rencana doctor")
@LANG
def doctor() -> None:
    """Periksa komputer dan repositori ini: satu baris tiap hal, dengan cara memperbaikinya.

    Kode keluar: 0 semua dapat bekerja, 1 ada yang harus diperbaiki dahulu.
    """
    words = speech()
    found = select((), Path.cwd())
    base = found[0].base if found else Path.cwd()
    seen = [
        *_computer(),
        *_environment(),
        _day(base, words),
        *_repository(base, has_plans=bool(found)),
        *_printing(),
        _cache(base),
    ]
    for each in seen:
        click.echo(_line(each, words))
    raise SystemExit(1 if any(each.remedy and each.vital for each in seen) else 0)


def _line(seen: Seen, words: Language) -> str:
    there = one_line(seen.there if isinstance(seen.there, str) else words.word(seen.there))
    if not seen.remedy:
        mark = words.gettext("baik")
        return f"{mark}: {words.word(seen.what)}: {there}"
    mark = words.gettext("PERLU") if seen.vital else words.gettext("saran")
    return f"{mark}: {words.word(seen.what)}: {there}. {words.word(seen.remedy)}"


def _computer() -> Iterator[Seen]:
    own = ".".join(map(str, sys.version_info[:3]))
    old = sys.version_info[:3] < _PYTHON
    yield Seen(say("Python"), own, say("Pasang Python 3.11.5 atau yang lebih baru") if old else None, vital=True)
    git = run(Path.cwd(), "--version").output
    lacking = say("Pasang Git; tanpa Git janji pertama dan riwayat tidak diketahui")
    yield Seen(say("Git"), (git or b"").decode().strip() or say("tidak ada"), None if git else lacking, vital=True)


_RUN = (*RUN, "PYTHONPATH", "PYTHONHOME", "PYTHONUSERBASE", "PYTHONPYCACHEPREFIX")
_OBEYED = ("HOME", "XDG_CONFIG_HOME")


def _environment() -> Iterator[Seen]:
    """Which variables let a file of the folder that one works in be run in the place of a program or a module, or be
    obeyed as the user's own settings: whoever proposes one to the repository may name it so. Nothing can be done about
    it by what is then run already."""
    run_there = say("memuat folder kerja, sehingga berkas repositori dapat dijalankan sebagai program")
    variables = os.environ | click.get_current_context().ensure_object(dict)
    obeyed = say("adalah folder kerja, sehingga berkas repositori berlaku sebagai pengaturan Anda bagi Git dan Python")
    for name, there in {**dict.fromkeys(_RUN, run_there), **dict.fromkeys(_OBEYED, obeyed)}.items():
        if (told := variables.get(name)) and any(map(is_here, places_in(name, told))):
            yield Seen(Message(name), there, say("Sebut hanya folder lain, dengan jalur lengkapnya"), vital=True)


def _day(base: Path, words: Language) -> Seen:
    """The day a plan is judged on: that of the site's zone, whatever the computer's own."""
    zone, day = zone_of(base), today(base)
    there = say("{zona}, hari ini {tanggal}", zona=str(zone), tanggal=words.formats.date(day))
    away = datetime.combine(day, time(), zone).utcoffset() not in _INDONESIA
    advice = say("Isi `zona_waktu: WIB`, `WITA` atau `WIT` di bawah `extra` pada mkdocs.yml")
    return Seen(say("Zona waktu"), there, advice if away else None)


def _repository(base: Path, *, has_plans: bool) -> Iterator[Seen]:
    yield Seen(
        say("Rencana"),
        str(base / "plans") if has_plans else say("tidak ada folder `plans` di sini atau di atasnya"),
        None if has_plans else say("Jalankan `rencana new`, atau pindah ke folder repositorinya"),
        vital=True,
    )
    if absent := sorted({name for name, *_ in plans_not_checked_out(base / PLANS, base / PLANS)}):
        problem = left_out([f"{PLANS}/{name}" for name in absent])
        yield Seen(say("Rencana"), problem.message, problem.help, vital=True)
    yield from _history(base, PLANS if has_plans else misnamed_root(base) or PLANS)
    remote = (run(base, "remote", "get-url", "origin").output or b"").decode("utf-8", "replace").strip()
    yield Seen(
        say("Repositori jauh"),
        web_address(remote) or (say("ada, tetapi tanpa alamat web") if remote else say("belum ada")),
        None if remote else say("Jalankan `git remote add origin ALAMAT`"),
    )
    yield from _settings(base)
    pinned = (base / PROGRAM).is_file()
    yield Seen(
        say("Sumber pemasangan"),
        PROGRAM if pinned else say("belum disebut"),
        None if pinned else say("Jalankan `rencana pin SUMBER`, agar alur kerja tahu apa yang dipasang"),
    )


def _history(base: Path, plans: str) -> Iterator[Seen]:
    """Whether Git remembers all of the plans in the folder of that name."""
    what = say("Riwayat")
    repository = repository_at(base)
    if isinstance(repository, Unavailable):
        lacking = say("Simpan rencananya dalam Git: `git init`, `git add`, `git commit`")
        yield Seen(what, repository.reason, repository.help or lacking)
        return
    inside = [f"{plans}/{path}" for path in sorted(submodules(base / plans))]
    others = [another_repository(path) for path in ([plans] if is_another_repository(base / plans) else inside)]
    yield from (Seen(what, problem.message, problem.help, vital=True) for problem in others)
    if repository.is_shallow():
        deepen = say("Jalankan `git fetch --unshallow` (alur kerja: fetch-depth 0, GIT_DEPTH 0)")
        yield Seen(what, say("klon dangkal: versi lama tidak ikut"), deepen)
        return
    steps = repository.steps("HEAD", plans)
    broken = steps if isinstance(steps, Unavailable) else repository.lacks(steps)
    if broken:
        yield Seen(what, broken.reason, broken.help)
        return
    assert not isinstance(steps, Unavailable)
    if elsewhere := stood_elsewhere(repository, plans):
        yield Seen(what, elsewhere.reason, elsewhere.help)
    beyond = {name: step.commit.id[:10] for step in reversed(steps) for name in sorted(step.beyond)}
    gone = {name: beyond.pop(name, "") for name in sorted(steps[-1].lost)} if steps else {}
    if gone:
        why = lost(repository.folder)
        yield Seen(what, _passed_over(why.reason, gone), why.help)
    if steps and (still := sorted(steps[-1].beyond.difference(gone))):
        yield Seen(what, _passed_over(BEYOND, {name: beyond[name] for name in still}), LESS)
    elif beyond:
        yield Seen(
            what, _passed_over(say("lengkap, kecuali keadaan sementara yang terlalu besar untuk dibaca"), beyond)
        )
    elif not others and not elsewhere and not gone:
        yield Seen(what, say("lengkap"))


def _passed_over(told: Message, folders: Mapping[str, str]) -> Message:
    """Which folders something is told of, each with the first commit, if it is known; the first few by name."""
    first = list(folders.items())[:_NAMED]
    named = ", ".join(f"{shown(name)} ({commit})" if commit else shown(name) for name, commit in first)
    return say("{hal}: {jumlah} folder, antara lain {folder}", hal=told, jumlah=len(folders), folder=named)


def _settings(base: Path) -> Iterator[Seen]:
    what, errors = say("Pengaturan situs"), False
    for problem in judged(base):
        errors = errors or problem.severity is Severity.ERROR
        yield Seen(what, placed(problem), say("Perbaiki tempat itu"), vital=problem.severity is Severity.ERROR)
    if errors:
        return
    url = configuration(base).url if (base / "mkdocs.yml").is_file() else ""
    yield Seen(
        say("Alamat situs"),
        url or say("belum disebut"),
        None if url else say("Isi `site_url` pada mkdocs.yml; tanpa itu peta situs dan umpan tidak punya alamat"),
    )


def _printing() -> Iterator[Seen]:
    program = chromium()
    without = say("Hanya --pdf memerlukannya: pasang Chromium, atau sebut programnya dalam {nama}", nama=VARIABLE)
    yield Seen(say("Chromium"), str(program or "") or say("tidak ada"), None if program else without)
    font = _font()
    without = say("Hanya --pdf memerlukannya: pasang huruf, misalnya fonts-liberation")
    yield Seen(say("Huruf"), font or say("tidak ada"), None if font else without)


def _font() -> str:
    """What the system draws sans-serif text with; empty where it has none, or does not tell."""
    if not shutil.which("fc-match"):
        return ""
    try:
        done = subprocess.run(
            ["fc-match", "--format=%{family}", "sans-serif"],
            capture_output=True,
            text=True,
            check=False,
            timeout=20,
            cwd=os.sep,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip()


def _size(file: Path) -> int:
    try:
        return file.lstat().st_size
    except OSError:  # a build tidies what it has made there
        return 0


def _cache(base: Path) -> Seen:
    folder = default_directory()
    if folder is None:
        return Seen(say("Singgahan"), say("tidak ada folder rumah"), say("Sebut --cache FOLDER"))
    if reason := unusable(folder, base, is_own=True):
        told = say("{folder} tidak dipakai: {sebab}", folder=str(folder), sebab=reason)
        return Seen(say("Singgahan"), told, say("Sebut --cache FOLDER"))
    size = sum(_size(folder / path) for path in files(folder))
    told = say("{mib} MiB dalam {folder}", mib=size // 1024**2, folder=str(folder))
    return Seen(say("Singgahan"), told, say("Folder ini boleh dihapus kapan saja") if size > _LARGE else None)
