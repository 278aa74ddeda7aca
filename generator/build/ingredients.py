"""What a site is put together from."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.build.institutions import Institutions
from generator.build.jobs import BuildInputs, mark
from generator.build.last_good import Stale
from generator.build.provenance import provenance
from generator.build.published import FILE as PORTRAIT
from generator.build.published import read_portrait
from generator.publishing.guide.making import guide_mark
from generator.views.portrait import Portrait


@dataclass(frozen=True)
class Ingredients:
    """The institutions' pages, and last good pages, by name."""

    making: BuildInputs
    country: Institutions
    pages: Mapping[str, Path]
    stale: Mapping[str, Stale]

    @property
    def portraits(self) -> list[Portrait]:
        """Of every institution; raises `FileNotFoundError` for pages without one."""
        found = [read_portrait(folder) for folder in self.pages.values()]
        if None in found:
            raise FileNotFoundError(PORTRAIT)
        return [each.portrait for each in (*found, *(stale.published for stale in self.stale.values())) if each]

    @cached_property
    def mark(self) -> str:
        """Changes with anything that shapes a page of the portal, or any other page but last good ones."""
        return mark(
            self.country.mark(self.making),
            repr(sorted(self.pages)),
            *(f"{slug} {stale.published} {stale.reason} {stale.day}" for slug, stale in sorted(self.stale.items())),
        )

    @cached_property
    def guide_key(self) -> str:
        """Changes with anything that shapes the guide, which depends on no plan."""
        return guide_mark(self.making.configuration)

    @cached_property
    def provenance(self) -> str:
        """What the site tells of its making."""
        return self.provenance_with({})

    def provenance_with(self, downloads: Mapping[str, str]) -> str:
        """`provenance`, with the SHA-256 of every download by its address."""
        return provenance(self.country.covers, self.making.site, self.making.as_of, downloads)

    @property
    def folders(self) -> dict[str, Path]:
        """The folder of each institution, those of an earlier day too, by name."""
        return {**self.pages, **{slug: stale.folder for slug, stale in self.stale.items()}}

    @property
    def brought(self) -> set[str]:
        """The institutions whose last good pages come from an earlier site, and were not made by this machine."""
        made_here = self.making.shelf.folder
        earlier = ((slug, stale.folder) for slug, stale in self.stale.items() if not stale.version)
        return {slug for slug, folder in earlier if not folder.is_relative_to(made_here)}


def ingredients(
    making: BuildInputs, country: Institutions, pages: Mapping[str, Path], stale: Mapping[str, Stale]
) -> Ingredients:
    """With the pages of the institutions for which none stand in."""
    return Ingredients(making, country, {slug: pages[slug] for slug in pages if slug not in stale}, stale)
