"""Puts what lives beside the package into the wheel: an installed copy finds it inside `generator`."""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BESIDE_THE_PACKAGE = {
    "site_templates": "generator/site_templates",
    "mkdocs.yml": "generator/mkdocs.yml",
    # What `rencana explain` prints, and the guide that goes with a site.
    "docs/kode": "generator/docs/kode",
    "docs/panduan": "generator/docs/panduan",
    "docs/gambar": "generator/docs/gambar",
    "docs/format-rencana.md": "generator/docs/format-rencana.md",
    "docs/penerbitan.md": "generator/docs/penerbitan.md",
}


class BesideThePackage(BuildHookInterface):  # type: ignore[type-arg]
    """An editable install reads them from the checkout; only a real wheel carries copies."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "standard":
            build_data["force_include"].update(BESIDE_THE_PACKAGE)
