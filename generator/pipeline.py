"""The table of contents: one short function a command, each a sequence of stages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.checks.findings import elsewhere, findings
from generator.checks.problems import problems
from generator.diagnostics import Finding, Problem, Severity, in_order
from generator.model.portfolio import Portfolio
from generator.model.reading import Reading, read_plan
from generator.pages.dossier import Dossier
from generator.pages.institution_pages import institution_pages
from generator.pages.page import Page
from generator.pages.portal_pages import portal_pages
from generator.pages.site import Site
from generator.pages.templates import environment
from generator.pages.text_file import TextFile
from generator.report import Report
from generator.report.difference import Difference, State
from generator.site.configuration import Configuration
from generator.site.docs_folder import write_pages
from generator.site.publication import replace, workshop
from generator.site.publisher import publish
from generator.source.plan_files import PlanAddress, PlanFiles, on_disk
from generator.source.revisions import Unavailable, repository_at
from generator.source.selection import Selection
from generator.views.portrait import Portrait, portrait


@dataclass(frozen=True)
class Check:
    """Every plan that was read, all that is wrong with the files, and what the sound plans leave open."""

    readings: tuple[Reading, ...]
    problems: tuple[Problem, ...]
    held_back: frozenset[str]
    portfolio: Portfolio
    findings: tuple[Finding, ...]

    def report(self, *, with_findings: bool = True) -> Report:
        """For the renderers."""
        sources = (file for reading in self.readings for file in reading.source.files)
        return Report.of(self.problems, self.findings if with_findings else (), sources, len(self.readings))


def check(selections: Sequence[Selection], as_of: date) -> Check:
    """Read and check the selected plans, and tell what the sound ones leave open on a day.

    `held_back` are the addresses of the plans that an error keeps from being published; the others make
    the portfolio. What plans repeat of each other is found among the selected ones alone.
    """
    told: list[Problem] = []
    readings: dict[str, Reading] = {}
    for selection in selections:
        files, misplaced = on_disk(selection.root, selection.base)
        told += (problem for problem in misplaced if selection.covers_path(problem.place.path))
        for plan in files:
            # A folder and a file in it may both be named.
            if selection.covers(plan.address) and plan.files[0].path not in readings:
                readings[plan.files[0].path] = read_plan(plan)
    return _checked(tuple(readings.values()), told, as_of)


def _checked(readings: tuple[Reading, ...], told: Sequence[Problem], as_of: date) -> Check:
    told = [*told, *(problem for reading in readings for problem in problems(reading))]
    held_back = frozenset(problem.plan for problem in told if problem.severity is Severity.ERROR)
    portfolio = Portfolio.of(
        reading.edition for reading in readings if reading.edition and str(reading.address) not in held_back
    )
    others = elsewhere(portfolio)
    found = (finding for edition in portfolio.editions for finding in findings(edition, as_of, others))
    return Check(readings, tuple(in_order(told)), held_back, portfolio, tuple(found))


def difference(root: Path, before: str, after: str, as_of: date) -> Difference | Unavailable:
    """What differs in the plans below `root` between two revisions; an empty name means the files on the disk.

    Only plans whose files differ are read. A finding counts as new or gone when both sides are looked at
    on the same day.
    """
    repository = repository_at(root.parent)
    if isinstance(repository, Unavailable):
        return repository
    sides: list[dict[PlanAddress, PlanFiles]] = []
    for name in (before, after):
        commit = repository.commit(name) if name else ""
        if isinstance(commit, Unavailable):
            return commit
        plans = repository.plans(commit, root.name) if name else on_disk(root, root.parent)[0]
        sides.append({plan.address: plan for plan in plans})
    old, new = (
        _checked(tuple(read_plan(plan) for address, plan in one.items() if other.get(address) != plan), (), as_of)
        for one, other in (sides, sides[::-1])
    )
    return Difference.of(
        State(before, old.portfolio, old.findings, old.held_back),
        State(after, new.portfolio, new.findings, new.held_back),
    )


def pages(checked: Check, configuration: Configuration, site: Site, as_of: date) -> Iterator[Page | TextFile]:
    """Every page of the site in Markdown: of each institution by itself, then of the portal over all."""
    templates = environment(configuration.templates, site.language)
    of_plan: dict[str, list[Finding]] = {}
    for finding in checked.findings:
        of_plan.setdefault(finding.plan, []).append(finding)
    portraits: list[Portrait] = []
    for institution in checked.portfolio.institutions:
        dossiers = {
            edition.address.period: Dossier(edition, institution, as_of, tuple(of_plan.get(str(edition.address), ())))
            for edition in institution.editions
        }
        portraits.append(portrait(dossiers[institution.current.address.period]))
        yield from institution_pages(dossiers, site, templates)
    yield from portal_pages(portraits, sorted(checked.held_back), site, templates, as_of)


def write(checked: Check, configuration: Configuration, site: Site, as_of: date, folder: Path) -> int:
    """Write every page to a folder; the number of files that changed."""
    return write_pages(pages(checked, configuration, site, as_of), folder)


def build(checked: Check, configuration: Configuration, site: Site, as_of: date, output: Path) -> None:
    """Publish the site to `output`, in the place of the last one and only when it is finished."""
    with workshop(output) as work:
        docs, finished = work / "docs", work / "site"
        docs.mkdir()
        write(checked, configuration, site, as_of, docs)
        publish(configuration, docs, finished, work)
        replace(output, finished)
