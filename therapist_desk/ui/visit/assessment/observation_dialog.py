"""A special test on both sides, kept as it is entered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from therapist_desk.domain.anatomy import Side
from therapist_desk.domain.findings.observation import Observation, ObservationKind, Result, same_observation
from therapist_desk.domain.ids import ObservationId
from therapist_desk.services.clinical.assessments import SpecialTest
from therapist_desk.services.desk import new_id
from therapist_desk.ui.kit.banner import Banner, BannerKind
from therapist_desk.ui.kit.buttons import Button, ButtonRole
from therapist_desk.ui.kit.dialog import Dialog
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.toggle_group import ToggleGroup
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.visit.assessment.commands import change_part, delete_part
from therapist_desk.ui.visit.session import VisitSession

_SIDES: Sequence[Side | None] = (Side.RIGHT, Side.LEFT, None)
_KEYS = {
    Qt.Key.Key_N: Result.NEGATIVE,
    Qt.Key.Key_P: Result.POSITIVE,
    Qt.Key.Key_U: Result.UNCLEAR,
}


class _SideLine(QWidget):
    """The result and a note for one side; N, P and U choose, Delete clears."""

    def __init__(self, session: VisitSession, blank: Observation, said: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        here = next((each for each in session.visit.observations if same_observation(each, blank)), None)
        self._shown = here or blank
        name = f"{blank.name}, {said}"
        results = [
            (Result.NEGATIVE.value, self.tr("Negative")),
            (Result.POSITIVE.value, self.tr("Positive")),
            (Result.UNCLEAR.value, self.tr("Unclear")),
        ]
        chosen = here.result.value if here is not None and here.result is not None else None
        self.result = ToggleGroup(results, value=chosen, name=name)
        self.result.chosen.connect(self._choose)
        self.note = QLineEdit(self._shown.note)
        self.note.setProperty("scale", "small")
        self.note.setAccessibleName(self.tr("Note on {test}").format(test=name))
        self.note.setPlaceholderText(self.tr("what it brought on"))
        self.note.textEdited.connect(self._write)

    @property
    def red(self) -> bool:
        """Whether this side sends the client back to the physician."""
        kept = self._session.part(self._shown.id)
        return isinstance(kept, Observation) and kept.red

    def choose(self, result: Result | None) -> None:
        """Set the result, or take it back."""
        if result is None:
            delete_part(self._session, self._shown.id)
        else:
            self._shown = replace(self._shown, result=result, note=self.note.text().strip())
            change_part(self._session, self._shown)
        self.result.set_value(result.value if result else None)

    @Slot(str)
    def _choose(self, value: str) -> None:
        self.choose(Result(value))

    @Slot(str)
    def _write(self, text: str) -> None:
        self._shown = replace(self._shown, note=text.strip())
        if self._session.part(self._shown.id) is not None:
            change_part(self._session, self._shown, answering=True)


class SpecialTestDialog(Dialog):
    """Right, left and without a side; what a positive one suggests and, for a red one, what to do."""

    def __init__(self, session: VisitSession, test: SpecialTest, parent: QWidget) -> None:
        caption = f"{test.suggests[:1].upper()}{test.suggests[1:]} · {test.source}"
        if test.source != test.basis.value:
            caption = f"{caption} ({test.basis.value})"
        super().__init__(test.name, caption=caption, width=620, parent=parent)
        self.setObjectName("special_test")
        self._session = session
        words = {Side.RIGHT: self.tr("Right"), Side.LEFT: self.tr("Left"), None: self.tr("Without a side")}
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        self.sides: list[_SideLine] = []
        for place, side in enumerate(_SIDES):
            line = _SideLine(session, _blank(test, side), words[side], self)
            line.hide()  # holds the two; they stand in the grid
            self.sides.append(line)
            grid.addWidget(Label(words[side], Text.BODY, Tone.LABELS), place, 0)
            grid.addWidget(line.result, place, 1)
            grid.addWidget(line.note, place, 2)
        self.prose = tuple(line.note for line in self.sides)
        grid.setColumnStretch(2, 1)
        self._red = Banner(
            self.tr("Positive, so refer back to the physician: {suggests}.").format(suggests=test.suggests),
            BannerKind.RED,
        )
        self._red.setObjectName("red_test")
        done = Button(self.tr("Done"), role=ButtonRole.PRIMARY)
        done.setObjectName("done")
        done.clicked.connect(self.accept)
        self.body.addLayout(grid)
        self.body.addWidget(
            Label(
                self.tr("N negative, P positive, U unclear, Delete clears. Kept as entered."),
                Text.CAPTION,
                Tone.QUIET,
            )
        )
        self.add_foot(self._red)
        self.add_action(done)
        session.assessed.connect(self._show_red)
        self._show_red()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focus = self.window().focusWidget()
        inside = [each for each in self.sides if focus is not None and each.result.isAncestorOf(focus)]
        line = inside[0] if inside else None
        key = Qt.Key(event.key())
        if line is not None and key in _KEYS:
            line.choose(_KEYS[key])
        elif line is not None and key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            line.choose(None)
        else:
            super().keyPressEvent(event)

    @Slot()
    def _show_red(self) -> None:
        self._red.setVisible(any(line.red for line in self.sides))


def _blank(test: SpecialTest, side: Side | None) -> Observation:
    source = test.source if test.source == test.basis.value else f"{test.source} ({test.basis.value})"
    return Observation(
        id=ObservationId(new_id()),
        kind=ObservationKind.TEST,
        name=test.name,
        side=side,
        suggests=test.suggests,
        refer_if_positive=test.refer_if_positive,
        source=source,
    )
