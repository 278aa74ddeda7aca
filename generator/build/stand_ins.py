"""The institutions whose pages of today cannot be shown, and what stands in for them.

Where Git tells the past, it alone says what: the last sound version of each plan, made as all pages are. An earlier
site and the cache stand in by themselves only for what Git does not know, or what could not be made of what it says.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path

from generator.build.countable import countable
from generator.build.institutions import Institutions
from generator.build.jobs import BuildInputs
from generator.build.last_good import Stale, last_good
from generator.build.published import read_portrait
from generator.diagnostics import Severity
from generator.locale import language, say


def reasons(whole: Institutions, making: BuildInputs) -> dict[str, str]:
    """Why an institution cannot be shown as it is today, by its name."""
    words = language(making.site.language)
    told: dict[str, str] = {}
    for slug, survey in whole.surveys.items():
        if survey.held_back:
            errors = sum(problem.severity is Severity.ERROR for problem in survey.problems)
            told[slug] = words.word(say("berkas rencananya memuat {jumlah} kesalahan", jumlah=errors))
    told |= dict.fromkeys(whole.closed, words.word(say("isi folder rencananya tidak diketahui")))
    told |= dict.fromkeys(whole.failures, words.word(say("berkas rencananya tidak selesai diperiksa")))
    return told


def days(whole: Institutions, making: BuildInputs) -> dict[str, date]:
    """Of which day the last sound version in Git is, of each institution for which one stands."""
    newest: dict[str, tuple[int, date]] = {}
    for address, one in whole.remembered.sound.items():
        day = datetime.fromisoformat(one.version.commit.moment).astimezone(making.configuration.zone).date()
        told = one.version.number, day
        newest[address.institution] = max(newest.get(address.institution, told), told)
    return {slug: day for slug, (_, day) in newest.items()}


def from_git(whole: Institutions, pages: Mapping[str, Path], making: BuildInputs) -> dict[str, Stale]:
    """Those of the `pages` that were made of earlier versions, with what they say of that; by name."""
    why = reasons(whole, making)
    found = {}
    for slug, day in days(whole, making).items():
        published = read_portrait(pages[slug]) if slug in pages else None
        if published:
            found[slug] = Stale(published, pages[slug], why[slug], day, of_today(whole, slug))
    return found


def of_today(whole: Institutions, slug: str) -> frozenset[str]:
    """The periods of an institution's plans that nothing stands in for."""
    covers = whole.surveys[slug].covers if slug in whole.surveys else ()
    return frozenset(cover.address.period for cover in covers)


def from_earlier(whole: Institutions, sites: Iterable[Path], making: BuildInputs) -> dict[str, Stale]:
    """The last pages of institutions of which Git tells nothing, with a plan that an error holds back today and that
    was published before: those of an earlier site, or else in the cache.

    A new plan with errors takes nothing away: then the institution's other plans are published as usual.
    """
    undecided = {
        slug: reason for slug, reason in reasons(whole, making).items() if slug not in whole.remembered.decided
    }
    found = _last_good(undecided, whole, sites, making)
    return {
        slug: stale
        for slug, stale in found.items()
        if slug in whole.closed
        or slug in whole.failures
        or any((stale.folder / address.partition("/")[2]).is_dir() for address in whole.surveys[slug].held_back)
    }


def not_made(
    failures: Iterable[str], whole: Institutions, sites: Iterable[Path], making: BuildInputs
) -> dict[str, Stale]:
    """The last pages of institutions whose pages could not be made today."""
    reason = language(making.site.language).word(say("halamannya tidak dapat dibuat"))
    return _last_good(dict.fromkeys(failures, reason), whole, sites, making)


def _last_good(
    failed: Mapping[str, str], whole: Institutions, sites: Iterable[Path], making: BuildInputs
) -> dict[str, Stale]:
    return last_good(failed, sites, making, countable(whole.recalled())) if failed else {}
