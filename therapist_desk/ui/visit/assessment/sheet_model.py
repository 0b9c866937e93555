"""Motions and girths of a visit as the rows of a sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from therapist_desk.domain.anatomy import Side
from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.findings.length import in_unit
from therapist_desk.domain.findings.measurement import Measurement, MeasurementKind, same_thing
from therapist_desk.domain.findings.motion import read_measured
from therapist_desk.domain.sentences.assessment import measured_words, number_words, value_words
from therapist_desk.ui.theme.fonts import Text, font
from therapist_desk.ui.theme.tokens import current_tokens
from therapist_desk.ui.visit.assessment.commands import change_part
from therapist_desk.ui.visit.session import VisitSession
from therapist_desk.ui.wording import sentence

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
NAME, SIDE, LAST, BEFORE, AFTER, CHANGE, USUAL, PAIN, LIMITED = range(9)
TYPED: Final = (BEFORE, AFTER, LIMITED)
_NUMBERS: Final = frozenset({LAST, BEFORE, AFTER, CHANGE, USUAL})
_CENTRED: Final = Qt.AlignmentFlag.AlignVCenter
BODY_KINDS: Final = (MeasurementKind.RANGE_OF_MOTION, MeasurementKind.GIRTH)


class SheetModel(QAbstractTableModel):
    """Typed values go to the session at once; what is no number stays where it was typed, and `problem` says so."""

    problem = Signal(str)

    def __init__(self, session: VisitSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows: tuple[Measurement, ...] = ()
        self._last: tuple[Measurement | None, ...] = ()
        self._last_words = ""
        self._unread: dict[tuple[str, int], str] = {}

    def show(self, rows: Sequence[Measurement], last: Sequence[Measurement], last_words: str) -> None:
        """Show these; `last` are last visit's, and `last_words` head their column."""
        known = [row.id for row in self._rows] == [row.id for row in rows] and last_words == self._last_words
        if not known:
            self.beginResetModel()
        self._rows, self._last_words = tuple(rows), last_words
        self._last = tuple(next((old for old in last if same_thing(old, row)), None) for row in rows)
        if not known:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, LIMITED))

    def row(self, place: int) -> Measurement | None:
        """The measurement in a row, or None."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def wrong(self, index: Index) -> bool:
        """Whether what was typed there is no number."""
        return (self._rows[index.row()].id, index.column()) in self._unread

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else LIMITED + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self._session.locked or not index.isValid():
            return flags
        if index.column() == PAIN:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() in TYPED else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Motion or girth"),
            self.tr("Side"),
            self._last_words,
            self.tr("Before"),
            self.tr("After"),
            self.tr("Change"),
            self.tr("Usual"),
            self.tr("Pain"),
            self.tr("Limited by"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: PLR0911 - one return a role
        row, column = self._rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return "" if column == PAIN else self._words(row, index)
            case Qt.ItemDataRole.EditRole:
                return self._typed(row, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column)
            case Qt.ItemDataRole.CheckStateRole if column == PAIN:
                return Qt.CheckState.Checked if row.pain_on_motion else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.ForegroundRole:
                return self._colour(row, column)
            case Qt.ItemDataRole.FontRole if column == CHANGE:
                return font(Text.BODY_STRONG)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row, index)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tool_tip(row, column)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.CheckStateRole and column == PAIN:
            change_part(self._session, replace(row, pain_on_motion=not row.pain_on_motion))
        elif column == LIMITED:
            change_part(self._session, replace(row, limited_by=str(value).strip()))
        elif column in (BEFORE, AFTER):
            self._take_value(row, column, str(value))
        else:
            return False
        return True

    def _take_value(self, row: Measurement, column: int, text: str) -> None:
        key = (row.id, column)
        try:
            value = read_measured(text, row.unit)
        except ExpectedError as error:
            self._unread[key] = text
            self.problem.emit(sentence(error))
            return
        if self._unread.pop(key, None) is not None:
            self.problem.emit("")
        old = row.before if column == BEFORE else row.after
        if value != old:
            changed = {"before" if column == BEFORE else "after": value}
            change_part(self._session, replace(row, kept=False, **changed))  # type: ignore[arg-type]  # by name

    def _typed(self, row: Measurement, column: int) -> str:
        if (row.id, column) in self._unread:
            return self._unread[row.id, column]
        if column == LIMITED:
            return row.limited_by
        value = row.before if column == BEFORE else row.after
        return "" if value is None else number_words(value)

    def _words(self, row: Measurement, index: Index) -> str:
        column = index.column()
        if column in (BEFORE, AFTER) and self.wrong(index):
            return self._unread[row.id, column]
        if column == NAME:
            # The side has a column of its own: at the end of a long name it would be the first to be cut off.
            words = measured_words(replace(row, side=None))
            return words[:1].upper() + words[1:]
        if column == SIDE:
            return self._side(row.side)
        if column == LIMITED:
            return row.limited_by
        if column == CHANGE:
            star = "*" if row.within_error else ""
            return "" if row.change is None else f"{_signed(row, row.change)}{star}"
        last = _ended(self._last[index.row()], row.unit)
        value = {LAST: last, BEFORE: row.before, AFTER: row.after, USUAL: row.norm}[column]
        return "–" if value is None else value_words(row, value)

    def _spoken(self, row: Measurement, index: Index) -> str:
        if index.column() == PAIN:
            return self.tr("Pain on motion: yes") if row.pain_on_motion else self.tr("Pain on motion: no")
        words = self._words(row, index)
        if index.column() == CHANGE and row.within_error:
            return self.tr("{change}, within measurement error").format(change=words.rstrip("*"))
        head = self.headerData(index.column(), Qt.Orientation.Horizontal)
        return full_name(row) if index.column() == NAME else f"{head} {words}"

    def _tool_tip(self, row: Measurement, column: int) -> str | None:
        tips = {NAME: full_name(row), USUAL: row.norm_source, LIMITED: row.limited_by}
        return tips.get(column) or None

    def _side(self, side: Side | None) -> str:
        names = {
            Side.RIGHT: self.tr("Right"),
            Side.LEFT: self.tr("Left"),
            Side.BILATERAL: self.tr("Both"),
            Side.MIDLINE: "",
            None: "",
        }
        return names[side]

    def _colour(self, row: Measurement, column: int) -> Any:
        tokens = current_tokens()
        if column == CHANGE and row.change is not None and row.kind is MeasurementKind.RANGE_OF_MOTION:
            if row.within_error or not row.change:
                return tokens.ink3
            return tokens.green if row.change > 0 else tokens.amber
        return tokens.ink2 if column in (LAST, USUAL, LIMITED) else tokens.ink


def full_name(row: Measurement) -> str:
    """Name a motion with its side, as it is read out."""
    words = measured_words(row)
    return words[:1].upper() + words[1:]


def _ended(last: Measurement | None, unit: str) -> Decimal | None:
    """Give the value with which the last visit ended, in the unit of today."""
    value = None if last is None else last.before if last.after is None else last.after
    return None if last is None or value is None else in_unit(value, last.unit, unit)


def _signed(row: Measurement, change: Decimal) -> str:
    return f"{'+' if change > 0 else '' if change else '±'}{value_words(row, change)}"


def _alignment(column: int) -> Qt.AlignmentFlag:
    if column == PAIN:
        return Qt.AlignmentFlag.AlignHCenter | _CENTRED
    return (Qt.AlignmentFlag.AlignRight if column in _NUMBERS else Qt.AlignmentFlag.AlignLeft) | _CENTRED
