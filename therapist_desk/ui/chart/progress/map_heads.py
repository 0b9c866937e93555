"""What stands round the maps: which visits they show, and what became of the findings between them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.visit import Visit
from therapist_desk.ui.dates import near_day_text
from therapist_desk.ui.kit.layouts import FlowLayout
from therapist_desk.ui.kit.pill import Kind, StatusPill
from therapist_desk.ui.kit.select import Select
from therapist_desk.ui.kit.wrapping import WrappingWidget
from therapist_desk.ui.theme.tokens import Height, Space

_FEWEST_LETTERS = 8


class VisitSelect(Select):
    """A choice among the visits of a case; its index is the place of a visit."""

    def __init__(self, name: str, object_name: str, parent: QWidget | None = None) -> None:
        super().__init__(name=name, parent=parent)
        self.setObjectName(object_name)
        self.setFixedHeight(Height.CONTROL)
        self.setMinimumContentsLength(_FEWEST_LETTERS)
        self.setSizeAdjustPolicy(Select.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def show_visits(self, visits: Sequence[Visit], place: int) -> None:
        """Offer these visits, with the one at `place` chosen."""
        self.clear()
        for visit in visits:
            self.addItem(visit_words(visit, visits), visit.id)
        self.setCurrentIndex(place)


class CoursePills(WrappingWidget):
    """A pill for each thing that can become of a finding."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pills: list[StatusPill] = []
        self._flow = FlowLayout(self, spacing=Space.GRID, line_spacing=Space.INNER)

    def show_pills(self, pills: Sequence[tuple[str, Kind]]) -> None:
        """Show these; pills that are there already are used again."""
        while len(self._pills) < len(pills):
            pill = StatusPill()
            self._pills.append(pill)
            self._flow.addWidget(pill)
        for place, pill in enumerate(self._pills):
            pill.setVisible(place < len(pills))
            if place < len(pills):
                pill.show_state(*pills[place])
        self.updateGeometry()


def visit_words(visit: Visit, visits: Sequence[Visit]) -> str:
    """Name a visit with its day: "Visit 1, 14 Oct"."""
    words = QCoreApplication.translate("Progress", "Visit {n}, {day}")
    return words.format(n=visit.number, day=day_words(visit, visits))


def day_words(visit: Visit, visits: Sequence[Visit]) -> str:
    """Give the day of a visit, with its year where the latest of them is of another."""
    return near_day_text(visit.service_date, visits[-1].service_date)
