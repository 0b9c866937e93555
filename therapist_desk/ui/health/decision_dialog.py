"""Deciding on what forbids treatment: proceed, cleared by a physician, or do not treat."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.health.screening import Choice, Decision
from therapist_desk.domain.ids import VisitId
from therapist_desk.services.health import decide
from therapist_desk.ui.health.wording import choice_name
from therapist_desk.ui.kit.banner import Banner, BannerKind
from therapist_desk.ui.kit.form import Form
from therapist_desk.ui.kit.form_dialog import FormDialog
from therapist_desk.ui.kit.toggle_group import ToggleGroup
from therapist_desk.ui.theme.tokens import Height
from therapist_desk.ui.workplace import Workplace

_WIDTH = 560


class DecisionForm(Form):
    """What is decided, with its reason, or who cleared it and when."""

    def __init__(self, newest_year: int) -> None:
        super().__init__()
        self.choice = ToggleGroup(
            [(choice.value, choice_name(choice)) for choice in Choice],
            height=Height.CONTROL,
            name=self.tr("What is decided"),
        )
        self.add("choice", self.tr("What is decided"), self.choice)
        self.physician = self.line("physician", self.tr("Cleared by"), hint=self.tr("name of the physician"))
        self.cleared_on = self.day("cleared_on", self.tr("On"), None, newest_year=newest_year)
        self.reason = self.area("reason", self.tr("Reason"), lines=2)
        self.place("choice")
        self.place("physician", "cleared_on", shares=(2, 1))
        self.place("reason")
        self.choice.chosen.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        cleared = self.choice.value() == Choice.CLEARED.value
        for name in ("physician", "cleared_on"):
            self.field(name).setVisible(cleared)
        self.field("reason").label.setText(self.tr("What was cleared") if cleared else self.tr("Reason"))


class DecisionDialog(FormDialog):
    """Says `decided` with the Decision kept."""

    decided = Signal(object)
    form: DecisionForm

    def __init__(self, workplace: Workplace, visit_id: VisitId, on: tuple[str, ...], parent: QWidget) -> None:
        form = DecisionForm(workplace.desk.today().year)
        super().__init__(
            self.tr("Decide before treating"), self.tr("Record the decision"), form, width=_WIDTH, parent=parent
        )
        self.setObjectName("decision_dialog")
        self.body.insertWidget(0, Banner("\n".join(on), BannerKind.RED))
        self.caption.setText(self.tr("The health history forbids treatment. Your decision is kept with the visit."))
        self.caption.show()
        self._workplace = workplace
        self._visit_id = visit_id
        self._on = on

    def hand_over(self) -> None:
        """Decide nothing without the button."""

    @Slot()
    def save(self) -> None:
        """Keep what was decided."""
        value = self.form.choice.value()
        if value is None:
            self.form.field("choice").set_problem(self.tr("Choose one."))
            return
        self.form.field("choice").set_problem("")
        if not self.form.read_days():
            return
        choice = Choice(value)
        self.begin_writing()
        work = partial(
            decide,
            self._workplace.desk,
            self._visit_id,
            choice,
            self._on,
            reason=self.form.reason.toPlainText(),
            physician=self.form.physician.text() if choice is Choice.CLEARED else "",
            cleared_on=self.form.cleared_on.date() if choice is Choice.CLEARED else None,
        )
        self._workplace.jobs.write(work, owner=self, done=self._finish, failed=self.refuse)

    def _finish(self, decision: Decision) -> None:
        self.decided.emit(decision)
        self.close_saved()
