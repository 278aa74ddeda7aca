"""What search knows of a page beside its text: filters, hidden words, and the facts of its activities."""

from generator.model.terms import ActivityStatus, Stage
from generator.model.values import Quarter
from generator.pages import addresses
from generator.pages.plan.dossier import Dossier
from generator.pages.rendering.blocks import Body
from generator.pages.rendering.page import SearchFields
from generator.pages.rendering.placing import searched, text_of
from generator.pages.words.search import hidden_words
from generator.views.roadmap import RoadmapRow

LATE = "terlambat"
"""A status to filter by that no plan writes down: it is computed for the day of the pages."""

INSTITUTION = "lembaga"
"""The part of the plan that an institution's own page counts as."""


UNSEARCHED = (addresses.PRINT, addresses.PROPOSE, addresses.HISTORY)
"""Parts that only repeat what stands on the others, and the form, which says nothing of the plan."""


_ASKED_BY = {
    "ringkasan": "siapa terlambat bergeser mundur biaya anggaran manfaat warga",
    "anggaran": "biaya ongkos dana uang",
    "sdm": "jumlah berapa pegawai",
    "temuan": "kekurangan masalah",
}
"""Words of the questions that a page answers, by its kind, where its title has others."""


def search_fields(dossier: Dossier, kind: str, body: Body) -> SearchFields:
    """The fields of a page of a plan, or of its institution.

    Stage, status and year belong to activities: they are told of the page on which the activities stand, as all
    their values, and again of each activity in its facts.
    """
    institution = dossier.plan.institution
    filters = {
        "lembaga": [dossier.edition.address.institution],
        "jenis": [institution.kind.value],
        "provinsi": [institution.province] if institution.province else [],
        "bagian": [kind],
    }
    facts: dict[str, list[str]] = {}
    if kind == addresses.IMPLEMENTATION.strip("/"):
        facts = {addresses.item_anchor(row.activity.id): _facts(row) for row in dossier.roadmap.rows}
        told = {value for values in facts.values() for value in values}
        filters["tahap"] = [stage.value for stage in Stage if stage.value in told]
        filters["status"] = [status for status in STATUSES if status in told]
        filters["tahun"] = sorted(value for value in told if value.isdecimal())
    return SearchFields(
        hidden_words(text_of(searched(body))),
        filters,
        "; ".join(" ".join((anchor, *values)) for anchor, values in facts.items()),
        _ASKED_BY.get(kind, ""),
    )


STATUSES = (*(status.value for status in ActivityStatus), LATE)


def _facts(row: RoadmapRow) -> list[str]:
    """Stage, status and years of an activity, as far as they are known."""
    known = [
        term.value for term in (row.activity.stage, row.activity.status) if isinstance(term, Stage | ActivityStatus)
    ]
    if row.late:
        known.append(LATE)
    if isinstance(row.start, Quarter) and isinstance(row.end, Quarter):
        known += (str(year) for year in range(row.start.year, row.end.year + 1))
    return known
