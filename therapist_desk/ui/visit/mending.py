"""The ways from what is missing to where it is mended: a field of the visit, or a page of the chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot

from therapist_desk.domain.missing import MissingItem, Target
from therapist_desk.domain.note import Section
from therapist_desk.ui.navigator import ChartTab
from therapist_desk.ui.visit.checks_dialog import ChecksDialog
from therapist_desk.ui.visit.grading import Grading

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from therapist_desk.ui.visit.page import VisitPage
    from therapist_desk.ui.workplace import Workplace

_TABS = {
    Target.CLIENT: ChartTab.PROFILE,
    Target.CONSENT: ChartTab.PROFILE,
    Target.CASE: ChartTab.CASE,
    Target.PROGRESS: ChartTab.PROGRESS,
}
_AWAY = {*_TABS, Target.THERAPIST, Target.REPORT}
"""What is mended on another page."""


class Mending(QObject):
    """Leads from an item to its field on `page`, and shows all of them."""

    def __init__(self, workplace: Workplace, page: VisitPage) -> None:
        super().__init__(page)
        self._navigator = workplace.navigator
        self._page = page

    @Slot()
    def show_checks(self) -> None:
        """Open the list of everything that is missing."""
        session = self._page.session
        if session.locked:
            return
        session.flush()
        payer = session.file.case_file.payer
        dialog = ChecksDialog(session.missing(), session.passed(), payer.name if payer else "", self._page)
        dialog.item_wanted.connect(self.lead)
        dialog.open()

    @Slot(object)
    def lead(self, item: MissingItem) -> None:
        """Go to where `item` is mended."""
        page = self._page
        if item.target in _AWAY:
            page.leave()
            self._go_away(item.target)
        elif item.target is Target.TIMES:
            page.correct_times()
        elif item.target is Target.UNITS:
            page.show_units()
        elif item.target is Target.TIMER:
            running = item.code == "timer_running"
            target = page.strip.buttons.stop if running else page.strip.buttons.go
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif item.target is Target.UNCONFIRMED:
            page.note.lead_to_carried()
        elif item.target is Target.DECISION:
            page.health.open_decision()
        elif item.target is Target.MEASURES:
            page.note.objective.offer_assessments()
        elif item.target is Target.REVIEW:
            page.focus_map()
            page.map_panel.review.begin()
        elif item.target is Target.MAP:
            self._lead_to_marks(item.code)
        else:
            page.note.lead_to(*self._fields()[item.target])

    def _go_away(self, target: Target) -> None:
        visit = self._page.session.visit
        if target is Target.THERAPIST:
            self._navigator.settings_asked.emit()
        elif target is Target.REPORT:
            self._navigator.open_chart(visit.client_id, ChartTab.DOCUMENTS, documents_of=visit.id)
        else:
            self._navigator.open_chart(visit.client_id, _TABS[target])

    def _fields(self) -> dict[Target, tuple[Section, QWidget]]:
        note = self._page.note
        return {
            Target.PAIN_BEFORE: (Section.SUBJECTIVE, note.subjective.pain),
            Target.LIMITATION: (Section.SUBJECTIVE, note.subjective.limitation),
            Target.SUBJECTIVE: (Section.SUBJECTIVE, note.subjective.text),
            Target.HEALTH: (Section.SUBJECTIVE, note.subjective.health),
            Target.OBJECTIVE: (Section.OBJECTIVE, note.objective.text),
            Target.PAIN_AFTER: (Section.ASSESSMENT, note.assessment.pain),
            Target.RESPONSE: (Section.ASSESSMENT, note.assessment.response.first),
            Target.ASSESSMENT: (Section.ASSESSMENT, note.assessment.text),
            Target.PLAN: (Section.PLAN, note.plan.text),
            Target.RED_TEST: (Section.PLAN, note.plan.text),
        }

    def _lead_to_marks(self, code: str) -> None:
        ungraded = {"no_grade_before": Grading.BEFORE, "no_grade_after": Grading.AFTER}
        if code in ungraded:
            self._page.map_panel.focus_first_without(ungraded[code])
        else:
            self._page.focus_map()
