"""What every way to build a site shares: how it is done, the room to work in, and what comes of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from generator.build.institutions import Institutions, Progress
from generator.build.jobs import BuildInputs
from generator.build.last_good import Stale
from generator.build.ownership import refuse_what_is_not_ours
from generator.build.shards import Made
from generator.build.site_files import LeftOut
from generator.build.templates import held
from generator.build.workers import Workers, workers
from generator.diagnostics import Problem
from generator.locale import Message
from generator.store.atomic import workshop
from generator.store.lock import alone
from generator.store.paths import real


def quiet(stage: str, done: int, total: int) -> None:
    """Progress that nobody looks at."""


@dataclass(frozen=True)
class BuildOptions:
    """How to build. Nothing but `from_disk` changes a byte of what is built: links then name the file of a page.

    `previous` is an earlier site with the last good pages of institutions, beside the one to be replaced.
    `chromium` prints the plans, where their pages link to a PDF (`Site.pdf`).
    """

    jobs: int = 1
    executor: str = "processes"
    scheduler: str = ""
    previous: Path | None = None
    progress: Progress = quiet
    chromium: Path | None = None
    from_disk: bool = False

    def sites(self, output: Path, tree: str = "") -> tuple[Path, ...]:
        """Earlier sites to look for last good pages in, in order; `output` is the one to be replaced.

        Those of the folder `tree` of a language come first, and before none the pages of the site's own language.
        """
        sites = (self.previous, output) if self.previous else (output,)
        return (*(site / tree for site in sites), *sites) if tree else sites


@dataclass(frozen=True)
class Built:
    """What came of a build, for the command to tell: `failures` hold the words of a program, by institution;
    `left_out` are the files of `site_files/` that could not be copied; `unordered` is what was unknown to us of the
    search index, which may then differ from that of a build of the same; `without_cache` tells why the cache was of no
    use, if it was not."""

    country: Institutions
    stale: Mapping[str, Stale] = field(default_factory=dict)
    failures: Mapping[str, str] = field(default_factory=dict)
    left_out: Sequence[LeftOut] = ()
    unordered: str = ""
    without_cache: Message | None = None

    @property
    def problems(self) -> Sequence[Problem]:
        return self.country.problems


@contextmanager
def room(
    root: Path, making: BuildInputs, output: Path, how: BuildOptions
) -> Iterator[tuple[BuildInputs, Path, Workers]]:
    """What to build with, a folder to build in, and workers. A second build of the same plans or to the same folder
    waits.

    Raises `OutputRefused` for an output that holds anything that is not ours.
    """
    refuse_what_is_not_ours(output, root, making)

    def waiting() -> None:
        how.progress("wait", 0, 1)

    shelf, output = making.shelf, real(output)  # beside where a link leads: it may be another disk
    with (
        alone(output, waiting),
        alone(shelf.inside(), waiting),
        workshop(output) as work,
        workers(how.executor, how.jobs, how.scheduler) as crew,
    ):
        shelf.clear_benches()
        yield held(making), work, crew


def on_shelf(made: Iterable[Made], making: BuildInputs) -> tuple[dict[str, Path], dict[str, str]]:
    """The folders of pages that were made, and the failures, by institution."""
    pages, failures = {}, {}
    for each in made:
        if each.failure:
            failures[each.slug] = each.failure
        else:
            pages[each.slug] = making.shelf.place(each.slug, each.key)
    return pages, failures
