"""The pictures of one plan, laid out when a template asks for one."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from generator.locale import Language
from generator.pages.pictures.journeys import JourneysPicture, journeys_picture
from generator.pages.pictures.matrix import MatrixPicture, matrix_picture
from generator.pages.pictures.money import MoneyPicture, money_by_row, money_by_year
from generator.pages.pictures.naming import names
from generator.pages.pictures.overview import OverviewPicture, overview_picture
from generator.pages.pictures.people import PeoplePicture, people_picture
from generator.pages.pictures.progress import ProgressPicture, progress_picture
from generator.pages.pictures.roadmap import RoadmapLine, RoadmapPicture, roadmap_picture
from generator.pages.plan.dossier import Dossier
from generator.pages.plan.links import Links
from generator.views.highlights import Highlight
from generator.views.roadmap import RoadmapGroup


class PlanPictures:
    """Pictures as seen from one page: their links are those of `links`."""

    def __init__(self, dossier: Dossier, links: Links, words: Language) -> None:
        self._dossier = dossier
        self._links = links
        self._name = names(dossier.plan, words.word)

    @cached_property
    def roadmap(self) -> RoadmapPicture:
        """Every activity by programme, with the schedules first published behind."""
        roadmap = self._dossier.roadmap
        return roadmap_picture(
            roadmap.by_program,
            roadmap.quarters,
            self._dossier.as_of,
            prefix="peta",
            name=self._name,
            link=self._links.item,
            first=self._dossier.history.schedules,
        )

    @cached_property
    def lines(self) -> Mapping[str, RoadmapLine]:
        """What `roadmap` draws of each activity, by its id."""
        return {line.activity.id: line for drawing in self.roadmap.drawings for line in drawing.lines}

    @cached_property
    def highlights(self) -> RoadmapPicture:
        """The activities that a reader looks for first, with their names."""
        return self._few(self._dossier.highlights, "ringkas")

    @cached_property
    def foremost_by_stage(self) -> RoadmapPicture:
        """Of each stage the few activities that a reader looks for first."""
        return self._few(self._dossier.foremost_by_stage, "tahap")

    def _few(self, found: Sequence[Highlight], prefix: str) -> RoadmapPicture:
        return roadmap_picture(
            [each.group for each in found],
            self._dossier.roadmap.quarters,
            self._dossier.as_of,
            prefix=prefix,
            name=self._name,
            link=self._links.item,
            first=self._dossier.history.schedules,
            among={each.group.key: each.among for each in found},
        )

    def overview(self, groups: tuple[RoadmapGroup, ...], prefix: str) -> OverviewPicture:
        """The roadmap in small by any of its groupings."""
        quarters = self._dossier.roadmap.quarters
        return overview_picture(groups, quarters, self._dossier.as_of, prefix=prefix, name=self._name)

    @cached_property
    def progress(self) -> ProgressPicture:
        return progress_picture(self._dossier.roadmap.rows, "keadaan")

    @cached_property
    def coverage(self) -> MatrixPicture:
        return matrix_picture(self._dossier.coverage, self._links.section, "cakupan")

    @cached_property
    def money_by_year(self) -> MoneyPicture:
        return money_by_year(self._dossier.budget, self._name)

    @cached_property
    def money_by_source(self) -> MoneyPicture:
        return money_by_row(self._dossier.budget.by_source, self._name)

    @cached_property
    def people(self) -> PeoplePicture:
        return people_picture(self._dossier.staffing.by_role, self._name)

    @cached_property
    def journeys(self) -> JourneysPicture:
        return journeys_picture(self._dossier.plan.services, self._links.item)
