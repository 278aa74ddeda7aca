"""Workbooks as they are given out, without a plan, and as they come back."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from generator.data.workbook import plan_workbook
from generator.model.edition import Edition
from generator.pages.site import Site
from generator.pipeline.exporting import blank


@pytest.fixture(scope="session")
def sound() -> bytes:
    return next(content for name, content in blank().items() if name.endswith(".xlsx"))


@pytest.fixture(scope="session")
def edited() -> Callable[[Edition, Callable[[Any], object]], bytes]:
    """The workbook of a plan after an edit."""

    def saved(edition: Edition, edit: Callable[[Any], object]) -> bytes:
        made = load_workbook(BytesIO(plan_workbook(edition, Site(), date(2026, 1, 1))))
        edit(made)
        content = BytesIO()
        made.save(content)
        return content.getvalue()

    return saved
