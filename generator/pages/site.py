"""What the pages need to know of the site they stand in."""

from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo
from urllib.parse import quote

from generator.diagnostics import Place
from generator.locale.zones import WIB

# How each forge addresses a line of a file, and its editor; `{ref}` is a commit, or a branch where there is none.
FORGES = {
    "github": ("{repository}/blob/{ref}/{path}#L{line}", "{repository}/edit/{branch}/{path}"),
    "gitlab": ("{repository}/-/blob/{ref}/{path}#L{line}", "{repository}/-/edit/{branch}/{path}"),
    "gitea": ("{repository}/src/{kind}/{ref}/{path}#L{line}", "{repository}/_edit/{branch}/{path}"),
}

# What each forge writes behind the first of several lines.
TO_LINE = {"github": "-L{line}", "gitlab": "-{line}", "gitea": "-L{line}"}

COMMIT_SHOWN = 12
"""Characters of a commit in an address: every forge finds it by them, and a page holds hundreds of addresses."""

# How each forge is asked for the form of a new issue; title and text are added to it.
ISSUES = {
    "github": "{repository}/issues/new?title={title}&body={text}",
    "gitlab": "{repository}/-/issues/new?issue[title]={title}&issue[description]={text}",
    "gitea": "{repository}/issues/new?title={title}&body={text}",
}


@dataclass(frozen=True)
class Site:
    """The settings of a site, from `mkdocs.yml` and from Git.

    `url` ends in a slash, and is empty where nobody told one; `identity` is an id of the site's own, which no change of
    host changes; `language` is that of the frame (plans stay Indonesian). `repository` is the address on the forge, and
    `forge` its kind, both empty where not known; `commit` is empty when the plans are not in Git or differ from the
    commit. `prefix` is the folder of the plans' repository that paths start in, `zone` that of the site's days. `pdf`
    says that every plan is printed as well, so that pages may link to it. `trees` are the folders of a site's other
    languages, and `tree` is the one that these pages stand in, if any.
    """

    name: str = "Rencana Induk e-Government"
    url: str = ""
    identity: str = ""
    language: str = "id"
    repository: str = ""
    forge: str = "github"
    branch: str = "main"
    commit: str = ""
    prefix: str = ""
    pdf: bool = False
    zone: tzinfo = WIB
    trees: tuple[str, ...] = ()
    tree: str = ""

    def begin(self, day: date) -> str:
        """When a day begins where the site is, as feeds write it."""
        return datetime.combine(day, time(), self.zone).isoformat()

    def view(self, place: Place, last: int = 0) -> str:
        """The address of a line on the forge, or of those from it to the `last`, at the commit the page was made from;
        empty without a repository."""
        address = self._address(0, place)
        return address + TO_LINE[self.forge].format(line=last) if address and last > place.line else address

    def edit(self, place: Place) -> str:
        """The address of the forge's editor for the file; empty without a repository."""
        return self._address(1, place)

    @property
    def new_issue(self) -> str:
        """The address of an issue to be written, with `{title}` and `{text}` in it; empty without a repository."""
        if not self.repository or self.forge not in ISSUES:
            return ""
        return ISSUES[self.forge].replace("{repository}", self.repository.rstrip("/"))

    @property
    def has_lines(self) -> bool:
        """Whether lines of the plans' files have addresses on a forge."""
        return bool(self.repository) and self.forge in FORGES

    def _address(self, which: int, place: Place) -> str:
        if not self.has_lines:
            return ""
        return FORGES[self.forge][which].format(
            repository=self.repository.rstrip("/"),
            kind="commit" if self.commit else "branch",
            ref=quote(self.commit[:COMMIT_SHOWN] or self.branch),
            branch=quote(self.branch),
            path=quote(self.prefix + place.path),
            line=place.line,
        )
