"""What the pages of one institution are made from, all of it; two equal orders give the same bytes."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from hashlib import blake2b
from pathlib import Path

from generator.build.survey import BuildUnit, Survey
from generator.checks.findings import Elsewhere
from generator.model.address import PlanAddress
from generator.model.history import History
from generator.pages.site import Site
from generator.publishing.configuration import Configuration, package_settings
from generator.publishing.publisher import made_with
from generator.reading.time_limit import DEFAULT_SECONDS
from generator.store.cache import Cache, code_fingerprint
from generator.store.paths import real
from generator.store.shelf import Shelf

_SITE_KEY = re.compile("[0-9a-f]{32}-([0-9a-f]{32})(?:-([0-9a-f]{40}|[0-9a-f]{64}))?")


@dataclass(frozen=True)
class BuildInputs:
    """What all institutions are made with: the site's configuration and templates, the day, the publisher.

    `base` is the folder that holds the plans; `cache` is the folder of the cache, the same for all processes
    that work on a build; `limit` are the seconds that an institution may take, which changes no byte of it.
    """

    configuration: Configuration
    site: Site
    as_of: date
    base: Path
    cache: Path
    publisher: str = "mkdocs"
    limit: int = DEFAULT_SECONDS

    @property
    def shelf(self) -> Shelf:
        """The published pages of this folder's institutions, kept between builds."""
        tree = self.configuration.tree
        return Shelf(self.cache / ".terbit" / mark(str(real(self.base)), *([tree] if tree else [])))

    @property
    def trees(self) -> tuple["BuildInputs", ...]:
        """What the pages of each language of the site are made with, those of its root first."""
        first, *others = self.configuration.trees
        told = [
            replace(
                self, configuration=tree, site=replace(self.site, language=tree.language, url=tree.url, tree=tree.tree)
            )
            for tree in others
        ]
        return (replace(self, configuration=first), *told)

    @property
    def values(self) -> Cache:
        """What was read and rendered, kept between builds of any folder."""
        return Cache(self.cache)

    def site_at(self, commit: str) -> Site:
        """The site, for pages made from the plans as they stood at a commit."""
        return replace(self.site, commit=commit)

    @cached_property
    def pages_mark(self) -> str:
        """Changes with anything that shapes Markdown."""
        theme = self.configuration.theme
        return mark(
            code_fingerprint(),
            repr(replace(self.site, commit="")),
            self.as_of.isoformat(),
            str(self.configuration.zone),
            *(mark_of_files(folder, without=theme) for folder in self.configuration.templates),
        )

    @cached_property
    def site_mark(self) -> str:
        """Changes with anything of the repository but its plans, and of the publisher, that shapes HTML."""
        return mark(
            made_with(self.publisher),
            self.configuration.text,
            self.configuration.url,
            self.configuration.repository,
            repr(package_settings()),
            *map(mark_of_files, self.configuration.templates),
        )


@dataclass(frozen=True)
class Job:
    """The pages of an institution: its plans, and what they need to know of others and of the past.

    `commit` is the last one that touched its files, empty when the files differ from Git: a commit that
    changes other institutions leaves these pages as they are. `past` holds the history of each plan.
    """

    unit: BuildUnit
    held_back: frozenset[str]
    elsewhere: Elsewhere
    commit: str = ""
    past: Mapping[PlanAddress, History] = field(default_factory=dict)

    def pages_key(self, making: BuildInputs) -> str:
        """Changes with anything that shapes the Markdown."""
        return mark(
            making.pages_mark,
            self.unit.digest,
            repr(sorted(self.held_back)),
            repr(sorted(self.elsewhere.institutions.items())),
            self.commit,
            *(history_mark(address, history) for address, history in sorted(self.past.items())),
        )

    def site_key(self, making: BuildInputs) -> str:
        """Changes with anything that shapes the HTML; begins with `pages_key`. See `origin`."""
        return "-".join((self.pages_key(making), making.site_mark, *([self.commit] if self.commit else [])))


def origin(site_key: str) -> tuple[str, str]:
    """The `site_mark` of pages and the commit that they were made of, empty where their files differed from Git."""
    found = _SITE_KEY.fullmatch(site_key)
    return (found[1], found[2] or "") if found else ("", "")


def orders(
    units: Iterable[BuildUnit],
    surveys: Mapping[str, Survey],
    elsewhere: Elsewhere,
    commits: Mapping[str, str],
    past: Mapping[PlanAddress, History],
) -> tuple[Job, ...]:
    """The orders of institutions with a sound plan."""
    made = []
    for unit in units:
        told = surveys[unit.slug]
        if not told.covers:
            continue
        own = {plan.address: past[plan.address] for plan in unit.plans if plan.address in past}
        made.append(
            Job(
                unit,
                told.held_back,
                elsewhere.among(told.names),
                commits.get(unit.slug, ""),
                own,
            )
        )
    return tuple(made)


def history_mark(address: PlanAddress, history: History) -> str:
    """Changes with anything that a plan's history tells."""
    # A commit's id stands for all it holds and for all before it.
    told = [version.commit for version in history.versions] + [skipped.commit for skipped in history.skipped]
    told += [promise.commit for promise in history.promises.values() if promise.plan]  # of another plan
    return f"{address} {history.known} {history.reason} {' '.join(told)}"


def mark(*parts: str) -> str:
    """A short text that changes with any of the parts."""
    digest = blake2b(digest_size=16)
    for part in parts:
        digest.update(f"{len(part)}\0{part}".encode("utf-8", "surrogatepass"))  # a name on the disk may be no text
    return digest.hexdigest()


def mark_of_files(folder: Path, without: Path | None = None) -> str:
    """The same of the files below a folder, but of those below `without`."""
    digest = blake2b(digest_size=16)
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not (without and path.is_relative_to(without)):
            content = path.read_bytes()
            digest.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode("utf-8", "surrogatepass"))
            digest.update(content)
    return digest.hexdigest()
