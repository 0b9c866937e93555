"""What is missing before signing, as links to where it is mended: as many as fit, the rest in a menu."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from therapist_desk.domain.missing import MissingItem, Severity
from therapist_desk.ui.kit.buttons import LinkButton
from therapist_desk.ui.kit.field import AlertIcon
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import current_tokens
from therapist_desk.ui.visit.wording import missing_words

_GAP = 14
_ICON = 16


class _ItemLink(LinkButton):
    def __init__(self, item: MissingItem, parent: QWidget) -> None:
        super().__init__(missing_words(item), parent=parent)
        self.item = item
        self.setObjectName(f"missing_{item.code}")


class _Group(QWidget):
    """The links of one severity after their number."""

    item_wanted = Signal(object)

    def __init__(self, icon_name: str, tone: Tone, parent: QWidget) -> None:
        super().__init__(parent)
        self._sign = AlertIcon(icon_name, tone, parent=self)
        self._count = Label("", Text.BODY_STRONG, tone, parent=self)
        self._links: list[_ItemLink] = []
        self._more = LinkButton("", parent=self)
        self._more.setObjectName("more_missing")
        self._more.clicked.connect(self._open)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_items(self, words: str, items: Sequence[MissingItem]) -> None:
        self._count.setText(words)
        if [link.item for link in self._links] != list(items):
            for link in self._links:
                link.hide()
                link.deleteLater()
            self._links = [_ItemLink(item, self) for item in items]
            for link in self._links:
                link.clicked.connect(self._want)
            self._order_tabs()
        self.setVisible(bool(items))
        self.updateGeometry()

    def _order_tabs(self) -> None:
        """Let Tab follow the eye: new links come before the menu, which stands where the group was made."""
        before: QWidget = self._more
        for link in self._links:
            QWidget.setTabOrder(before, link)
            before = link
        if self._links:
            QWidget.setTabOrder(before, self._more)

    def least(self) -> int:
        """The width with no link but the menu."""
        return self._head() + self._more_width(len(self._links))

    def place(self, room: int) -> int:
        """Lay out within `room`; gives the width taken."""
        height = self.height()
        self._sign.setGeometry(0, (height - _ICON) // 2, _ICON, _ICON)
        self._count.setGeometry(_ICON + 8, 0, self._count.sizeHint().width(), height)
        x, shown = self._head(), self._fitting(room)
        for index, link in enumerate(self._links):
            link.setVisible(index < shown)
            if index < shown:
                hint = link.sizeHint()
                link.setGeometry(x, (height - hint.height()) // 2, hint.width(), hint.height())
                x += hint.width() + _GAP
        rest = len(self._links) - shown
        self._more.setVisible(rest > 0)
        if rest:
            self._name_more(rest)
            hint = self._more.sizeHint()
            self._more.setGeometry(x, (height - hint.height()) // 2, hint.width(), hint.height())
            x += hint.width() + _GAP
        return x - _GAP

    def _head(self) -> int:
        return _ICON + 8 + self._count.sizeHint().width() + _GAP

    def _fitting(self, room: int) -> int:
        widths = [link.sizeHint().width() + _GAP for link in self._links]
        for count in range(len(widths), 0, -1):
            more = self._more_width(len(widths) - count) if count < len(widths) else -_GAP
            if self._head() + sum(widths[:count]) + more <= room:
                return count
        return 0

    def _more_width(self, rest: int) -> int:
        self._name_more(rest)
        return self._more.sizeHint().width()

    def _name_more(self, rest: int) -> None:
        self._more.setText(self.tr("{count} more").format(count=rest))

    @Slot()
    def _want(self) -> None:
        link = self.sender()
        if isinstance(link, _ItemLink):
            self.item_wanted.emit(link.item)

    @Slot()
    def _open(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for index, link in enumerate(self._links):
            if not link.isVisibleTo(self):
                menu.addAction(link.text()).setData(index)
        menu.triggered.connect(self._want_from_menu)
        menu.popup(self._more.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    @Slot(QAction)
    def _want_from_menu(self, action: QAction) -> None:
        self.item_wanted.emit(self._links[int(action.data())].item)


class MissingLinks(QWidget):
    """Two groups, to fix, and what is wanted before billing or advised; or "Ready to sign". Then the way to all."""

    item_wanted = Signal(object)  # MissingItem
    checks_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("missing")
        self._ready_sign = AlertIcon("okc", Tone.GREEN, parent=self)
        self._ready = Label(self.tr("Ready to sign"), Text.BODY_STRONG, Tone.GREEN, parent=self)
        self._ready.setObjectName("ready")
        self._to_fix = _Group("alert", Tone.RED, self)
        self._advice = _Group("warn", Tone.AMBER, self)
        self._all = LinkButton(self.tr("Show checks"), parent=self)
        self._all.setObjectName("show_checks")
        self._all.clicked.connect(self.checks_wanted)
        self._divider_at = 0
        for group in (self._to_fix, self._advice):
            group.item_wanted.connect(self.item_wanted)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_items(self, items: Sequence[MissingItem]) -> None:
        """Show what is missing."""
        to_fix = [item for item in items if item.severity is Severity.TO_FIX]
        payer = [item for item in items if item.severity is Severity.PAYER]
        advice = [item for item in items if item.severity is Severity.ADVICE]
        self._to_fix.show_items(self.tr("{count} to fix").format(count=len(to_fix)), to_fix)
        counts = ((self.tr("{count} before billing"), payer), (self.tr("{count} advice"), advice))
        told = self.tr(", ").join(words.format(count=len(each)) for words, each in counts if each)
        self._advice.show_items(told, [*payer, *advice])
        self._ready.setVisible(not to_fix)
        self._ready_sign.setVisible(not to_fix)
        self._place()

    def sizeHint(self) -> QSize:
        return QSize(300, 32)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 32)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._divider_at:
            QPainter(self).fillRect(self._divider_at, self.height() // 2 - 10, 1, 20, current_tokens().line)

    def _place(self) -> None:
        hint = self._all.sizeHint()
        height, x, room = self.height(), 0, self.width() - hint.width() - _GAP
        self._all.setGeometry(self.width() - hint.width(), (height - hint.height()) // 2, hint.width(), hint.height())
        if self._ready.isVisibleTo(self):
            self._ready_sign.setGeometry(0, (height - _ICON) // 2, _ICON, _ICON)
            self._ready.setGeometry(_ICON + 8, 0, self._ready.sizeHint().width(), height)
            x = _ICON + 8 + self._ready.sizeHint().width()
        second = self._advice.least() + 2 * _GAP if self._advice.isVisibleTo(self) else 0
        if self._to_fix.isVisibleTo(self):
            self._to_fix.setGeometry(0, 0, max(0, room - second), height)
            taken = self._to_fix.place(room - second)
            self._to_fix.setGeometry(0, 0, taken, height)
            x = taken
        self._divider_at = 0
        if self._advice.isVisibleTo(self):
            self._divider_at = x + _GAP
            left = x + 2 * _GAP
            self._advice.setGeometry(left, 0, max(0, room - left), height)
            x = left + self._advice.place(room - left)
            self._advice.setGeometry(left, 0, x - left, height)
        self._all.move(x + _GAP, self._all.y())
        self.update()
