"""The day on which the properties look at a plan."""

from datetime import date

AS_OF = date(2026, 11, 24)
