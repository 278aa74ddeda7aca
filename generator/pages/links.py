"""Links from one page of a plan to anything in the plan, and to the line it came from."""

from functools import cached_property

from markupsafe import Markup

from generator.diagnostics import Place
from generator.model.terms import SectionKey
from generator.pages import addresses
from generator.pages.dossier import Dossier
from generator.pages.site import Site

# The page on which the items of each list have their anchor.
_HOMES = {
    "strategi": addresses.FRAMEWORK,
    "kesenjangan": addresses.BLUEPRINT,
    "peraturan": addresses.BLUEPRINT,
    "perubahan": addresses.BLUEPRINT,
    "infrastruktur": addresses.BLUEPRINT,
    "data": addresses.BLUEPRINT,
    "layanan": addresses.SERVICES,
    "aplikasi": addresses.SERVICES,
    "unit": addresses.IMPLEMENTATION,
    "program": addresses.IMPLEMENTATION,
    "kegiatan": addresses.IMPLEMENTATION,
    "indikator_kinerja": addresses.IMPLEMENTATION,
    "risiko": addresses.IMPLEMENTATION,
}


class Links:
    """Links as seen from the page at `part` of a plan; on the printed page everything is on the page itself."""

    def __init__(self, dossier: Dossier, site: Site, part: str) -> None:
        self._dossier = dossier
        self._site = site
        self._part = part

    @cached_property
    def _homes(self) -> dict[str, str]:
        # The groups by unit are left out on paper, and their anchors with them.
        without = ("unit",) if self._part == addresses.PRINT else ()
        lists = self._dossier.plan.item_lists()
        return {item.id: _HOMES[name] for name, items in lists if name not in without for item in items}

    def page(self, part: str, anchor: str = "") -> str:
        """A page of this plan."""
        if self._part == addresses.PRINT and anchor:
            return f"#{anchor}"
        return self.site(addresses.plan(self._dossier.edition.address, part) + (f"#{anchor}" if anchor else ""))

    def site(self, address: str) -> str:
        """Any address of the site."""
        return addresses.relative(address, addresses.plan(self._dossier.edition.address, self._part))

    def item(self, identifier: str) -> str:
        """The anchor of an item, wherever it is; empty when the plan has no such item or the page no anchor."""
        home = self._homes.get(identifier)
        return "" if home is None else self.page(home, addresses.item_anchor(identifier))

    def section(self, section: SectionKey) -> str:
        """A section of the blueprint."""
        return self.page(addresses.BLUEPRINT, addresses.section_anchor(section))

    def line(self, *path: str | int) -> Markup:
        """A small link to the line a value stands on; plain text where no repository is configured.

        On paper, where nobody can follow it, an item is told once and not with each of its values.
        """
        if self._part == addresses.PRINT and len(path) > 1 and path[0] in self._homes:
            return Markup()
        place = self._dossier.edition.place(*path)
        return self.at(place)

    def at(self, place: Place) -> Markup:
        """A small link to a place in the files; on paper and without a repository its name only."""
        name = f"{place.path.rsplit('/', 1)[-1]}:{place.line}"
        address = self._site.view(place)
        if not address or self._part == addresses.PRINT:
            return Markup('<span class="source">{}</span>').format(name)
        return Markup('<a class="source" href="{}">{}</a>').format(address, name)
