"""The audit trail: who did what to whose record, when; to be read, never to be changed."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.audit import AuditAction
from therapist_desk.domain.names import fold
from therapist_desk.services.audit_trail import AuditLine, audit_lines
from therapist_desk.ui.dates import day_text, time_text
from therapist_desk.ui.kit.buttons import Button
from therapist_desk.ui.kit.dialog import Dialog
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.row_list import RowList
from therapist_desk.ui.kit.rows import Row
from therapist_desk.ui.kit.search_edit import SearchEdit
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.workplace import Workplace

_WIDTH = 720
_HEIGHT, _LEAST = 380, 176
_REST = 316  # of the window: edges, title, filter and buttons
_NAMES: Final[Mapping[AuditAction, object]] = MappingProxyType(
    {action: QT_TRANSLATE_NOOP("audit", action.value) for action in AuditAction}
)


class AuditDialog(Dialog):
    """The last five hundred lines, the latest first; typing keeps those that hold all words typed."""

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        super().__init__("", width=_WIDTH, parent=parent)
        self.title.setText(self.tr("Audit trail"))
        self.setAccessibleName(self.title.text())
        self._lines: tuple[AuditLine, ...] = ()
        words = self.tr("What was done in these charts, by whom. Nobody can change or delete a line.")
        self.search = SearchEdit(self.tr("Filter by client, therapist, action or date"))
        self.search.setObjectName("audit_search")
        self.rows = RowList(self.tr("What was done"), height=44)
        self.rows.setObjectName("audit_rows")
        # Of one height, whatever is filtered, which needs no second bar beside the list's own.
        self.rows.setFixedHeight(max(_LEAST, min(_HEIGHT, parent.window().height() - _REST)))
        self._count = Label("", Text.SECONDARY, Tone.QUIET)
        close = Button(self.tr("Close"))
        self.body.addWidget(Label(words, Text.BODY, Tone.LABELS, wrap=True))
        self.body.addWidget(self.search)
        self.body.addWidget(self.rows)
        self.body.addWidget(self._count)
        self.add_action(close)
        close.clicked.connect(self.accept)
        self.search.textChanged.connect(self._filter)
        self.search.escaped.connect(self.reject)
        workplace.jobs.read(audit_lines, workplace.desk, owner=self, done=self._show)

    def _show(self, lines: tuple[AuditLine, ...]) -> None:
        self._lines = lines
        self._filter()

    @Slot()
    def _filter(self) -> None:
        sought = fold(self.search.text()).split()
        rows = [_row(line) for line in self._lines]
        kept = [row for row in rows if all(word in fold(row.sentence) for word in sought)]
        self.rows.show_rows(kept)
        words = self.tr("{shown} of the last {all} lines")
        self._count.setText(words.format(shown=len(kept), all=len(rows)))


def _row(line: AuditLine) -> Row:
    action = QCoreApplication.translate("audit", str(_NAMES[line.event.action]))
    about = line.about
    if line.visit_number is not None:
        about = QCoreApplication.translate("audit", "{name}, visit {number}").format(
            name=line.about, number=line.visit_number
        )
    at = line.event.at.local
    return Row(
        key=f"{line.event.at.utc.isoformat()} {line.event.action} {line.event.subject}",
        title=action[:1].upper() + action[1:],
        caption=about or line.event.detail,
        trailing=f"{line.by}   {day_text(at.date())}, {time_text(at)}".strip(),
    )
