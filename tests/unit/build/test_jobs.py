"""What makes an institution's pages new, and what does not."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.build.jobs import BuildInputs, Job, orders
from generator.build.survey import BuildUnit, survey, units
from generator.checks.findings import Elsewhere, gathered
from generator.diagnostics import Severity
from generator.model.address import PlanAddress
from generator.publishing.configuration import configuration
from generator.reading.library import Library
from generator.reading.plan_files import PlanFiles, RawFile

REPOSITORY = Path(__file__).parents[3]
AS_OF = date(2026, 11, 24)


def plan(slug: str, text: str, period: str = "2025-2029") -> PlanFiles:
    return PlanFiles(PlanAddress(slug, period), (RawFile(f"plans/{slug}/{period}.yaml", text.encode()),))


@pytest.fixture
def contoh() -> str:
    return (REPOSITORY / "tests/examples/contoh.yaml").read_text(encoding="utf-8")


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A folder with a configuration and templates of its own."""
    shutil.copytree(REPOSITORY / "site_templates", tmp_path / "site_templates")
    shutil.copy(REPOSITORY / "mkdocs.yml", tmp_path)
    return tmp_path


@pytest.fixture
def making(base: Path) -> Callable[[], BuildInputs]:
    def made() -> BuildInputs:
        settings = configuration(base)
        return BuildInputs(settings, settings.site(), AS_OF, base, base / "cache")

    return made


def order(*plans: PlanFiles, others: Elsewhere | None = None, commit: str = "") -> Job:
    (unit,) = units(plans)
    told = survey(unit, Library())
    (made,) = orders([unit], {unit.slug: told}, others or Elsewhere(), {unit.slug: commit}, {})
    return made


def test_the_same_gives_the_same_key(making: Callable[[], BuildInputs], contoh: str) -> None:
    assert order(plan("sagara", contoh)).site_key(making()) == order(plan("sagara", contoh)).site_key(making())


def test_every_input_is_in_the_key(making: Callable[[], BuildInputs], base: Path, contoh: str) -> None:
    one = order(plan("sagara", contoh))
    seen = [one.site_key(making())]

    def differs(key: str) -> None:
        assert key not in seen
        seen.append(key)

    differs(order(plan("sagara", contoh + "# x\n")).site_key(making()))
    differs(order(plan("segara", contoh)).site_key(making()))
    differs(order(plan("sagara", contoh), commit="a" * 40).site_key(making()))
    differs(one.site_key(replace(making(), as_of=AS_OF + timedelta(1))))
    differs(one.site_key(replace(making(), publisher="zensical")))
    template = base / "site_templates" / "plan" / "sdm.md.j2"
    template.write_text(template.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    differs(one.site_key(making()))
    settings = base / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + "\n# x\n", encoding="utf-8")
    differs(one.site_key(making()))


def test_a_style_sheet_makes_the_html_new_and_not_the_markdown(
    making: Callable[[], BuildInputs], base: Path, contoh: str
) -> None:
    one = order(plan("sagara", contoh))
    before = one.pages_key(making()), one.site_key(making())
    sheet = base / "site_templates" / "theme" / "assets" / "css" / "print.css"
    sheet.write_text(sheet.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert one.pages_key(making()) == before[0]
    assert one.site_key(making()) != before[1]


def test_where_the_folder_lies_is_not_in_the_key(making: Callable[[], BuildInputs], base: Path, contoh: str) -> None:
    one = order(plan("sagara", contoh))
    before = one.site_key(making())
    moved = base.parent / f"{base.name}-lain"
    base.rename(moved)
    settings = configuration(moved)
    assert one.site_key(BuildInputs(settings, settings.site(), AS_OF, moved, moved / "cache")) == before


def test_only_the_others_that_matter_are_in_the_order(contoh: str) -> None:
    own = survey(units([plan("sagara", contoh)])[0], Library()).inventory(AS_OF)
    assert own
    same = replace(own, slug="segara", title="Kabupaten Segara")
    unrelated = replace(own, slug="lain", names=(("aplikasi", "lain", "sekali"),))
    alone = gathered([own, unrelated, replace(unrelated, slug="lainnya")])
    assert order(plan("sagara", contoh), others=alone).elsewhere == Elsewhere()
    found = order(plan("sagara", contoh), others=gathered([own, same, unrelated])).elsewhere
    assert list(found.institutions.values()) == [(("sagara", own.title), ("segara", "Kabupaten Segara"))] * len(
        found.institutions
    )
    assert found.institutions


def test_a_plan_with_an_error_is_held_back_and_the_others_go_on(contoh: str) -> None:
    (unit,) = units([plan("sagara", contoh), plan("sagara", "versi_format: 1\n", "2030-2034")])
    told = survey(unit, Library())
    assert told.held_back == {"sagara/2030-2034"}
    assert {problem.plan for problem in told.problems if problem.severity is Severity.ERROR} == told.held_back
    assert [str(cover.address) for cover in told.covers] == ["sagara/2025-2029"]
    assert not told.covers[0].plan.activities
    assert told.covers[0].plan.header.title


def test_an_institution_without_a_sound_plan_has_no_order() -> None:
    unit = BuildUnit("sagara", (plan("sagara", "versi_format: 1\n"),))
    told = survey(unit, Library())
    assert told.inventory(AS_OF) is None
    assert orders([unit], {"sagara": told}, Elsewhere(), {}, {}) == ()
