"""One goal: what the client wants to do, the number that tells how far it is, and its day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from PySide6.QtCore import QStringListModel, Qt, Slot
from PySide6.QtWidgets import QCompleter, QWidget

from therapist_desk.domain.anatomy import Side
from therapist_desk.domain.care.case import Case
from therapist_desk.domain.care.goal import Aim, AimKind, Direction, Goal, GoalStatus, Standing, goal_problems
from therapist_desk.domain.care.goal_wording import kind_of, number_text, worded
from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.findings.motion import NotANumberError
from therapist_desk.domain.outcomes.measure import Measure
from therapist_desk.domain.outcomes.typed_total import read_total
from therapist_desk.domain.progress.goal_sense import aim_problems, blank_aim, first_reading, measure_of, wanted_way
from therapist_desk.domain.visit import Visit
from therapist_desk.ui.chart.case.numbers import read_decimal
from therapist_desk.ui.kit.form import Form
from therapist_desk.ui.kit.select import Select
from therapist_desk.ui.wording import sentence

_BY_NUMBERS: Final = "by the numbers"
_UNITS: Final[Mapping[AimKind, str]] = {AimKind.MOTION: "°"}
_TOLD: Final = (AimKind.ACTIVITY, AimKind.OTHER)
_NO_SIDE: Final = ""
_USUAL_TIME: Final = timedelta(weeks=6)


class GoalForm(Form):
    """Gives the case with this goal changed or added. `known` are names to offer for each kind of measure.

    An example of wording is proposed to be due on `due`, six weeks from today where nobody says.
    """

    def __init__(
        self,
        goal: Goal,
        today: date,
        known: Mapping[AimKind, Sequence[str]],
        due: date | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._goal = goal
        self._today = today
        self._known = known
        self._measures: Mapping[str, Measure] = {}
        self._visits: Sequence[Visit] = ()
        self._offered = ""
        aim = goal.aim
        self._words = self.line(
            "text",
            self.tr("What the client wants to do"),
            goal.text,
            hint=self.tr("Check both blind spots while driving"),
            prose=True,
        )
        self._kind = self._select(
            "kind",
            self.tr("Measured by"),
            self._kind_options(),
            kind_of(goal, known.get(AimKind.QUESTIONNAIRE, ())).value,
        )
        self._measure = self.line("measure", self.tr("Measure"), aim.name if aim else goal.measure)
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._measure.setCompleter(completer)
        side = aim.side.value if aim and aim.side else _NO_SIDE
        self._side = self._select("side", self.tr("Side"), self._side_options(), side)
        self._unit = self.line("unit", self.tr("Unit"), aim.unit if aim else "", optional=True)
        self._first = self.line("first", self.tr("First value"), number_text(aim.first) if aim else goal.baseline)
        self._first_on = self.day("first_on", self.tr("Taken on"), aim.first_on if aim else today)
        self._direction = self._select(
            "direction", self.tr("Wanted"), self._direction_options(), self._direction_of(aim)
        )
        self._wanted = self.line("wanted", self.tr("Value"), number_text(aim.wanted) if aim else goal.target)
        proposed = due if due is not None and due > today else today + _USUAL_TIME
        self._due = self.day("due", self.tr("Due on"), goal.due or (proposed if goal.text and aim is None else None))
        latest = number_text(aim.latest) if aim and aim.latest is not None else ""
        self._latest = self.line("latest", self.tr("Latest value, as told"), latest, optional=True)
        self._latest_on = self.day("latest_on", self.tr("Told on"), aim.latest_on if aim else None, optional=True)
        self._standing = self._select("standing", self.tr("Where it stands"), self._standings(), _standing_of(goal))
        self.place("text")
        self.place("kind", "measure", "side", shares=(3, 5, 2))
        self.place("first", "first_on", "unit", shares=(3, 4, 3))
        self.place("direction", "wanted", "due", shares=(3, 3, 4))
        self.place("latest", "latest_on")
        self.place("standing")
        self._kind.currentIndexChanged.connect(self._suit_kind)
        self._side.currentIndexChanged.connect(self._offer_first)
        self._measure.editingFinished.connect(self._offer_first)
        completer.activated.connect(self._offer_first)
        self._suit_kind()
        if goal.text and not self._first.text():
            self.setFocusProxy(self._first)  # an example of wording still wants its numbers

    def offer_values(self, measures: Mapping[str, Measure], visits: Sequence[Visit]) -> None:
        """Take first values from the visits of the case, and hold numbers against the scales of `measures`."""
        self._measures, self._visits = measures, visits
        self._offer_first()

    def apply(self, case: Case) -> Case | None:
        """Give `case` with the goal as typed; None, and the reason at its field, where it is not one yet."""
        if not self.read_days() or not self._readable():
            return None
        goal = worded(self._typed())
        problems = goal_problems(goal) or (aim_problems(goal.aim, self._measures) if goal.aim else ())
        if self._latest_shown() and self._latest.text().strip() and read_decimal(self._latest.text()) is None:
            self.field("latest").set_problem(self.tr("Type a number, such as 7."))
            self.focus_first_problem()
            return None
        if problems:
            self.show_problems(problems)
            return None
        if self._goal in case.goals:
            return replace(case, goals=tuple(goal if each == self._goal else each for each in case.goals))
        return replace(case, goals=(*case.goals, goal))

    def without(self, case: Case) -> Case:
        """Give `case` without this goal."""
        return replace(case, goals=tuple(each for each in case.goals if each != self._goal))

    def _typed(self) -> Goal:
        status, judged = _said(str(self._standing.currentData()))
        met_on = (self._goal.met_on or self._today) if status is GoalStatus.MET else None
        return replace(
            self._goal,
            text=self._words.text().strip(),
            due=self._due.date(),
            status=status,
            judged=judged,
            met_on=met_on,
            aim=self._aim(),
        )

    def _aim(self) -> Aim | None:
        first, wanted = self._number(self._first.text()), self._number(self._wanted.text())
        if first is None or wanted is None:
            return None
        kind = self._kind_chosen()
        latest = read_decimal(self._latest.text()) if self._latest_shown() else None
        side = str(self._side.currentData()) if kind is AimKind.MOTION else _NO_SIDE
        return Aim(
            kind=kind,
            name="" if kind is AimKind.PAIN else self._measure.text().strip(),
            side=Side(side) if side else None,
            unit="" if kind is AimKind.PAIN else self._unit.text().strip(),
            direction=Direction(self._direction.currentData()),
            first=first,
            wanted=wanted,
            first_on=self._first_on.date(),
            latest=latest,
            latest_on=None if latest is None else self._latest_on.date() or self._today,
        )

    def _number(self, text: str) -> Decimal | None:
        """Read a value: the total of a published measure as such a total, any other by the number it begins with."""
        measure = measure_of(self._kind_chosen(), self._measure.text(), self._measures)
        try:
            return read_decimal(text) if measure is None else read_total(measure, text)
        except NotANumberError:  # older goals have words: "2 or less"
            return read_decimal(text)

    def _readable(self) -> bool:
        """Say at the fields which numbers are none of their measure; false where one is not."""
        for name, line in (("first", self._first), ("wanted", self._wanted)):
            try:
                self._number(line.text())
            except ExpectedError as problem:
                self.field(name).set_problem(sentence(problem))
                self.focus_first_problem()
                return False
        return True

    @Slot()
    def _offer_first(self) -> None:
        """Offer the first value that the case has of what is measured, while nobody typed another."""
        if self._goal.aim is not None:
            return
        kind, name = self._kind_chosen(), self._measure.text().strip()
        if (measure := measure_of(kind, name, self._measures)) is not None:
            self._direction.setCurrentIndex(self._direction.findData(wanted_way(measure).value))
        if self._first.text() != self._offered or not (name or kind is AimKind.PAIN):
            return
        side = str(self._side.currentData()) if kind is AimKind.MOTION else _NO_SIDE
        aim = replace(blank_aim(kind, name), side=Side(side) if side else None)
        found = first_reading(aim, self._visits)
        self._offered = "" if found is None else number_text(found.value)
        self._first.setText(self._offered)
        if found is not None:
            self._first_on.set_date(found.day)

    @Slot()
    def _suit_kind(self) -> None:
        kind = self._kind_chosen()
        self._names.setStringList(list(self._known.get(kind, ())))
        self.field("measure").setVisible(kind is not AimKind.PAIN)
        self.field("side").setVisible(kind is AimKind.MOTION)
        self.field("unit").setVisible(kind is not AimKind.PAIN)
        self.field("latest").setVisible(self._latest_shown())
        self.field("latest_on").setVisible(self._latest_shown())
        if not self._unit.text() or self._unit.text() in _UNITS.values():
            self._unit.setText(_UNITS.get(kind, ""))
        if self._goal.aim is None:
            direction = Direction.AT_MOST if kind is AimKind.PAIN else Direction.AT_LEAST
            self._direction.setCurrentIndex(self._direction.findData(direction.value))
        self._offer_first()

    def _latest_shown(self) -> bool:
        return self._kind_chosen() in _TOLD

    def _kind_chosen(self) -> AimKind:
        return AimKind(self._kind.currentData())

    def _direction_of(self, aim: Aim | None) -> str:
        return (aim.direction if aim else Direction.AT_LEAST).value

    def _select(self, name: str, label: str, options: Sequence[tuple[str, str]], value: str) -> Select:
        select = Select()
        for key, words in options:
            select.addItem(words, key)
        select.setCurrentIndex(select.findData(value))
        self.add(name, label, select)
        return select

    def _kind_options(self) -> Sequence[tuple[str, str]]:
        return (
            (AimKind.MOTION.value, self.tr("Range of motion")),
            (AimKind.PAIN.value, self.tr("Pain, 0 to 10")),
            (AimKind.ACTIVITY.value, self.tr("An activity (PSFS)")),
            (AimKind.QUESTIONNAIRE.value, self.tr("A questionnaire")),
            (AimKind.OTHER.value, self.tr("Another number")),
        )

    def _side_options(self) -> Sequence[tuple[str, str]]:
        return (
            (_NO_SIDE, self.tr("none")),
            (Side.RIGHT.value, self.tr("right")),
            (Side.LEFT.value, self.tr("left")),
        )

    def _direction_options(self) -> Sequence[tuple[str, str]]:
        return ((Direction.AT_LEAST.value, self.tr("at least")), (Direction.AT_MOST.value, self.tr("at most")))

    def _standings(self) -> Sequence[tuple[str, str]]:
        return (
            (_BY_NUMBERS, self.tr("As the numbers say")),
            (Standing.ON_TRACK.value, self.tr("On track, in my judgment")),
            (Standing.BEHIND.value, self.tr("Behind, in my judgment")),
            (Standing.MET.value, self.tr("Met")),
            (Standing.DROPPED.value, self.tr("Dropped")),
        )


def _standing_of(goal: Goal) -> str:
    if goal.status is not GoalStatus.OPEN:
        return goal.status.value
    return goal.judged.value if goal.judged else _BY_NUMBERS


def _said(chosen: str) -> tuple[GoalStatus, Standing | None]:
    if chosen in (GoalStatus.MET.value, GoalStatus.DROPPED.value):
        return GoalStatus(chosen), None
    return GoalStatus.OPEN, None if chosen == _BY_NUMBERS else Standing(chosen)
