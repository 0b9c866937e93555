"""What opens forms over the page of a chart."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from therapist_desk.ui.chart.chart_reader import ChartContents
from therapist_desk.ui.open_form import OpenForm
from therapist_desk.ui.workplace import Workplace


class ChartForms(QObject):
    """The base: knows what the chart shows and which form is open. `changed` says what was done."""

    changed = Signal(str)

    def __init__(self, workplace: Workplace, page: QWidget) -> None:
        super().__init__(page)
        self._workplace = workplace
        self._page = page
        self._contents: ChartContents | None = None
        self._open_form = OpenForm(workplace, self)

    def take(self, contents: ChartContents) -> None:
        """Work on these contents from now on."""
        self._contents = contents

    def hand_over(self) -> None:
        """Save a form that is complete, before the page goes."""
        self._open_form.hand_over()
