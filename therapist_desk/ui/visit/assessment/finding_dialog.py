"""Posture, palpation and girth: a few answers that make one finding."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from therapist_desk.domain.anatomy import Side, View
from therapist_desk.domain.findings.measurement import Measurement, MeasurementKind
from therapist_desk.domain.findings.observation import Observation, ObservationKind
from therapist_desk.domain.ids import MeasurementId, ObservationId
from therapist_desk.services.clinical.assessments import PalpationTerm, PostureFinding
from therapist_desk.services.desk import new_id
from therapist_desk.ui.kit.buttons import Button, ButtonRole
from therapist_desk.ui.kit.dialog import Dialog
from therapist_desk.ui.kit.field import Field
from therapist_desk.ui.kit.toggle_group import ToggleGroup
from therapist_desk.ui.visit.wording import view_name

_NO_SIDE = "none"


class FindingDialog(Dialog):
    """Asks for what a finding of this kind needs; `made` hands it over when it is added."""

    made = Signal(object)  # Observation or Measurement
    removed = Signal(str)  # the id of the one shown

    def __init__(self, title: str, caption: str, parent: QWidget, shown: Observation | None = None) -> None:
        super().__init__(title, caption=caption, width=520, parent=parent)
        self.setObjectName("finding")
        self._shown = shown
        self.place = QLineEdit()
        self.place.setObjectName("place")
        self.place_field = Field(self.tr("Place"), self.place)
        sides = [
            (_NO_SIDE, self.tr("No side")),
            (Side.RIGHT.value, self.tr("Right")),
            (Side.LEFT.value, self.tr("Left")),
            (Side.BILATERAL.value, self.tr("Both")),
        ]
        self.side = ToggleGroup(sides, value=_NO_SIDE, name=self.tr("Side"))
        self.choices: dict[str, ToggleGroup] = {}
        self.note = QLineEdit()
        self.note.setObjectName("note")
        self.prose = (self.place, self.note)
        self.body.addWidget(self.place_field)
        self.body.addWidget(Field(self.tr("Side"), self.side))
        add = Button(self.tr("Keep") if shown else self.tr("Add"), role=ButtonRole.PRIMARY)
        add.setObjectName("add")
        add.clicked.connect(self._add)
        cancel = Button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        if shown is not None:
            remove = Button(self.tr("Remove"), role=ButtonRole.DANGER)
            remove.setObjectName("remove")
            remove.clicked.connect(self._remove)
            self.add_aside(remove)
            self.place.setText(shown.place)
            self.note.setText(shown.note)
            self.side.set_value(shown.side.value if shown.side else _NO_SIDE)
        self.add_action(cancel)
        self.add_action(add)

    def add_choice(self, key: str, label: str, options: list[tuple[str, str]], value: str) -> None:
        """Ask for one of a few."""
        self.choices[key] = ToggleGroup(options, value=value, name=label)
        self.body.addWidget(Field(label, self.choices[key]))

    def add_note(self) -> None:
        """Ask for a word of note, last."""
        self.body.addWidget(Field(self.tr("Note"), self.note, optional=True))

    def chosen_side(self) -> Side | None:
        value = self.side.value()
        return None if value in (None, _NO_SIDE) else Side(value)

    def finding(self) -> Observation | Measurement | None:
        """Make what was asked for, or say at a field what is missing."""
        raise NotImplementedError

    @Slot()
    def _add(self) -> None:
        made = self.finding()
        if made is not None:
            self.made.emit(made)
            self.accept()

    @Slot()
    def _remove(self) -> None:
        if self._shown is not None:
            self.removed.emit(self._shown.id)
        self.accept()

    def observation_id(self) -> ObservationId:
        """The id of the one shown, or a new one."""
        return self._shown.id if self._shown else ObservationId(new_id())

    def place_given(self) -> bool:
        """Whether the place stands; says so at its field where not."""
        given = bool(self.place.text().strip())
        self.place_field.set_problem("" if given else self.tr("Say where."))
        return given


class PostureDialog(FindingDialog):
    """From which view, which side, and how much."""

    def __init__(
        self, found: PostureFinding, grades: tuple[str, ...], parent: QWidget, shown: Observation | None = None
    ) -> None:
        super().__init__(found.name[:1].upper() + found.name[1:], "", parent, shown)
        self._found = found
        self.place_field.hide()
        views = [(view.value, view_name(view)) for view in found.views]
        view = shown.view.value if shown and shown.view else views[0][0]
        self.add_choice("view", self.tr("Seen from"), views, view)
        much = [(grade, grade.capitalize()) for grade in grades]
        self.add_choice("grade", self.tr("How much"), much, shown.grade if shown else grades[0])
        self.add_note()

    def finding(self) -> Observation | None:
        view = self.choices["view"].value()
        return Observation(
            id=self.observation_id(),
            kind=ObservationKind.POSTURE,
            name=self._found.name,
            side=self.chosen_side(),
            view=View(view) if view else None,
            grade=self.choices["grade"].value() or "",
            note=self.note.text().strip(),
        )


class PalpationDialog(FindingDialog):
    """Where, which side, and which of the term's grades."""

    def __init__(self, term: PalpationTerm, parent: QWidget, shown: Observation | None = None) -> None:
        caption = f"{term.meaning[:1].upper()}{term.meaning[1:]} · {term.source}"
        super().__init__(term.name, caption, parent, shown)
        self._term = term
        if term.grades:
            grades = [(grade, grade.capitalize()) for grade in term.grades]
            self.add_choice("grade", self.tr("Found"), grades, shown.grade if shown else term.grades[0])
        self.add_note()

    def finding(self) -> Observation | None:
        if not self.place_given():
            return None
        grade = self.choices["grade"].value() if self.choices else ""
        return Observation(
            id=self.observation_id(),
            kind=ObservationKind.PALPATION,
            name=self._term.name,
            side=self.chosen_side(),
            place=self.place.text().strip(),
            grade=grade or "",
            note=self.note.text().strip(),
            source=self._term.source,
        )


class GirthDialog(FindingDialog):
    """Where round the limb, which side, in centimetres or inches; the values stand in the sheet."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(QCoreApplication.translate("Visit", "Girth"), "", parent)
        self.place.setPlaceholderText(self.tr("such as: calf, 10 cm below the kneecap"))
        self.add_choice("unit", self.tr("Unit"), [("cm", self.tr("cm")), ("in", self.tr("inch"))], "cm")

    def finding(self) -> Measurement | None:
        if not self.place_given():
            return None
        return Measurement(
            id=MeasurementId(new_id()),
            kind=MeasurementKind.GIRTH,
            name=self.tr("girth, {place}").format(place=self.place.text().strip()),
            side=self.chosen_side(),
            unit=self.choices["unit"].value() or "cm",
        )
