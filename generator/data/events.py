"""What a plan promises by a day: its milestones, and the ends of its activities."""

from collections.abc import Iterator
from datetime import date

from generator.data.calendar import Event
from generator.model.terms import ActivityStatus
from generator.model.values import Quarter
from generator.pages import addresses
from generator.pages.plan.dossier import Dossier
from generator.pages.site import Site


def events(dossier: Dossier, site: Site) -> Iterator[Event]:
    """One a milestone with a day, and one a known end, on its last day.

    A milestone is known by its activity and its words, and by its number among milestones of the same words; not by its
    day. What an office cancelled is a cancelled event, so that it leaves the calendars it stands in.
    """
    page = f"{site.url}{addresses.plan(dossier.edition.address, addresses.IMPLEMENTATION)}" if site.url else ""
    for activity in dossier.plan.activities:
        url = f"{page}#{addresses.item_anchor(activity.id)}" if page else ""
        cancelled = activity.status is ActivityStatus.CANCELLED
        seen: dict[str, int] = {}
        for milestone in activity.milestones:
            said = milestone.text if isinstance(milestone.text, str) else ""
            seen[said] = seen.get(said, 0) + 1
            if isinstance(milestone.day, date):
                yield Event(
                    f"{activity.id} tonggak {said} {seen[said]}",
                    milestone.day,
                    f"{activity.id}: {said or 'tonggak'}",
                    activity.name,
                    url,
                    cancelled,
                )
        if isinstance(activity.end, Quarter):
            yield Event(
                f"{activity.id} selesai",
                activity.end.last_day,
                f"{activity.id} selesai: {activity.name}",
                url=url,
                cancelled=cancelled,
            )
