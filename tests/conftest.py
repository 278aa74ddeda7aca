"""Shared by every test: properties are tried on the same examples in every run."""

from collections.abc import Iterator

import pytest
from hypothesis import settings

from generator.cli.words import speak
from tests.once import of_the_run

settings.register_profile("same-every-run", derandomize=True, deadline=None, max_examples=50)
settings.load_profile("same-every-run")


@pytest.fixture(scope="session", autouse=True)
def a_cache_of_the_run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What the user has kept is neither used nor measured; one cache for all workers."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("XDG_CACHE_HOME", str(of_the_run(tmp_path_factory) / "singgahan"))
        yield


@pytest.fixture(autouse=True)
def said_in_indonesian() -> None:
    """Whatever language the command of a test before was given: of one process, one language."""
    speak("id")
