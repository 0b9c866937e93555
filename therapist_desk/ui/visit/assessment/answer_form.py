"""The questions of a measure, one a row: number keys answer, Enter goes on to the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QGridLayout, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from therapist_desk.domain.findings.measurement import Answer
from therapist_desk.domain.outcomes.measure import Measure
from therapist_desk.domain.outcomes.own_forms import MOST_ACTIVITIES
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.number_row import NumberRow
from therapist_desk.ui.theme.fonts import Text


class AnswerForm(QWidget):
    """Subclasses hold the controls; `answered` follows each change."""

    answered = Signal()
    ended = Signal()  # Enter on the last one

    def fields(self) -> Sequence[QWidget]:
        """The controls, in the order in which Enter goes through them."""
        raise NotImplementedError

    def answers(self) -> tuple[Answer, ...]:
        """What stands there."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and plain:
            self.go_on()
        else:
            super().keyPressEvent(event)

    def go_on(self) -> None:
        """Go to the next control, or say that there is none."""
        fields = self.fields()
        at = next((place for place, field in enumerate(fields) if field is self.window().focusWidget()), len(fields))
        if at + 1 < len(fields):
            fields[at + 1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.ended.emit()


class ScaleForm(AnswerForm):
    """Items from 0 to 10 with the words at their ends: NPRS and FIQR."""

    def __init__(self, measure: Measure, answers: Sequence[Answer], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[NumberRow] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        ends, place = None, 0
        for number, (item, answer) in enumerate(zip(measure.items, answers, strict=True), 1):
            if (item.group, item.low, item.high) != ends:
                ends = (item.group, item.low, item.high)
                grid.addWidget(Label(item.group.capitalize(), Text.SECONDARY_STRONG, Tone.LABELS), place, 0)
                grid.addWidget(Label(f"0 {item.low} … 10 {item.high}", Text.CAPTION, Tone.QUIET), place, 1)
                place += 1
            row = NumberRow(name=f"{number}. {item.text}")
            row.setObjectName(f"answer_{number}")
            row.set_number(answer.given)
            row.number_chosen.connect(self.answered)
            self.rows.append(row)
            grid.addWidget(Label(f"{number}. {item.text}", Text.BODY, wrap=True), place, 0)
            grid.addWidget(row, place, 1, Qt.AlignmentFlag.AlignTop)
            place += 1
        self._asked = [item.text for item in measure.items]

    def fields(self) -> Sequence[QWidget]:
        return self.rows

    def answers(self) -> tuple[Answer, ...]:
        return tuple(Answer(asked, row.number()) for asked, row in zip(self._asked, self.rows, strict=True))


class TickForm(AnswerForm):
    """Statements to tick: the RMDQ. Space or 1 ticks, 0 takes the tick back."""

    def __init__(self, measure: Measure, answers: Sequence[Answer], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: list[QCheckBox] = []
        self._asked = [item.text for item in measure.items]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for number, (asked, answer) in enumerate(zip(self._asked, answers, strict=True), 1):
            box = QCheckBox(f"{number}.")
            box.setObjectName(f"answer_{number}")
            box.setAccessibleName(f"{number}. {asked}")
            box.setChecked(bool(answer.given))
            box.toggled.connect(self.answered)
            self.boxes.append(box)
            grid.addWidget(box, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Label(asked, Text.BODY, wrap=True), number, 1, Qt.AlignmentFlag.AlignVCenter)

    def fields(self) -> Sequence[QWidget]:
        return self.boxes

    def answers(self) -> tuple[Answer, ...]:
        ticks = [1 if box.isChecked() else 0 for box in self.boxes]
        return tuple(Answer(asked, given) for asked, given in zip(self._asked, ticks, strict=True))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        box = next((each for each in self.boxes if each is self.window().focusWidget()), None)
        if box is not None and event.key() in {Qt.Key.Key_0, Qt.Key.Key_1}:
            box.setChecked(event.key() == Qt.Key.Key_1)
            self.go_on()
        else:
            super().keyPressEvent(event)


class ChoiceForm(AnswerForm):
    """One of several words: PGIC and GROC. Arrows move the choice, digits choose a score that has one."""

    def __init__(self, measure: Measure, answers: Sequence[Answer], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = measure.name
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        given = answers[0].given if answers else None
        self._scores: list[int] = []
        for choice in measure.choices:
            score = int(choice.score)
            sign = f"{score:+d}".replace("-", "−") if measure.lowest < 0 and score else str(score)
            button = QRadioButton(f"{sign}  {choice.words}")
            button.setChecked(score == given)
            self._group.addButton(button, len(self._scores))
            self._scores.append(score)
            column.addWidget(button)
        self._group.idToggled.connect(self._tell)

    def fields(self) -> Sequence[QWidget]:
        return ()

    def answers(self) -> tuple[Answer, ...]:
        chosen = self._group.checkedId()
        return (Answer(self._name, self._scores[chosen] if chosen >= 0 else None),)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.key() - Qt.Key.Key_0
        if digit in self._scores and event.key() >= Qt.Key.Key_0:
            button = self._group.button(self._scores.index(digit))
            button.setChecked(True)
            button.setFocus()
        else:
            super().keyPressEvent(event)

    @Slot(int, bool)
    def _tell(self, _place: int, on: bool) -> None:  # noqa: FBT001 - Qt's signature
        if on:
            self.answered.emit()


class ActivityForm(AnswerForm):
    """The client's own activities, each with its score: the PSFS."""

    def __init__(self, answers: Sequence[Answer], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words: list[QLineEdit] = []
        self.rows: list[NumberRow] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(0, 1)
        ends = self.tr("0 unable to do it … 10 able to do it as before")
        grid.addWidget(Label(self.tr("Activity, in the client's words"), Text.CAPTION, Tone.QUIET), 0, 0)
        grid.addWidget(Label(ends, Text.CAPTION, Tone.QUIET), 0, 1)
        for number in range(1, MOST_ACTIVITIES + 1):
            known = answers[number - 1] if number <= len(answers) else Answer("")
            words, row = QLineEdit(known.asked), NumberRow(name=self.tr("Score of activity {n}").format(n=number))
            words.setProperty("scale", "small")
            words.setObjectName(f"activity_{number}")
            words.setAccessibleName(self.tr("Activity {n}").format(n=number))
            row.setObjectName(f"answer_{number}")
            row.set_number(known.given)
            words.textEdited.connect(self.answered)
            row.number_chosen.connect(self.answered)
            self.words.append(words)
            self.rows.append(row)
            grid.addWidget(words, number, 0)
            grid.addWidget(row, number, 1)

    def fields(self) -> Sequence[QWidget]:
        return [field for pair in zip(self.words, self.rows, strict=True) for field in pair]

    def answers(self) -> tuple[Answer, ...]:
        lines = [Answer(words.text().strip(), row.number()) for words, row in zip(self.words, self.rows, strict=True)]
        return tuple(line for line in lines if line.asked or line.given is not None)


def answer_form(measure: Measure, answers: Sequence[Answer]) -> AnswerForm | None:
    """Make the form of a measure whose questions may be shown; None for one that takes a total."""
    if measure.total_only:
        return None
    if measure.id == "PSFS":
        return ActivityForm(answers)
    if measure.choices:
        return ChoiceForm(measure, answers)
    return TickForm(measure, answers) if measure.id == "RMDQ" else ScaleForm(measure, answers)
