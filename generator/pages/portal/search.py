"""What the search knows of a page over all institutions, and what its own page lets a reader filter by: values
that some page of the site has."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.locale import Message, say
from generator.model.terms import ActivityStatus, InstitutionKind, Stage
from generator.pages.plan.contents import PLAN_PAGES
from generator.pages.plan.search_fields import INSTITUTION, LATE, UNSEARCHED
from generator.pages.rendering.blocks import Body
from generator.pages.rendering.page import SearchFields
from generator.pages.rendering.placing import searched, text_of
from generator.pages.words.search import hidden_words
from generator.views.portrait import Portrait


def asked(body: Body, words: str) -> SearchFields | None:
    """The fields of a page that answers what is asked with these words; nothing where there are none."""
    return SearchFields(hidden_words(f"{text_of(searched(body))} {words}"), {}, asked_by=words) if words else None


@dataclass(frozen=True)
class SearchChoices:
    """The options of each filter, in the order a reader looks for them: value in the address, words.

    Words that come from plans are text; those of the site are messages.
    """

    institutions: tuple[tuple[str, str], ...]
    kinds: tuple[tuple[str, Message], ...]
    provinces: tuple[tuple[str, str], ...]
    parts: tuple[tuple[str, Message], ...]
    stages: tuple[tuple[str, Message], ...]
    statuses: tuple[tuple[str, Message], ...]
    years: tuple[tuple[str, str], ...]


def search_choices(portraits: Sequence[Portrait]) -> SearchChoices:
    """The choices for these institutions, given in alphabetical order."""
    kinds = {portrait.kind for portrait in portraits}
    periods = [portrait.address.period.split("-") for portrait in portraits]
    first = min((int(start) for start, _ in periods), default=0)
    last = max((int(end) for _, end in periods), default=-1)
    return SearchChoices(
        institutions=tuple((portrait.slug, portrait.name) for portrait in portraits),
        kinds=tuple((kind.value, kind.label) for kind in InstitutionKind if kind in kinds),
        provinces=tuple((name, name) for name in sorted({one.province for one in portraits if one.province})),
        parts=(
            (INSTITUTION, say("Halaman lembaga")),
            *((page.kind, page.title) for page in PLAN_PAGES if page.part not in UNSEARCHED),
        ),
        stages=tuple((stage.value, stage.label) for stage in Stage),
        statuses=(*((status.value, status.label) for status in ActivityStatus), (LATE, say("Terlambat"))),
        years=tuple((str(year), str(year)) for year in range(first, last + 1)),
    )
