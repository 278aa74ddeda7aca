"""What every way to build a site shares: the room to work in, and the institutions whose last pages stay."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from generator.build.institutions import Institutions, Progress
from generator.build.jobs import BuildInputs
from generator.build.last_good import Stale, last_good
from generator.build.last_good_in_git import last_good_in_git
from generator.build.ownership import refuse_what_is_not_ours
from generator.build.shards import Made
from generator.build.site_files import LeftOut
from generator.build.templates import held
from generator.build.workers import Workers, workers
from generator.diagnostics import Problem, Severity
from generator.locale import Message, language, say
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


def held_back_but_published(whole: Institutions, sites: Iterable[Path], making: BuildInputs) -> dict[str, Stale]:
    """The last pages of institutions with a plan that an error holds back today and that was published before.

    They come from an earlier site, from the cache, or else are made from the last sound version in Git. A new plan
    with errors takes nothing away: then the institution's other plans are published as usual.
    """
    words = language(making.site.language)
    reasons: dict[str, str] = {}
    for slug, survey in whole.surveys.items():
        if survey.held_back:
            errors = sum(problem.severity is Severity.ERROR for problem in survey.problems)
            reasons[slug] = words.word(say("berkas rencananya memuat {jumlah} kesalahan", jumlah=errors))
    reasons |= dict.fromkeys(whole.closed, words.word(say("folder rencananya tidak dapat dibuka")))
    reasons |= dict.fromkeys(whole.failures, words.word(say("berkas rencananya tidak selesai diperiksa")))
    found = last_good(reasons, sites, making)
    rest = {slug: reason for slug, reason in reasons.items() if slug not in found}
    found |= last_good_in_git(rest, whole, making)
    return {
        slug: stale
        for slug, stale in found.items()
        if slug in whole.closed
        or slug in whole.failures
        or any((stale.folder / address.partition("/")[2]).is_dir() for address in whole.surveys[slug].held_back)
    }


def on_shelf(made: Iterable[Made], making: BuildInputs) -> tuple[dict[str, Path], dict[str, str]]:
    """The folders of pages that were made, and the failures, by institution."""
    pages, failures = {}, {}
    for each in made:
        if each.failure:
            failures[each.slug] = each.failure
        else:
            pages[each.slug] = making.shelf.place(each.slug, each.key)
    return pages, failures


def not_made(failures: Iterable[str], sites: Iterable[Path], making: BuildInputs) -> dict[str, Stale]:
    """The last pages of institutions whose pages could not be made today."""
    reason = language(making.site.language).word(say("halamannya tidak dapat dibuat"))
    return last_good(dict.fromkeys(failures, reason), sites, making)
