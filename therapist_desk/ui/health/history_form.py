"""The fields of a health history: the checklist by groups, then the lists."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from therapist_desk.domain.anatomy import Figure
from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.errors import FieldProblem
from therapist_desk.domain.health.condition import Checklist, ConditionGroup
from therapist_desk.domain.health.history import ConditionAnswer, HealthHistory, HealthItem, ItemKind
from therapist_desk.ui.health.condition_row import ConditionRow
from therapist_desk.ui.health.items_edit import ItemsEdit
from therapist_desk.ui.health.wording import kind_name
from therapist_desk.ui.kit.buttons import LinkButton
from therapist_desk.ui.kit.card import CardHeader
from therapist_desk.ui.kit.form import Form
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.wording import field_sentence


class HistoryForm(Form):
    """Gives answers and lists; what is wrong is said at the question or the list."""

    def __init__(
        self, checklist: Checklist, atlas: Atlas, figure: Figure, newest_year: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rows: dict[str, ConditionRow] = {}
        self._kept: tuple[ConditionAnswer, ...] = ()
        page = self.layout()
        assert isinstance(page, QVBoxLayout)  # noqa: S101 - made so by Form
        page.addWidget(Label(checklist.note, Text.CAPTION, Tone.QUIET, wrap=True))
        for group in checklist.groups:
            page.addWidget(self._group(group, atlas, figure, newest_year))
        everything = LinkButton(self.tr("No to everything not answered"), small=True)
        everything.setObjectName("rest_of_all")
        everything.clicked.connect(partial(_answer_no, self, tuple(self._rows.values())))
        page.insertWidget(1, everything, 0, Qt.AlignmentFlag.AlignLeft)
        self._lists: dict[ItemKind, ItemsEdit] = {}
        adds = {
            ItemKind.MEDICATION: self.tr("Add a medication"),
            ItemKind.SURGERY: self.tr("Add a surgery"),
            ItemKind.ALLERGY: self.tr("Add an allergy"),
            ItemKind.IMPLANT: self.tr("Add an implant or device"),
        }
        for kind, words in adds.items():
            self._lists[kind] = ItemsEdit(kind, words, newest_year)
            self.add(kind.value, kind_name(kind), self._lists[kind])
            self.place(kind.value)

    def show_history(self, history: HealthHistory | None) -> None:
        """Fill the answers of a version in; answers to questions that the list no longer has are kept."""
        if history is None:
            return
        self._kept = tuple(answer for answer in history.answers if answer.condition not in self._rows)
        for condition, row in self._rows.items():
            row.show_answer(history.answer_to(condition))
        for kind, edit in self._lists.items():
            edit.show_items(history.of(kind))

    def answers(self) -> tuple[ConditionAnswer, ...]:
        """What was answered."""
        given = (row.given() for row in self._rows.values())
        return (*(answer for answer in given if answer is not None), *self._kept)

    def items(self) -> tuple[HealthItem, ...]:
        """What the lists hold."""
        return tuple(item for edit in self._lists.values() for item in edit.items())

    def readable(self) -> bool:
        """Read every date; where one is none, say so there and go there."""
        wrong = [row for row in self._rows.values() if not row.read_day()]
        if wrong:
            wrong[0].since.setFocus()
            return False
        for kind, edit in self._lists.items():
            edit.items()
            self.field(kind.value).set_problem(edit.problem())
        self.focus_first_problem()
        return not any(edit.problem() for edit in self._lists.values())

    def show_problems(self, problems: Sequence[FieldProblem]) -> list[FieldProblem]:
        """Say what is wrong at the questions and lists; gives those that have no place here."""
        for problem in reversed(problems):
            if problem.field in self._rows:
                self._rows[problem.field].show_problem(field_sentence(problem))
        return super().show_problems([problem for problem in problems if problem.field not in self._rows])

    def focus_first_question(self) -> None:
        """Put the keyboard on the first question."""
        next(iter(self._rows.values())).focus_answer()

    def _group(self, group: ConditionGroup, atlas: Atlas, figure: Figure, newest_year: int) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(0)
        header = CardHeader(group.name)
        rest = LinkButton(self.tr("No to the rest"), small=True)
        rest.setObjectName(f"rest_{group.id}")
        rest.setAccessibleName(self.tr("{group}: no to the rest").format(group=group.name))
        header.add_action(rest)
        column.addWidget(header)
        rows = []
        for condition in group.conditions:
            row = ConditionRow(condition, atlas, figure, newest_year)
            row.changed.connect(self.changed)
            row.answered_by_key.connect(self._go_on)
            self._rows[condition.id] = row
            rows.append(row)
            column.addWidget(row)
        rest.clicked.connect(partial(_answer_no, self, tuple(rows)))
        return box

    @Slot()
    def _go_on(self) -> None:
        rows = list(self._rows.values())
        at = rows.index(self.sender()) if self.sender() in rows else -1  # type: ignore[arg-type]  # looked for as it is
        if at + 1 < len(rows):
            rows[at + 1].focus_answer()
        else:
            self._lists[ItemKind.MEDICATION].setFocus()


def _answer_no(form: HistoryForm, rows: tuple[ConditionRow, ...]) -> None:
    if [row for row in rows if row.answer_no()]:
        form.changed.emit()
