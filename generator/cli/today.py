"""The one place that reads the clock."""

from datetime import date, datetime
from pathlib import Path

from generator.publishing.configuration import zone_of


def today(base: Path) -> date:
    """The day in the zone of the site whose `mkdocs.yml` stands in a folder: Jakarta's where it says nothing.

    Never the machine's: a runner of a forge is in UTC, seven hours behind the public that it publishes for.
    """
    return datetime.now(zone_of(base)).date()
