"""The button beside the views: a menu of the close-ups of either side, and the way back to the whole figure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from therapist_desk.domain.atlas import SidedCloseup, Sight
from therapist_desk.domain.findings.closeup import CLOSEUPS, Closeup
from therapist_desk.domain.findings.mark import Mark
from therapist_desk.domain.sentences.picture_words import sight_words
from therapist_desk.ui.kit.buttons import Button, ButtonSize
from therapist_desk.ui.theme.icons import icon
from therapist_desk.ui.theme.tokens import current_tokens

_BEGINS_A_GROUP: Final = {Closeup.HAND_PALMAR, Closeup.FOOT_DORSAL, Closeup.LEG_MEDIAL}


def _esc() -> str:
    return QKeySequence(Qt.Key.Key_Escape).toString(QKeySequence.SequenceFormat.NativeText)


class CloseupsButton(Button):
    """Lit while a close-up is shown; a lens where words have no room. Each entry counts the marks of its close-up."""

    chosen = Signal(object)
    """The Sight to go to: a close-up, or the whole view where its marks are pointed out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", size=ButtonSize.SMALL, parent=parent)
        self.setObjectName("closeups")
        self.setCheckable(True)
        self.setToolTip(self.tr("Close-ups: head, hands, feet and inner sides of the limbs (C)"))
        self.clicked.connect(self.open_menu)
        self.setAccessibleName(self.tr("Close-ups"))
        self._sight: Sight | None = None
        self._marks: tuple[Mark, ...] = ()
        self._compact = False
        self.use(compact=False)

    def use(self, *, compact: bool) -> None:
        """Take the room of words, or of a lens alone."""
        self._compact = compact
        self.setText("" if compact else self.tr("Close-ups"))
        self._draw_icon()

    def show_sight(self, sight: Sight) -> None:
        """Show whether a close-up is shown, and which."""
        self._sight = sight
        shown = isinstance(sight, SidedCloseup)
        self.setChecked(shown)
        name = self.tr("Close-ups, shown: {name}").format(name=sight_words(sight))
        self.setAccessibleName(name if shown else self.tr("Close-ups"))

    def show_marks(self, marks: Iterable[Mark]) -> None:
        """Count these marks in the menu."""
        self._marks = tuple(marks)

    @Slot()
    def open_menu(self) -> None:
        """Offer the close-ups under the button, the one shown ticked."""
        self.setChecked(isinstance(self._sight, SidedCloseup))  # a click has switched it
        menu = self.menu_of_closeups()
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        shown = next((action for action in menu.actions() if action.isChecked()), None)
        menu.setActiveAction(shown or menu.actions()[0])

    def menu_of_closeups(self) -> QMenu:
        """Make the menu. What follows a tab in an entry stands at the right edge: a count, or a key."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setObjectName("closeups_menu")
        menu.triggered.connect(self._choose)
        if isinstance(self._sight, SidedCloseup):
            menu.addAction(self.tr("Whole figure") + f"\t{_esc()}").setData(self._sight.home)
            menu.addSeparator()
        counts = Counter(mark.sight for mark in self._marks)
        begun: set[Closeup] = set()
        for sided in CLOSEUPS:
            if sided.closeup in _BEGINS_A_GROUP - begun:
                menu.addSeparator()
            begun.add(sided.closeup)
            words = sight_words(sided)
            name = words[:1].upper() + words[1:]
            count = f"\t{counts[sided]}" if counts[sided] else ""
            action = menu.addAction(name + count)
            action.setData(sided)
            action.setCheckable(True)
            action.setChecked(sided == self._sight)
        return menu

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icon()

    def _draw_icon(self) -> None:
        self.setIcon(icon("search", 16, current_tokens().ink2) if self._compact else QIcon())

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        self.chosen.emit(action.data())
