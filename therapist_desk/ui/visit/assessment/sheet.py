"""The sheet of motions: filled by keyboard, down the values before, then down those after."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from therapist_desk.ui.kit.paint import draw_panel
from therapist_desk.ui.spelling.fields import LineSpelling
from therapist_desk.ui.spelling.spelling import Spelling
from therapist_desk.ui.theme.fonts import Text, text_width
from therapist_desk.ui.theme.tokens import Radius, current_tokens
from therapist_desk.ui.visit.assessment.sheet_model import (
    AFTER,
    BEFORE,
    CHANGE,
    LAST,
    LIMITED,
    NAME,
    PAIN,
    SIDE,
    TYPED,
    USUAL,
    SheetModel,
    full_name,
)
from therapist_desk.ui.visit.override import lets_through

_ROW = 28
_HEAD = 24
_INSET = (5, 2, -1, -2)
_WIDTHS = {SIDE: 58, BEFORE: 56, AFTER: 56, CHANGE: 58, USUAL: 50, PAIN: 40}
_LIMITED_WIDTH = 108

Index = QModelIndex | QPersistentModelIndex


class _SheetDelegate(QStyledItemDelegate):
    """Draws the frame of a field round every value that can be typed, also while nobody types."""

    spelling: Spelling | None = None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if index.column() in (BEFORE, AFTER) and isinstance(model, SheetModel):
            tokens = current_tokens()
            area = QRectF(option.rect).adjusted(*_INSET)
            empty = not index.data(Qt.ItemDataRole.EditRole)
            line = tokens.red if model.wrong(index) else tokens.line2 if empty else tokens.ctl
            draw_panel(painter, area, Radius.CONTROL, fill=tokens.surface, line=line)
        super().paint(painter, option, index)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        del option
        editor = QLineEdit(parent)
        editor.setProperty("scale", "cell")
        names = {BEFORE: self.tr("Before"), AFTER: self.tr("After"), LIMITED: self.tr("Limited by")}
        model = index.model()
        row = model.row(index.row()) if isinstance(model, SheetModel) else None
        motion = full_name(row) if row is not None else ""
        editor.setAccessibleName(f"{motion}, {names[index.column()]}")
        if index.column() != LIMITED:
            editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        elif self.spelling is not None:
            LineSpelling(editor, self.spelling)
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        del index
        editor.setGeometry(option.rect.adjusted(*_INSET))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if lets_through(event):
            return True
        enter = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(editor, QWidget):
            if event.key() in enter or event.key() == Qt.Key.Key_Down:
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.EditNextItem)
                return True
            if event.key() == Qt.Key.Key_Up:
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.EditPreviousItem)
                return True
        return super().eventFilter(editor, event)


class MotionSheet(QTableView):
    """As high as its rows. Digits and a click begin a value, Space ticks pain, Delete takes the row away."""

    removal_wanted = Signal(int)
    turn_wanted = Signal(int)  # from active to passive or back

    def __init__(self, model: SheetModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("motion_sheet")
        self.setAccessibleName(self.tr("Range of motion and girth"))
        self.sheet = model
        self.setModel(model)
        self._delegate = _SheetDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        header = self.horizontalHeader()
        header.setMinimumSectionSize(20)
        header.setFixedHeight(_HEAD)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        self.setColumnWidth(LIMITED, _LIMITED_WIDTH)
        self._compact = False
        self._asked = 0
        model.modelReset.connect(self._grow)
        model.dataChanged.connect(self._grow)

    def check_spelling(self, spelling: Spelling) -> None:
        """Check the spelling of what limits a motion."""
        self._delegate.spelling = spelling

    def use(self, *, compact: bool) -> None:
        """Leave last visit's column out where there is little room."""
        self._compact = compact
        self._grow()

    def edit_cell(self, row: int, column: int = BEFORE) -> None:
        """Begin a value."""
        index = self.sheet.index(row, column)
        if self.state() is QAbstractItemView.State.EditingState and index == self.currentIndex():
            return
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setCurrentIndex(index)
        self.edit(index)

    def sizeHint(self) -> QSize:
        return QSize(400, _HEAD + self.verticalHeader().length() + 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._grow()

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Next is the value below, and after the last one the top of the next column that is typed."""
        if action is QAbstractItemView.CursorAction.MoveNext:
            return self._beside(1)
        if action is QAbstractItemView.CursorAction.MovePrevious:
            return self._beside(-1)
        return super().moveCursor(action, modifiers)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's signature
        target = self._beside(1 if next else -1)
        if not target.isValid():
            return super().focusNextPrevChild(next)
        self.setCurrentIndex(target)
        self.edit(target)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Delete and index.isValid():
            self.removal_wanted.emit(index.row())
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and index.isValid() and index.column() in TYPED:
            self.edit(index)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() in TYPED and event.button() == Qt.MouseButton.LeftButton:
            self.edit(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if not index.isValid() or not self.sheet.flags(index.siblingAtColumn(BEFORE)) & Qt.ItemFlag.ItemIsEditable:
            return
        self._asked = index.row()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Switch between active and passive")).triggered.connect(self._turn)
        menu.addAction(self.tr("Remove (Delete)")).triggered.connect(self._remove)
        place = self.visualRect(index).center() if by_key else event.pos()
        menu.popup(self.viewport().mapToGlobal(place))

    @Slot()
    def _turn(self) -> None:
        self.turn_wanted.emit(self._asked)

    @Slot()
    def _remove(self) -> None:
        self.removal_wanted.emit(self._asked)

    def _beside(self, step: int) -> QModelIndex:
        index, rows = self.currentIndex(), self.sheet.rowCount()
        if not rows:
            return QModelIndex()
        if not index.isValid() or index.column() not in TYPED:
            return self.sheet.index(0 if step > 0 else rows - 1, BEFORE if step > 0 else AFTER)
        place = TYPED.index(index.column()) * rows + index.row() + step
        if not 0 <= place < len(TYPED) * rows:
            return QModelIndex()
        return self.sheet.index(place % rows, TYPED[place // rows])

    @Slot()
    def _grow(self) -> None:
        head = str(self.sheet.headerData(LAST, Qt.Orientation.Horizontal) or "")
        self.setColumnHidden(LAST, self._compact or not head)
        self.setColumnWidth(LAST, round(text_width(head, Text.CAPTION_STRONG)) + 20)
        # A long motion, or what limits it, takes a second line rather than being cut.
        for row in range(self.sheet.rowCount()):
            self.setRowHeight(row, max(_ROW, self.sizeHintForRow(row)))
        self.setFixedHeight(self.sizeHint().height())
