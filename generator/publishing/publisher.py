"""The publisher as a subprocess: Markdown in one folder becomes HTML in another.

Neither publisher is ever imported: what replaces it one day replaces this module.
"""

import re
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from generator.locale import language, say
from generator.pages.rendering.mistakes import said
from generator.pages.rendering.page import Page
from generator.pages.rendering.site_file import SiteFile
from generator.publishing.configuration import Configuration
from generator.publishing.docs_folder import write_for_publisher
from generator.publishing.markdown import LostHtml, put_back
from generator.publishing.material import overrides
from generator.publishing.passed_on import passed_on
from generator.publishing.written import yaml_of
from generator.store.children import python, safe_environment
from generator.store.fault_reports import kept
from generator.store.paths import real
from generator.store.refusals import raise_refusal

PUBLISHERS: dict[str, tuple[str, ...]] = {
    "mkdocs": ("mkdocs", "mkdocs-material", "markdown", "pymdown-extensions", "jinja2"),
    "zensical": ("zensical", "markdown", "pymdown-extensions"),
}
"""The name of each publisher, and the distributions that shape what it writes."""


_IN_FILE = re.compile(r'File "([^"\n]+)", line ([0-9]+)')
_THEME = "site_templates/theme/"
_FAULT = re.compile(r"^(?:jinja2\.exceptions\.\w+: (.{0,200})|(\w+)(?::|$))", re.MULTILINE)
"""Of a traceback's last line what may be told: an error of Python's own can repeat what a plan holds."""


class PublishingFailed(Exception):
    """The publisher stopped; `output` says so in one line, and where its own words are kept."""

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
            raise PublishingFailed(f"{address}: {publisher} tidak mengembalikan isi halaman ({lost})") from lost
        page.write_text(text, encoding="utf-8")
    return site


def publish(publisher: str, configuration: Configuration, work: Path) -> Path:
    """Publish the Markdown in `work/docs`; the folder of HTML, `work/site`. Raises `PublishingFailed`."""
    settings, own = passed_on(configuration), overrides(configuration)
    theme = settings["theme"] | own.pop("theme", {}) | {"custom_dir": str(real(configuration.theme))}
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

    Raises `PublishingFailed`.
    """
    file = work / "mkdocs.yml"
    file.write_text(yaml_of({**settings, "docs_dir": "docs", "site_dir": "site"}), encoding="utf-8")
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
        raise stopped(publisher, output)
    return work / "site"


def stopped(program: str, output: str) -> PublishingFailed:
    """Why a program stopped: the line of the template, or where what it printed is kept; its words are those of who
    wrote it, and its code is no news to who writes plans."""
    steps = [(file.rpartition(f"/{_THEME}"), line) for file, line in _IN_FILE.findall(output)]
    places = [f"{_THEME}{name}:{line}" for (_, is_theme, name), line in steps if is_theme]
    told = _FAULT.match(output.strip().rpartition("\n")[2])
    if places and told:
        because = said(told[1]) if told[1] else say("templat ini tidak dapat dipakai ({jenis})", jenis=told[2])
        return PublishingFailed(language().word(say("{tempat}: {sebab}", tempat=places[-1], sebab=because)))
    file = kept(output)
    return PublishingFailed(f"{program} berhenti" + (f"; keluarannya: {file}" if file else ""))


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
