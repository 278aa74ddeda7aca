"""The day that everything is judged by is a day where the site is."""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from generator.cli import today

Values = dict[str, Any]
FILE = "plans/sagara/2025-2029.yaml"


@pytest.mark.parametrize(
    ("settings", "day"),
    [("", date(2027, 1, 1)), ("zona_waktu: WIT", date(2027, 1, 1)), ("zona_waktu: UTC", date(2026, 12, 31))],
)
def test_today_is_a_day_where_the_site_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: str, day: date
) -> None:
    """17.17 UTC on 31 December, when the nightly workflow runs, is 1 January in Jakarta."""

    class Clock(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> "Clock":
            return cls.fromisoformat("2026-12-31T17:17:00+00:00").astimezone(tz)

    monkeypatch.setattr(today, "datetime", Clock)
    (tmp_path / "mkdocs.yml").write_text(f"extra: {{{settings}}}", encoding="utf-8")
    assert today.today(tmp_path) == day


def test_the_machines_zone_is_never_asked(workshop: Any, small_plan: Callable[[], Values]) -> None:
    workshop.commit({FILE: small_plan()})
    told = {
        subprocess.run(
            [sys.executable, "-m", "generator.cli", "check", str(workshop.folder / "plans"), "--format", "json"],
            env=os.environ | {"TZ": zone},
            capture_output=True,
            check=False,
        ).stdout
        for zone in ("Pacific/Kiritimati", "Pacific/Niue")
    }
    assert len(told) == 1
