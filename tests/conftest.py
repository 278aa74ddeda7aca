"""Shared by every test: properties are tried on the same examples in every run."""

from hypothesis import settings

settings.register_profile("same-every-run", derandomize=True, deadline=None, max_examples=50)
settings.load_profile("same-every-run")
