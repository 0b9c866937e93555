"""The health history of a client, to read: what to mind first, then the lists; earlier versions at hand."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from therapist_desk.domain.client import CautionLevel
from therapist_desk.domain.health.history import Answer, ConditionAnswer, HealthHistory, HealthItem, ItemKind
from therapist_desk.domain.ids import TherapistId
from therapist_desk.domain.people import Therapist
from therapist_desk.ui.chart.chart_reader import ChartContents
from therapist_desk.ui.chart.reading import Reading
from therapist_desk.ui.dates import day_text
from therapist_desk.ui.health.wording import basis_name, kind_name, level_name
from therapist_desk.ui.kit.buttons import Button, ButtonRole, ButtonSize
from therapist_desk.ui.kit.card import Card, CardHeader
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.kit.pill import Kind, StatusPill
from therapist_desk.ui.kit.select import Select
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Space

_KINDS = {CautionLevel.ABSOLUTE: Kind.RED, CautionLevel.LOCAL: Kind.RED, CautionLevel.PRECAUTION: Kind.AMBER}


class HistoryCard(Card):
    """Says `update_wanted`. Choosing an earlier version shows it in place of the latest."""

    update_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._histories: tuple[HealthHistory, ...] = ()
        self._therapists: Mapping[TherapistId, Therapist] = {}
        self.header = CardHeader(self.tr("Health history"))
        self.versions = Select(name=self.tr("Version of the history"))
        self.versions.setObjectName("history_version")
        self.versions.activated.connect(self._show_chosen)
        self._update = Button(self.tr("Update"), role=ButtonRole.QUIET, size=ButtonSize.SMALL, icon_name="pen")
        self._update.setObjectName("take_history")
        self._update.clicked.connect(self.update_wanted)
        self.header.add_action(self.versions)
        self.header.add_action(self._update)
        self.body.addWidget(self.header)
        self._content: QWidget | None = None

    def show_contents(self, contents: ChartContents) -> None:
        """Show the latest version of a client's history."""
        self._histories, self._therapists = contents.histories, contents.therapists
        self._update.setText(self.tr("Update") if self._histories else self.tr("Take the history"))
        self.versions.clear()
        for history in self._histories:
            day = day_text(history.taken_at.day)
            self.versions.addItem(self.tr("Version {n}, {day}").format(n=history.version, day=day))
        self.versions.setVisible(len(self._histories) > 1)
        self._show(self._histories[0] if self._histories else None)

    @Slot(int)
    def _show_chosen(self, place: int) -> None:
        self._show(self._histories[place])

    def _show(self, history: HealthHistory | None) -> None:
        if self._content is not None:
            self._content.hide()
            self._content.deleteLater()
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.GRID)
        if history is None:
            words = self.tr("Nobody has asked yet. The history finds what forbids treatment and what to mind.")
            column.addWidget(Label(words, Text.BODY, Tone.LABELS, wrap=True))
        else:
            column.addWidget(Label(self._taken(history), Text.SECONDARY, Tone.LABELS, wrap=True))
            for answer in sorted(history.affirmed, key=lambda each: list(CautionLevel).index(each.level)):
                column.addWidget(_AnswerView(answer))
            column.addLayout(self._lists(history))
        self.body.addWidget(self._content)
        self._content.show()  # at once, not with the next event

    def _taken(self, history: HealthHistory) -> str:
        therapist = self._therapists.get(history.therapist_id)
        words = self.tr("Taken {day} by {name}").format(
            day=day_text(history.taken_at.day), name=therapist.signature_name if therapist else ""
        )
        counts = {answer: sum(each.answer is answer for each in history.answers) for answer in Answer}
        said = self.tr("{yes} yes, {no} no, {unknown} unknown").format(
            yes=counts[Answer.YES], no=counts[Answer.NO], unknown=counts[Answer.UNKNOWN]
        )
        return f"{words} · {said}"

    def _lists(self, history: HealthHistory) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.PAGE_X)
        grid.setVerticalSpacing(Space.GAP_DENSE)
        top = Qt.AlignmentFlag.AlignTop
        for place, kind in enumerate(ItemKind):
            words = "\n".join(_item_words(item) for item in history.of(kind))
            grid.addWidget(Reading(kind_name(kind), words or self.tr("None told")), place // 2, place % 2, top)
            grid.setColumnStretch(place % 2, 1)
        return grid


class _AnswerView(QWidget):
    def __init__(self, answer: ConditionAnswer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = answer.name[:1].upper() + answer.name[1:]
        since = self.tr("since {day}").format(day=day_text(answer.since)) if answer.since else ""
        where = ", ".join(region.words for region in answer.regions)
        said = ", ".join(part for part in (answer.detail, since, where) if part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(1)
        pill = StatusPill(level_name(answer.level), _KINDS[answer.level])
        head = Label(name, Text.BODY_STRONG, wrap=True)
        line = row(head, pill)
        line.setStretch(0, 1)
        column.addLayout(line)
        if said:
            column.addWidget(Label(said[:1].upper() + said[1:], Text.BODY, wrap=True))
        rule = self.tr("{avoid} · {basis}").format(avoid=answer.avoid, basis=basis_name(answer.basis))
        caption = Label(rule[:1].upper() + rule[1:], Text.CAPTION, Tone.LABELS, wrap=True)
        caption.setToolTip(answer.source)
        column.addWidget(caption)


def _item_words(item: HealthItem) -> str:
    day = day_text(item.on) if item.on else ""
    return ", ".join(part for part in (item.text, item.detail, day) if part)
