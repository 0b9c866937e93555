"""The windows over the minutes of a visit: its times, and the units they make."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.payer import Payer
from therapist_desk.domain.session.technique import Technique
from therapist_desk.ui.billing.units_rule_dialog import UnitsRuleDialog
from therapist_desk.ui.visit.habits import Habits
from therapist_desk.ui.visit.session import VisitSession
from therapist_desk.ui.visit.timer.units_dialog import UnitsDialog
from therapist_desk.ui.visit.times.dialog import TimesDialog
from therapist_desk.ui.workplace import Workplace


class Minutes(QObject):
    """Opens them over `page`."""

    def __init__(self, workplace: Workplace, session: VisitSession, habits: Habits, page: QWidget) -> None:
        super().__init__(page)
        self._workplace = workplace
        self._session = session
        self._habits = habits
        self._page = page
        self._times: TimesDialog | None = None
        workplace.jobs.closing.connect(self._tell_of_loss)

    @Slot()
    def correct_times(self, segment_id: str = "", field: str = "") -> None:
        """Open the times, to add to them or set them right; with a segment or a field, at that."""
        if not self._session.locked:
            self._open_times().lead_to(segment_id, field)

    @Slot(object)
    def enter_stretch(self, technique: Technique) -> None:
        """Open the times of a visit of an earlier day, at a stretch of `technique`."""
        if not self._session.locked:
            dialog = self._open_times()
            dialog.propose(technique)
            dialog.lead_to("", "segment_minutes")

    @Slot()
    def change_day(self) -> None:
        """Open the times at the day of the visit."""
        self.correct_times(field="visit_day")

    @Slot()
    def show_units(self) -> None:
        """Open the minutes and units, to look at or to choose."""
        dialog = UnitsDialog(self._session, self._session.card(), self._page)
        dialog.rule_wanted.connect(self._state_rule)
        dialog.open()

    def hand_over(self) -> None:
        """Enter times that were typed and are complete, before the page goes."""
        if self._times is not None:
            self._times.hand_over()

    @Slot()
    def _tell_of_loss(self) -> None:
        if self._times is not None and self._times.incomplete():
            words = self.tr(
                "Times were typed and not entered yet when the charts were closed: a correction is kept once it has "
                "its reason. What was there stands; type them again under “Correct times”."
            )
            self._workplace.jobs.tell_of_loss(words)

    def _open_times(self) -> TimesDialog:
        techniques, favourites = self._workplace.techniques.all, self._habits.favourites
        dialog = self._times = TimesDialog(self._session, techniques, self._page, favourites)
        dialog.finished.connect(self._forget_times)
        dialog.open()
        return dialog

    @Slot()
    def _forget_times(self) -> None:
        self._times = None

    @Slot()
    def _state_rule(self) -> None:
        payer = self._session.file.case_file.payer
        if payer is not None:
            dialog = UnitsRuleDialog(self._workplace, payer, self._page)
            dialog.saved.connect(self._count_by)
            dialog.open()

    @Slot(object)
    def _count_by(self, payer: Payer) -> None:
        self._session.know_payer(payer)
        self.show_units()
