"""Finding a test or measure by its name, joint or region: Enter takes it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy, QVBoxLayout, QWidget

from therapist_desk.domain.findings.measurement import Movement
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.popup_panel import FinderPanel
from therapist_desk.ui.kit.row_list import RowList
from therapist_desk.ui.kit.rows import Row
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.visit.assessment.offers import Offer, search_offers

_SIZE = (420, 380)
_ROW = 30


class AssessmentFinder(FinderPanel):
    """A small window under its button with everything that can be measured, tested or looked at."""

    found = Signal(object)  # what the offer wants: see offers.Wanted

    def __init__(self, parent: QWidget) -> None:
        hint = self.tr("Joint, motion, test or measure: cervical, Spurling, NDI")
        super().__init__(self.tr("Test or measure"), hint, parent)
        self.setObjectName("assessment_finder")
        self.setFixedSize(*_SIZE)
        self._offers: Sequence[Offer] = ()
        self._shown: tuple[Offer, ...] = ()
        self._movement = Movement.ACTIVE
        self.search.setObjectName("assessment_search")
        self.list = RowList(self.tr("Tests and measures found"), height=_ROW, side=8, inset=True, led=True)
        self.list.setObjectName("assessment_offers")
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.pressed_row.connect(self._take_key)
        self.list.picked_row.connect(self._take_key)
        self._hint = Label("", Text.CAPTION, Tone.QUIET)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 10)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(self._hint)

    def open_at(self, offers: Sequence[Offer], corner: QPoint) -> None:
        """Offer these; the right upper corner stands at `corner` on the screen, as far as it has room."""
        self._offers = offers
        place = QPoint(corner.x() - self.width(), corner.y())
        room = self.screen().availableGeometry()
        place.setX(max(room.left(), place.x()))
        place.setY(max(room.top(), min(place.y(), room.bottom() - self.height())))
        self.move(place)
        self.begin()

    def place(self) -> int:
        return self.list.currentIndex().row()

    def count(self) -> int:
        return len(self._shown)

    def choose(self, place: int) -> None:
        self.list.choose(place)
        self.list.scrollTo(self.list.currentIndex(), QAbstractItemView.ScrollHint.EnsureVisible)

    def filter(self, text: str) -> None:
        self._shown, self._movement = search_offers(text, self._offers)
        self.list.show_rows(
            [Row(key=str(i), title=each.title, trailing=each.kind) for i, each in enumerate(self._shown)]
        )
        self.choose(0)
        if not self._shown:
            self._hint.setText(self.tr("Nothing is called so. Try a joint, a region or a short name."))
        elif self._movement is Movement.PASSIVE:
            self._hint.setText(self.tr("Motions are added as passive"))
        else:
            self._hint.setText(self.tr("Motions are active; write “passive” as well for passive ones"))

    def take(self) -> None:
        self._take_at(self.place())

    @Slot(str)
    def _take_key(self, key: str) -> None:
        self._take_at(int(key))

    def _take_at(self, place: int) -> None:
        if 0 <= place < len(self._shown):
            self.close()
            self.found.emit(self._shown[place].wanted(self._movement))
