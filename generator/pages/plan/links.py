"""Links to anything in a plan, and to the line it came from."""

from functools import cached_property

from markupsafe import Markup, escape

from generator.diagnostics import Place
from generator.locale import language
from generator.model.address import PlanAddress
from generator.model.description import item_lists
from generator.model.entity import Item
from generator.model.plan import Plan
from generator.model.terms import SectionKey
from generator.pages import addresses
from generator.pages.plan.dossier import Dossier
from generator.pages.rendering.anchors import own_anchor
from generator.pages.site import Site


class Links:
    """Links as the templates of a plan write them: to addresses of the site, wherever they will stand."""

    def __init__(self, dossier: Dossier, site: Site) -> None:
        self._dossier = dossier
        self._site = site

    @cached_property
    def _homes(self) -> dict[str, str]:
        return {item.id: f"{item.told_on}/" for _, items in item_lists(self._dossier.plan) for item in items}

    @cached_property
    def taken(self) -> frozenset[str]:
        """The anchors that are items'."""
        return frozenset(map(addresses.item_anchor, self._homes))

    def page(self, part: str, anchor: str = "") -> str:
        """A page of this plan, or what stands at an anchor of ours on it."""
        return self._at(part, own_anchor(anchor, self.taken))

    def _at(self, part: str, anchor: str) -> str:
        return self.site(addresses.plan(self._dossier.edition.address, part) + (f"#{anchor}" if anchor else ""))

    def earlier(self, plan: str, activity: str = "") -> str:
        """A plan before this one of the same institution, by its period or address, or an activity in it; empty where
        there is none here."""
        own = self._dossier.edition.address
        institution, _, period = plan.rpartition("/")
        for edition in self._dossier.institution.editions:
            address = edition.address
            if address.period == period and address != own and institution in ("", address.institution):
                if not activity:
                    return self.site(addresses.plan(address))
                known = any(each.id == activity for each in edition.plan.activities)
                anchor = f"#{addresses.item_anchor(activity)}" if known else ""
                return self.site(addresses.plan(address, addresses.IMPLEMENTATION) + anchor)
        return ""

    def version(self, commit: str, plan: PlanAddress | None = None) -> str:
        """What a version changed, of this plan or of an earlier one; empty where that has no page here."""
        if plan is not None and not any(each.address == plan for each in self._dossier.institution.editions):
            return ""
        page = addresses.plan(plan or self._dossier.edition.address, addresses.HISTORY)
        return self.site(f"{page}#{addresses.version_anchor(commit)}")

    def site(self, address: str) -> str:
        """Any address of the site."""
        return addresses.link(address)

    def item(self, identifier: str) -> str:
        """The anchor of an item, wherever it is; empty when the plan has no such item."""
        home = self._homes.get(identifier)
        return "" if home is None else self._at(home, addresses.item_anchor(identifier))

    def section(self, section: SectionKey) -> str:
        """A section of the blueprint."""
        return self.page(addresses.BLUEPRINT, addresses.section_anchor(section))

    @property
    def to_lines(self) -> bool:
        """Whether a repository is known to whose lines values lead."""
        return self._site.has_lines

    def line(self, thing: Plan | Item, *path: str | int) -> Markup:
        """A small link to the line of a field of the plan or of an item; nothing where no forge is known."""
        return self.at(self._dossier.edition.place_of(thing, *path))

    def lines_within(self, item: Item, field: str, count: int) -> Markup:
        """One link for the `count` values of a list of an item whose own line is told beside it: they stand together in
        the same file, so only the lines are told."""
        first, last = (self._dossier.edition.place_of(item, field, at) for at in (0, count - 1))
        end = last.end_line - (last.end_column == 1)
        if end <= first.line:
            return self.within(first)
        name = language(self._site.language).gettext("baris {awal}–{akhir}").format(awal=first.line, akhir=end)
        return self._source(first, name, self._site.view(first, end))

    def at(self, place: Place) -> Markup:
        """A small link to a place in the files; nothing where no forge is known."""
        return self._source(place, f"{place.path.rsplit('/', 1)[-1]}:{place.line}")

    def within(self, place: Place) -> Markup:
        """`at` for a place in the file of what is told around it."""
        return self._source(place, language(self._site.language).gettext("baris {nomor}").format(nomor=place.line))

    def file(self, place: Place) -> Markup:
        """A small link to the file that a place is in, for what is told of many lines of it."""
        return self._source(place, place.path.rsplit("/", 1)[-1], self._site.view(place).partition("#")[0])

    def _source(self, place: Place, name: str, address: str = "") -> Markup:
        return Markup(f'<source-line href="{escape(address or self._site.view(place))}">{escape(name)}</source-line>')
