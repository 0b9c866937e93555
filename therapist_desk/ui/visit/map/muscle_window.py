"""The muscles worth palpating for a marked pain: each with what matches and what that rests on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from therapist_desk.domain.anatomy import Side
from therapist_desk.domain.typical_referral import Suggestion
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.popup_panel import PopupPanel
from therapist_desk.ui.kit.row_list import RowList
from therapist_desk.ui.kit.rows import Row
from therapist_desk.ui.theme.fonts import Text

_WIDTH = 400
_LIST = 250
_ROW = 44


class MuscleWindow(PopupPanel):
    """A small window over the map; `muscle_chosen` tells the place of the suggestion taken."""

    muscle_chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("muscle_window")
        self._title = Label("", Text.BODY_STRONG, wrap=True)
        self.list = RowList(self.tr("Muscles worth palpating"), height=_ROW, side=12, inset=True)
        self.list.setObjectName("muscles")
        self.list.pressed_row.connect(self._take)
        self.list.picked_row.connect(self._take)
        self._note = Label("", Text.CAPTION, Tone.LABELS, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 10, 1, 10)
        column.setSpacing(8)
        for label in (self._title, self._note):
            label.setContentsMargins(12, 0, 12, 0)
        column.addWidget(self._title)
        column.addWidget(self.list, 1)
        column.addWidget(self._note)

    def open_over(self, place: str, suggestions: Sequence[Suggestion], evidence: str, map_on_screen: QRect) -> None:
        """Offer `suggestions` for a pain at `place`; opens over the middle of the map."""
        self._title.setText(self.tr("Worth palpating for pain here: {place}").format(place=place))
        self._note.setText(self.tr("Typical referral, not a diagnosis. {evidence}").format(evidence=evidence))
        self.setAccessibleName(self._title.text())
        self.list.show_rows([_row(at, each) for at, each in enumerate(suggestions)])
        self.list.setFixedHeight(min(_LIST, max(_ROW, self.list.content_height())))
        self.setFixedWidth(_WIDTH)
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.setFixedHeight(layout.totalHeightForWidth(_WIDTH))
        centre = map_on_screen.center()
        self.move(centre.x() - self.width() // 2, centre.y() - self.height() // 2)
        self.show()
        self.list.choose(0)
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot(str)
    def _take(self, key: str) -> None:
        self.close()
        self.muscle_chosen.emit(int(key))


def _row(at: int, suggestion: Suggestion) -> Row:
    muscle = suggestion.referral.muscle
    named = muscle if suggestion.side is Side.BILATERAL else f"{suggestion.side.value} {muscle}"
    areas = ", ".join(area.words for area in suggestion.areas)
    return Row(
        key=str(at),
        title=named[:1].upper() + named[1:],
        caption=areas,
        trailing=suggestion.referral.basis.value,
        spoken=f"{suggestion.words}, {suggestion.referral.basis.value}",
    )
