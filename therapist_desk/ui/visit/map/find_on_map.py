"""Finding a region by name, and what then becomes of it: marked, referred to, or gone to."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, Signal, Slot

from therapist_desk.body_map.widget import BodyMap
from therapist_desk.domain.atlas import AtlasDamagedError, Region, Sight
from therapist_desk.domain.atlas.search import shown_regions
from therapist_desk.ui.visit.map.region_finder import RegionFinder
from therapist_desk.ui.visit.session import VisitSession
from therapist_desk.ui.visit.wording import kind_name


class FindOnMap(QObject):
    """Opens the finder over the map and does with the region found what it was opened for."""

    referred = Signal(str)
    """The id of the mark for which a region was sought that it refers to."""

    def __init__(self, session: VisitSession, body_map: BodyMap, finder: RegionFinder) -> None:
        super().__init__(finder)
        self._session = session
        self._map = body_map
        self._finder = finder
        self._referring = ""
        finder.region_found.connect(self._take)

    @Slot()
    def open(self) -> None:
        """Offer all regions: one found is marked, or gone to where no kind is chosen."""
        title = self.tr("Go to region") if self._map.kind is None else kind_name(self._map.kind)
        if not self._session.locked:
            self._offer(title, "")

    @Slot(str)
    def open_for_referral(self, mark_id: str) -> None:
        """Offer all regions: one found is where this mark refers to."""
        self._offer(self.tr("Refers to"), mark_id)

    def _offer(self, title: str, referring: str) -> None:
        self._referring = referring
        atlas, sight = self._map.atlas, self._map.sight
        try:
            regions = shown_regions(atlas, self._map.figure, sight)
        except AtlasDamagedError as problem:
            self._session.trouble.emit(problem)
            return
        on_screen = QRect(self._map.mapToGlobal(QPoint(0, 0)), self._map.size())
        self._finder.open_over(title, regions, atlas.synonyms, sight, on_screen)

    @Slot(object, object)
    def _take(self, region: Region, sight: Sight) -> None:
        mark = self._session.mark(self._referring)
        if mark is not None:
            self._map.ask_to_refer(mark, region.ref)
            self.referred.emit(mark.id)
            return
        self._map.set_view(sight)
        self._map.bring_into_sight(region.anchor)
        if self._map.kind is None:
            self._map.choose("")
            self._map.walk_to(region)
        else:
            self._map.click(region.anchor)
