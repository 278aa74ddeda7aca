"""The publisher as a subprocess: Markdown in one folder becomes HTML in another.

MkDocs is never imported: what replaces it one day replaces this module.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

from generator.site.configuration import Configuration


class PublishingFailed(Exception):
    """The publisher stopped; `output` is what it printed."""

    def __init__(self, output: str) -> None:
        super().__init__(output)
        self.output = output


def publish(configuration: Configuration, docs: Path, output: Path, work: Path) -> None:
    """Publish the Markdown in `docs` to `output`, with a configuration written to `work`.

    Raises `PublishingFailed` with the publisher's own words.
    """
    inherited = work / "mkdocs.yml"
    # JSON is YAML; the settings that a build decides override those of the site.
    settings = {
        "INHERIT": str(configuration.file.resolve()),
        "docs_dir": str(docs.resolve()),
        "site_dir": str(output.resolve()),
        "theme": {"custom_dir": str(configuration.theme.resolve())},
    }
    inherited.write_text(json.dumps(settings, ensure_ascii=False), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(inherited)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "0", "PYTHONHASHSEED": "0"},
    )
    if done.returncode:
        raise PublishingFailed((done.stdout + done.stderr).strip())
