"""One repository has many addresses, and another none of them."""

import pytest

from generator.reading.past.repository_address import RepositoryAddress


@pytest.mark.parametrize(
    "told",
    [
        "https://git.example/dinas/rencana.git",
        "https://orang@git.example:8443/Dinas/rencana/",
        "https://git.example/scm/dinas/rencana",
        "https://git.example/dinas/_git/rencana",
        "ssh://git@git.example:2222/dinas/rencana.git",
        "ssh://git@ssh.git.example/dinas/rencana",
        "git@git.example:dinas/rencana.git",
        "git@git.example:/dinas/rencana",
        "git.example:v3/dinas/rencana",
        "kantor:dinas/rencana",  # a name of one's own in the settings of SSH
        "git.example-kantor:dinas/rencana",
    ],
)
def test_a_repository_is_the_same_however_its_address_is_written(told: str) -> None:
    own = RepositoryAddress.of("https://git.example/dinas/rencana.git")
    assert own.is_that_of(RepositoryAddress.of(told))
    assert RepositoryAddress.of(told).is_that_of(own)


@pytest.mark.parametrize(
    "told",
    [
        "https://git.example/orang/rencana.git",
        "https://lain.example/dinas/rencana",
        "ssh://xgit.example/dinas/rencana",
        "git://example/dinas/rencana.git/x",
        "git@git.example:dinas/lain.git",
        "git@git.example.org:dinas/rencana",
        "git@git.example-lain.org:dinas/rencana",
        "../rencana",
        "rencana",
        "a\nb",
    ],
)
def test_another_repository_is_another(told: str) -> None:
    assert not RepositoryAddress.of("git@git.example:dinas/rencana.git").is_that_of(RepositoryAddress.of(told))


def test_what_is_no_address_is_none() -> None:
    assert not RepositoryAddress.of("").is_that_of(RepositoryAddress.of(""))
