"""Which merges say that they brought the published branch."""

import pytest

from generator.reading.past.published_branch import PublishedBranch


@pytest.mark.parametrize(
    "told",
    [
        *("https://git.example/dinas/rencana.git", "https://orang@git.example:8443/Dinas/rencana/"),
        *("ssh://git@git.example:2222/dinas/rencana.git", "ssh://git@ssh.git.example/dinas/rencana"),
        *("git@git.example:dinas/rencana.git", "git@git.example:/dinas/rencana", "git.example:dinas/rencana"),
        "kantor:dinas/rencana",  # a name of one's own in the settings of SSH
    ],
)
def test_a_repository_is_the_same_however_its_address_is_written(told: str) -> None:
    published = PublishedBranch("https://git.example/dinas/rencana.git")
    assert published.is_pulled_by(f"Merge branch 'main' of {told}")


@pytest.mark.parametrize(
    "told", ["https://git.example/orang/rencana.git", "git@git.example:dinas/lain.git", "../rencana", "rencana"]
)
def test_another_repository_is_a_proposal(told: str) -> None:
    assert not PublishedBranch("git@git.example:dinas/rencana.git").is_pulled_by(f"Merge branch 'main' of {told}")
