"""Which forge a repository is on, and what its CI tells of the site: asked only where `mkdocs.yml` says nothing."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from generator.publishing.shapes import ADDRESS

_KNOWN = {
    "github.com": "github",
    "gitlab.com": "gitlab",
    "codeberg.org": "gitea",
    "gitea.com": "gitea",
}
_NAMES = {"github": "github", "gitlab": "gitlab", "gitea": "gitea", "forgejo": "gitea", "codeberg": "gitea"}
_IN_CI = {"GITLAB_CI": "gitlab", "FORGEJO_ACTIONS": "gitea", "GITEA_ACTIONS": "gitea", "GITHUB_ACTIONS": "github"}
_BUILT = (
    "CI_MERGE_REQUEST_TARGET_BRANCH_NAME",  # GitLab
    "CI_COMMIT_TARGET_BRANCH",  # Woodpecker
    "CI_COMMIT_BRANCH",  # both
    "BITBUCKET_PR_DESTINATION_BRANCH",
    "BITBUCKET_BRANCH",
    "CHANGE_TARGET",  # Jenkins
    "BRANCH_NAME",
)
_FOLDERS = {".gitlab-ci.yml": "gitlab", ".forgejo": "gitea", ".gitea": "gitea", ".github": "github"}


def forge_of(address: str, base: Path, environment: Mapping[str, str]) -> str:
    """The kind of forge at an address; empty where nothing tells it.

    By its host, by a host that is called after its program (`gitlab.kabupaten.example`), by the CI that runs on it,
    and by the workflows that stand in the repository.
    """
    host = _host(address)
    if host in _KNOWN:
        return _KNOWN[host]
    for name, forge in _NAMES.items():
        if name in host.split(".")[0] or f".{name}." in host:
            return forge
    if host and host == _host_of_ci(environment):
        return next(forge for name, forge in _IN_CI.items() if environment.get(name))
    return next((forge for name, forge in _FOLDERS.items() if (base / name).exists()), "")


def repository_of_ci(environment: Mapping[str, str]) -> str:
    """The page of the repository whose CI this is; empty elsewhere."""
    if environment.get("GITLAB_CI"):
        return environment.get("CI_PROJECT_URL", "")
    server, name = environment.get("GITHUB_SERVER_URL", ""), environment.get("GITHUB_REPOSITORY", "")
    return f"{server}/{name}" if environment.get("GITHUB_ACTIONS") and server and name else ""


def branch_of_ci(environment: Mapping[str, str]) -> str:
    """The branch that proposals are made for; empty where a CI does not tell it."""
    if environment.get("GITLAB_CI"):
        return environment.get("CI_DEFAULT_BRANCH", "")
    if not environment.get("GITHUB_ACTIONS"):
        return ""
    ran_on = environment.get("GITHUB_REF_NAME", "") if environment.get("GITHUB_REF_TYPE") == "branch" else ""
    return environment.get("GITHUB_BASE_REF") or ran_on


def built_by_ci(environment: Mapping[str, str]) -> str:
    """The branch that a CI builds, or that a proposal it looks at would change; empty where it does not tell one."""
    told = (environment.get(name, "") for name in _BUILT)
    of_github = branch_of_ci(environment) if environment.get("GITHUB_ACTIONS") else ""
    return next((name for name in (*told, of_github) if name and name.isprintable()), "")


def pages_of_ci(environment: Mapping[str, str]) -> str:
    """The address at which the forge whose CI this is publishes the site of the repository; empty elsewhere.

    GitLab tells it. GitHub Pages has `<owner>.github.io/<repository>/`, and `<owner>.github.io/` for the repository of
    that name; a domain of one's own stands in `site_url`.
    """
    try:
        return str(ADDRESS.read(_pages_told(environment)))
    except ValueError:
        return ""


def _pages_told(environment: Mapping[str, str]) -> str:
    if environment.get("GITLAB_CI"):
        return environment.get("CI_PAGES_URL", "")
    if environment.get("GITHUB_ACTIONS") and environment.get("GITHUB_SERVER_URL") == "https://github.com":
        owner, _, name = environment.get("GITHUB_REPOSITORY", "").partition("/")
        host = f"{owner.lower()}.github.io"
        if owner and name:
            return f"https://{host}/" if name.lower() == host else f"https://{host}/{name}/"
    return ""


def _host_of_ci(environment: Mapping[str, str]) -> str:
    return _host(repository_of_ci(environment))


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""
