"""The map of the provinces on the portal: what its tiles count, and where they lead."""

from collections.abc import Sequence

from generator.locale import Language, say
from generator.pages import addresses
from generator.pages.pictures.provinces import ProvincesPicture, provinces_picture
from generator.views.provinces import ProvinceView

_UNKNOWN = ""
"""Worded by the picture, a mark where a word has no room."""

MEASURES = (say("Menerbitkan"), say("Terlambat"), say("Bergeser"), say("Isian tidak diketahui"))
"""What a reader may see of a province on the map."""


def provinces_map(views: Sequence[ProvinceView], shown: Sequence[ProvinceView], words: Language) -> ProvincesPicture:
    """The map; `views` are all provinces, `shown` those with a page."""
    links = {view.region.code: addresses.link(addresses.province(view.region)) for view in shown}
    return provinces_picture(
        [words.word(each) for each in MEASURES],
        {view.region.code: _figures(view, words) for view in views if view.portraits},
        links.get,
    )


def _figures(view: ProvinceView, words: Language) -> tuple[str, ...]:
    number = words.formats.number
    return (
        number(len(view.published)),
        number(len(view.late)),
        number(len(view.slipped)) if view.slips_known else _UNKNOWN,
        words.formats.percent(view.unknown.percent / 100) if view.unknown.total else _UNKNOWN,
    )
