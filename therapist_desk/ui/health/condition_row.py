"""One question of the checklist: yes, no or unknown, and where it is yes a word of detail."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from therapist_desk.domain.anatomy import Figure
from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.client import CautionLevel
from therapist_desk.domain.health.condition import Condition
from therapist_desk.domain.health.history import Answer, ConditionAnswer, answered
from therapist_desk.ui.health.region_chips import RegionChips
from therapist_desk.ui.health.wording import answer_name, basis_name, level_name
from therapist_desk.ui.kit.date_edit import DateEdit
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.kit.lines_edit import PROSE
from therapist_desk.ui.kit.toggle_group import ToggleGroup
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import current_tokens

_KEYS = {Qt.Key.Key_Y: Answer.YES, Qt.Key.Key_N: Answer.NO, Qt.Key.Key_U: Answer.UNKNOWN}
_ANSWERS_WIDTH = 176


class ConditionRow(QWidget):
    """Y, N and U answer and go on to the next question (`answered_by_key`)."""

    changed = Signal()
    answered_by_key = Signal()

    def __init__(
        self, condition: Condition, atlas: Atlas, figure: Figure, newest_year: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._condition = condition
        name = condition.name[:1].upper() + condition.name[1:]
        self.answer = ToggleGroup([(each.value, answer_name(each)) for each in Answer], name=name)
        self.answer.setObjectName(f"answer_{condition.id}")
        self.answer.setFixedWidth(_ANSWERS_WIDTH)
        for each in Answer:
            self.answer.option(each.value).setAccessibleName(f"{name}: {answer_name(each)}")
        self.answer.chosen.connect(self._follow)
        self.answer.chosen.connect(self._ask_more)
        self.answer.chosen.connect(self.changed)
        self.detail = QLineEdit()
        self.detail.setObjectName(f"detail_{condition.id}")
        self.detail.setAccessibleName(self.tr("{condition}: detail").format(condition=name))
        self.detail.setPlaceholderText(self.tr("In a few words: which, how it is now"))
        self.detail.setProperty(PROSE, True)  # noqa: FBT003 - a property's value
        self.detail.textEdited.connect(self.changed)
        self.since = DateEdit(newest_year=newest_year, name=self.tr("{condition}: since").format(condition=name))
        self.since.setObjectName(f"since_{condition.id}")
        self.since.setPlaceholderText(self.tr("Since, as Mar 2024"))
        self.since.textEdited.connect(self.changed)
        self.since.problem_changed.connect(self._say)
        self.where: RegionChips | None = None
        if condition.level is CautionLevel.LOCAL:
            self.where = RegionChips(atlas, figure, name)
            self.where.changed.connect(self.changed)
        self._problem = Label("", Text.CAPTION, Tone.RED, wrap=True)
        self._problem.hide()
        self._lay_out(name)
        self._follow()

    def given(self) -> ConditionAnswer | None:
        """What was answered; None where nobody asked."""
        value = self.answer.value()
        if value is None:
            return None
        answer = Answer(value)
        found = answered(self._condition, answer)
        if answer is not Answer.YES:
            return found
        where = self.where.regions() if self.where is not None else ()
        return replace(found, detail=self.detail.text(), since=self.since.date(), regions=where)

    def show_answer(self, given: ConditionAnswer | None) -> None:
        """Show what was answered before."""
        self.answer.set_value(None if given is None else given.answer.value)
        if given is not None:
            self.detail.setText(given.detail)
            self.since.set_date(given.since)
            if self.where is not None:
                self.where.show_regions(given.regions)
        self._follow()

    def answer_no(self) -> bool:
        """Answer with no where nothing is answered yet; gives whether it did."""
        if self.answer.value() is not None:
            return False
        self.answer.set_value(Answer.NO.value)
        self._follow()
        return True

    def read_day(self) -> bool:
        """Read the date again; false where it is none."""
        self._say("")
        if self.answer.value() != Answer.YES.value:
            return True
        self.since.read()
        self._say(self.since.problem())
        return not self.since.problem()

    def show_problem(self, words: str) -> None:
        """Say what is wrong with the date."""
        self._say(words)
        self.since.setFocus()

    def focus_answer(self) -> None:
        """Put the keyboard on the answer."""
        self.answer.option(self.answer.value() or Answer.YES.value).setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        answer = _KEYS.get(Qt.Key(event.key()))
        if answer is None or event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            super().keyPressEvent(event)
            return
        self.answer.set_value(answer.value)
        self._follow()
        self.changed.emit()
        if answer is not Answer.YES:
            self.answered_by_key.emit()
        else:
            self._ask_more()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, current_tokens().line)

    @Slot()
    def _follow(self) -> None:
        self._more.setVisible(self.answer.value() == Answer.YES.value)

    @Slot()
    def _ask_more(self) -> None:
        """After a yes comes the detail: a word typed right away must not be read as another answer."""
        if self.answer.value() == Answer.YES.value:
            self.detail.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(str)
    def _say(self, words: str) -> None:
        self._problem.setText(words)
        self._problem.setVisible(bool(words))

    def _lay_out(self, name: str) -> None:
        condition = self._condition
        level = self.tr("{level}: {avoid}").format(level=level_name(condition.level), avoid=condition.avoid)
        words = self.tr("{rule} · {basis}").format(rule=level, basis=basis_name(condition.basis))
        rule = Label(words, Text.CAPTION, Tone.RED if condition.level is CautionLevel.ABSOLUTE else Tone.LABELS)
        rule.setWordWrap(True)
        rule.setToolTip(condition.source)
        self._more = QWidget()
        grid = QGridLayout(self._more)
        grid.setContentsMargins(0, 2, 0, 4)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.addWidget(self.detail, 0, 0)
        grid.addWidget(self.since, 0, 1)
        grid.setColumnStretch(0, 7)
        grid.setColumnStretch(1, 3)
        if self.where is not None:
            grid.addWidget(self.where, 1, 0, 1, 2)
        grid.addWidget(rule, 2, 0, 1, 2)
        grid.addWidget(self._problem, 3, 0, 1, 2)
        line = row(Label(name, Text.BODY, wrap=True), self.answer, spacing=12)
        line.setStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 5, 0, 6)
        column.setSpacing(2)
        column.addLayout(line)
        column.addWidget(self._more)
