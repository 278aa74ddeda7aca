"""A cache costs time and never the result: a build that ends for its cache is done once more beside its output."""

import errno
import os
from collections.abc import Callable
from dataclasses import replace
from functools import update_wrapper
from pathlib import Path
from typing import Concatenate, ParamSpec

from generator.build.building import BuildOptions, Built
from generator.build.jobs import BuildInputs
from generator.diagnostics.template_mistake import TemplateMistake
from generator.locale import say
from generator.publishing.unusable import Unusable
from generator.store.cache import unused
from generator.store.children import passing_folder
from generator.store.doubt import WRONG_VALUES, doubted
from generator.store.fault_reports import reported
from generator.store.paths import real
from generator.store.refusals import NO_ROOM, where_and_why, why

P = ParamSpec("P")


def despite_cache(
    build: Callable[Concatenate[Path, BuildInputs, Path, BuildOptions, P], Built],
) -> Callable[Concatenate[Path, BuildInputs, Path, BuildOptions, P], Built]:
    """The same way to build, done again with an empty cache on the disk of the output if its own may have ended it."""

    def tried(
        root: Path, making: BuildInputs, output: Path, how: BuildOptions, /, *more: P.args, **named: P.kwargs
    ) -> Built:
        try:
            return build(root, making, output, how, *more, **named)
        except WRONG_VALUES as error:  # a template that went with the cache is one of them, and an `OSError` too
            if isinstance(error, TemplateMistake | Unusable):
                raise
            wrong = say("isinya mungkin rusak ({galat})", galat=reported(error, making.base))
            told = unused(making.cache, wrong)
        except OSError as error:
            if not _may_be_of_cache(error, making.cache, output):
                raise
            told = unused(making.cache, (why if error.errno in NO_ROOM else where_and_why)(error))
        with passing_folder(f".{output.name}.cache-", real(output).parent) as folder, doubted():
            built = build(root, replace(making, cache=folder), output, how, *more, **named)
        return replace(built, without_cache=told)

    update_wrapper(tried, build)
    return tried


def _may_be_of_cache(error: OSError, cache: Path, output: Path) -> bool:
    """Whether it is about a file of the cache or, as of a file that is written to, about none: then any disk may be
    meant. Where the two share one, and it is full, nothing else helps; nor does it where no process starts."""
    other_disk = _disk(cache) != _disk(output)
    if error.errno == errno.EAGAIN or (error.errno in NO_ROOM and not other_disk):
        return False
    if isinstance(error.filename, str | bytes | os.PathLike):
        return Path(os.fsdecode(error.filename)).is_relative_to(cache)
    return other_disk


def _disk(path: Path) -> int | None:
    """The disk that a path is on or would be."""
    for place in (path, *real(path).parents):
        try:
            return place.stat().st_dev
        except OSError:
            continue
    return None
