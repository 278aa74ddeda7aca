"""The publisher as a subprocess: Markdown in one folder becomes HTML in another.

Neither publisher is ever imported: what replaces it one day replaces this module.
"""

import json
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from generator.pages.rendering.page import Page
from generator.pages.rendering.site_file import SiteFile
from generator.publishing.configuration import Configuration
from generator.publishing.docs_folder import write_for_publisher
from generator.publishing.markdown import LostHtml, put_back
from generator.publishing.material import overrides
from generator.publishing.passed_on import passed_on
from generator.store.children import python, safe_environment
from generator.store.refusals import raise_refusal

PUBLISHERS: dict[str, tuple[str, ...]] = {
    "mkdocs": ("mkdocs", "mkdocs-material", "markdown", "pymdown-extensions", "jinja2"),
    "zensical": ("zensical", "markdown", "pymdown-extensions"),
}
"""The name of each publisher, and the distributions that shape what it writes."""


class PublishingFailed(Exception):
    """The publisher stopped; `output` is what it printed."""

    def __init__(self, output: str) -> None:
        super().__init__(output)
        self.output = output

    def __reduce__(self) -> tuple[type["PublishingFailed"], tuple[str]]:
        return PublishingFailed, (self.output,)  # it travels between processes


def publish_pages(publisher: str, configuration: Configuration, pages: Iterable[Page | SiteFile], work: Path) -> Path:
    """Publish pages in the empty folder `work`; the folder of HTML. Raises `PublishingFailed`."""
    (work / "docs").mkdir()
    aside = write_for_publisher(pages, work / "docs")
    site = publish(publisher, configuration, work)
    for address, html in aside.items():
        page = site / address / "index.html"
        try:
            text = put_back(page.read_text(encoding="utf-8"), html)
        except (LostHtml, OSError) as lost:
            raise PublishingFailed(f"{address}: {lost}") from lost
        page.write_text(text, encoding="utf-8")
    return site


def publish(publisher: str, configuration: Configuration, work: Path) -> Path:
    """Publish the Markdown in `work/docs`; the folder of HTML, `work/site`. Raises `PublishingFailed`."""
    settings, own = passed_on(configuration), overrides(configuration)
    theme = settings["theme"] | own.pop("theme", {}) | {"custom_dir": str(configuration.theme.resolve())}
    settings |= own
    settings |= {
        "site_url": configuration.url,
        "repo_url": configuration.repository,
        "theme": theme | {"language": configuration.language},
        "extra": {**settings["extra"], "alternates": configuration.alternates},
    }
    return run(publisher, settings, work)


def run(publisher: str, settings: Mapping[str, Any], work: Path) -> Path:
    """Publish the Markdown in `work/docs` with these settings; the folder of HTML, `work/site`.

    Raises `PublishingFailed` with the publisher's own words.
    """
    file = work / "mkdocs.yml"
    # JSON is YAML.
    folders = {"docs_dir": "docs", "site_dir": "site"}
    file.write_text(json.dumps({**settings, **folders}, ensure_ascii=False), encoding="utf-8")
    done = subprocess.run(
        python("-m", publisher, "build", *_options(publisher), "--config-file", str(file)),
        capture_output=True,
        text=True,
        check=False,
        cwd=work,
        env=safe_environment(NO_MKDOCS_2_WARNING="1", SOURCE_DATE_EPOCH="0", PYTHONHASHSEED="0"),
    )
    if done.returncode:
        output = done.stdout + done.stderr
        raise_refusal(output)
        raise PublishingFailed(_words(output))
    return work / "site"


def _words(output: str) -> str:
    """What a publisher printed, of its own faults only what they are: its code is no news to who writes plans."""
    before, fault, trace = output.strip().partition("Traceback (most recent call last)")
    return (before + trace.splitlines()[-1] if fault else before).strip()


def made_with(publisher: str) -> str:
    """The publisher and the versions of all that shapes its pages; for a key, and for people."""
    return ", ".join(f"{name} {_version(name)}" for name in PUBLISHERS[publisher])


def is_installed(publisher: str) -> bool:
    """Whether the publisher can be run."""
    return bool(_version(PUBLISHERS[publisher][0]))


def _options(publisher: str) -> Sequence[str]:
    return ("--quiet",) if publisher == "mkdocs" else ()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
