"""Finding a test or measure by its name, joint or region: Enter takes it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from therapist_desk.domain.measurement import Movement
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.paint import draw_panel
from therapist_desk.ui.kit.row_list import RowList
from therapist_desk.ui.kit.rows import Row
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Radius, current_tokens
from therapist_desk.ui.visit.assessment.offers import Offer, search_offers
from therapist_desk.ui.visit.popover_place import rounded_mask

_SIZE = (420, 380)
_ROW = 30


class AssessmentFinder(QFrame):
    """A small window under its button with everything that can be measured, tested or looked at."""

    found = Signal(object)  # what the offer wants: see offers.Wanted

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("assessment_finder")
        self.setFixedSize(*_SIZE)
        self._offers: Sequence[Offer] = ()
        self._shown: tuple[Offer, ...] = ()
        self._movement = Movement.ACTIVE
        self.search = QLineEdit()
        self.search.setObjectName("assessment_search")
        self.search.setPlaceholderText(self.tr("Joint, motion, test or measure: cervical, Spurling, NDI"))
        self.search.setAccessibleName(self.tr("Test or measure"))
        self.search.textChanged.connect(self._filter)
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
        self.search.clear()
        self._filter("")
        place = QPoint(corner.x() - self.width(), corner.y())
        room = self.screen().availableGeometry()
        place.setX(max(room.left(), place.x()))
        place.setY(max(room.top(), min(place.y(), room.bottom() - self.height())))
        self.move(place)
        self.show()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, row = event.key(), self.list.currentIndex().row()
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        if key in steps:
            self._choose(row + steps[Qt.Key(key)])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take(row)
        elif key == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMask(rounded_mask(self.size()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        draw_panel(QPainter(self), self.rect().toRectF(), Radius.CARD, fill=tokens.surface, line=tokens.line2)

    def _choose(self, row: int) -> None:
        self.list.choose(max(0, min(row, len(self._shown) - 1)))
        self.list.scrollTo(self.list.currentIndex(), QAbstractItemView.ScrollHint.EnsureVisible)

    @Slot(str)
    def _filter(self, text: str) -> None:
        self._shown, self._movement = search_offers(text, self._offers)
        self.list.show_rows(
            [Row(key=str(i), title=each.title, trailing=each.kind) for i, each in enumerate(self._shown)]
        )
        self._choose(0)
        if not self._shown:
            self._hint.setText(self.tr("Nothing is called so. Try a joint, a region or a short name."))
        elif self._movement is Movement.PASSIVE:
            self._hint.setText(self.tr("Motions are added as passive"))
        else:
            self._hint.setText(self.tr("Motions are active; write “passive” as well for passive ones"))

    @Slot(str)
    def _take_key(self, key: str) -> None:
        self._take(int(key))

    def _take(self, row: int) -> None:
        if 0 <= row < len(self._shown):
            self.close()
            self.found.emit(self._shown[row].wanted(self._movement))
