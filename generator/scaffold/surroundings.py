"""What is asked about the repository around a plan."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.locale import say
from generator.scaffold.acceptable import an_address, one_of
from generator.scaffold.installing import a_source, pinned
from generator.scaffold.questions import Answers, Ask, GivenAnswers
from generator.scaffold.suggestions import forge_of

NO_FORGE = "none"
FORGES = ("github", "gitlab", "gitea", NO_FORGE)


@dataclass(frozen=True)
class Surroundings:
    """What is known of the repository; addresses may be empty. `tools` are the files of `alat/`, by path."""

    name: str
    forge: str = "github"
    site_url: str = ""
    repository: str = ""
    tools: Mapping[str, bytes] = field(default_factory=dict)


def surroundings(given: GivenAnswers, ask: Ask, name: str) -> Surroundings:
    """What stands around the first plan of a repository; raises as `interview`."""
    answer = Answers(ask)
    repository = answer(
        "--repo-url", given.repo_url, say("Alamat repositori di situs Git; kosongkan bila belum ada"), an_address
    )
    forge = answer("--forge", given.forge, say("Situs Git yang dipakai"), one_of(FORGES), forge_of(repository), FORGES)
    site_url = answer(
        "--site-url", given.site_url, say("Alamat situs sesudah terbit; kosongkan bila belum ada"), an_address
    )
    source = answer(
        "--install",
        given.install,
        say("Sumber pemasangan `rencana` untuk alur kerja; kosongkan untuk menyebutnya nanti dengan `rencana pin`"),
        a_source,
    )
    return Surroundings(name, forge, site_url, repository, pinned(source) if source else {})
