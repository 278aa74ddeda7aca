"""A workbook as it is given out, without a plan."""

import pytest

from generator.pipeline.exporting import blank


@pytest.fixture(scope="session")
def sound() -> bytes:
    return next(content for name, content in blank().items() if name.endswith(".xlsx"))
