"""The pages of the small complete plan of the format's documentation, as files by their name."""

from datetime import date
from pathlib import Path

from generator.checks.findings import Elsewhere, findings
from generator.model.address import PlanAddress
from generator.model.portfolio import Portfolio
from generator.pages import addresses
from generator.pages.plan.dossier import Dossier
from generator.pages.plan.pages import plan_pages
from generator.pages.rendering.templates import environment
from generator.pages.site import Site
from generator.publishing.markdown import markdown
from generator.reading.plan_files import PlanFiles, RawFile
from generator.reading.reader import read_plan

HERE = Path(__file__).parent
REPOSITORY = HERE.parents[1]
AS_OF = date(2026, 11, 24)
SITE = Site(url="https://rencana.example/", repository="https://forge.example/dinas/rencana")
PLAN = PlanAddress("sagara", "2025-2029")


def expected() -> dict[str, str]:
    """The pages as they are kept, by their path below this folder."""
    return {path.relative_to(HERE).as_posix(): path.read_text(encoding="utf-8") for path in HERE.rglob("*.md")}


def made() -> dict[str, str]:
    """The pages as the program makes them now."""
    content = (REPOSITORY / "tests" / "examples" / "contoh.yaml").read_bytes()
    edition = read_plan(PlanFiles(PLAN, (RawFile(f"plans/{PLAN.institution}/{PLAN.period}.yaml", content),))).edition
    assert edition is not None
    (institution,) = Portfolio.of([edition]).institutions
    dossier = Dossier(edition, institution, AS_OF, tuple(findings(edition, AS_OF, Elsewhere())))
    templates = environment((REPOSITORY / "site_templates",), SITE.language)
    return {addresses.document(page.address): markdown(page) for page in plan_pages(dossier, SITE, templates)}
