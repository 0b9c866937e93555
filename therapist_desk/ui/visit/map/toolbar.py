"""The bar over the map: side, zoom, undo and redo, and the list."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QUndoStack
from PySide6.QtWidgets import QFrame, QMenu, QWidget

from therapist_desk.body_map.figure.view_transform import Framing
from therapist_desk.domain.anatomy import View
from therapist_desk.domain.atlas import SidedCloseup, Sight
from therapist_desk.ui.kit.buttons import Button, ButtonSize, IconButton
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.kit.toggle_group import ToggleGroup
from therapist_desk.ui.theme.icons import icon
from therapist_desk.ui.theme.tokens import SizeClass, current_tokens
from therapist_desk.ui.visit.map.closeups_button import CloseupsButton
from therapist_desk.ui.visit.map.undo_buttons import RedoButton, UndoButton
from therapist_desk.ui.visit.wording import view_name

_HEIGHT = 44
_SPACING = 6
_SQUARE = 26
TYPICAL_KEY = "Y"


class FramingButton(Button):
    """What the map frames: the whole figure, the upper body, or a zoom of its own; opens the choice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", size=ButtonSize.SMALL, parent=parent)
        self.setObjectName("framing")
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._arrow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._arrow()

    def _arrow(self) -> None:
        self.setIcon(icon("down", 14, current_tokens().ink2))


class MapToolbar(QFrame):
    """Says what is wanted; the panel does it."""

    sight_chosen = Signal(object)
    """The Sight wanted: a View or a close-up."""
    zoom_in_wanted = Signal()
    zoom_out_wanted = Signal()
    whole_wanted = Signal()
    upper_wanted = Signal()
    list_toggled = Signal(bool)

    def __init__(self, undo_stack: QUndoStack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.setFixedHeight(_HEIGHT)
        self.views = ToggleGroup([(view.value, view_name(view)) for view in View], name=self.tr("Side of the body"))
        self.views.setObjectName("views")
        self.views.chosen.connect(self._choose_view)
        self.closeups = CloseupsButton()
        self.closeups.chosen.connect(self.sight_chosen)
        self.zoom_out = IconButton("minus", self.tr("Zoom out (−)"), size=_SQUARE, icon_size=16, framed=True)
        self.zoom_out.clicked.connect(self.zoom_out_wanted)
        self.zoom_in = IconButton("plus", self.tr("Zoom in (+)"), size=_SQUARE, icon_size=16, framed=True)
        self.zoom_in.clicked.connect(self.zoom_in_wanted)
        self.framing = FramingButton()
        self.framing.setToolTip(self.tr("What the map shows: whole, upper body, or a zoom of your own"))
        self.framing.clicked.connect(self._offer_framings)
        self.undo = UndoButton(undo_stack)
        self.redo = RedoButton(undo_stack)
        self.typical = IconButton(
            "target",
            self.tr("Typical referral of trigger points ({key})").format(key=TYPICAL_KEY),
            size=_SQUARE,
            icon_size=18,
            checkable=True,
        )
        self.typical.setObjectName("typical")
        self.list = Button("", size=ButtonSize.SMALL, icon_name="list")
        self.list.setObjectName("list")
        self.list.setCheckable(True)
        self.list.setToolTip(self.tr("Marks as a list (Ctrl+Shift+M)"))
        self.list.toggled.connect(self.list_toggled)
        self._compact = False
        self._count = 0
        self._groups = (
            row(self.zoom_out, self.framing, self.zoom_in, spacing=2),
            row(self.undo, self.redo, spacing=2),
            row(self.typical, self.list, spacing=6),
        )
        line = row(row(self.views, self.closeups, spacing=4), None, *self._groups, spacing=_SPACING)
        line.setContentsMargins(8, 0, 8, 1)
        self.setLayout(line)
        self.show_framing(Framing.WHOLE)

    def use(self, size: SizeClass) -> None:
        """Take the room of this size class."""
        self._compact = size is SizeClass.COMPACT
        self.closeups.use(compact=self._compact)
        line = self.layout()
        if line is not None:
            line.setSpacing(3 if self._compact else _SPACING)
            line.setContentsMargins(3 if self._compact else 8, 0, 3 if self._compact else 8, 1)
        for group, spacing in zip(self._groups, (2, 2, 6), strict=True):
            group.setSpacing(0 if self._compact else spacing)
        # There is not room for everything: the menu between them has both as well.
        self.zoom_out.setVisible(not self._compact)
        self.zoom_in.setVisible(not self._compact)
        self.show_count(self._count)

    def show_sight(self, sight: Sight) -> None:
        """Show which side the figure is seen from, or that a close-up is shown."""
        self.views.set_value(None if isinstance(sight, SidedCloseup) else sight.value)
        self.closeups.show_sight(sight)

    def show_framing(self, framing: Framing) -> None:
        """Name what is framed."""
        self.framing.setText(
            {
                Framing.WHOLE: self.tr("Whole"),
                Framing.UPPER: self.tr("Upper"),
                Framing.FREE: self.tr("Zoom"),
            }[framing]
        )
        self.framing.setAccessibleName(self.tr("Shown: {part}").format(part=self.framing.text()))

    def show_count(self, count: int) -> None:
        """Show how many marks the list has."""
        self._count = count
        self.list.setText(str(count))
        self.list.setAccessibleName(self.tr("List of {count} marks").format(count=count))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, current_tokens().line)

    @Slot(str)
    def _choose_view(self, view: str) -> None:
        self.sight_chosen.emit(View(view))

    @Slot()
    def _offer_framings(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Whole (0)")).triggered.connect(self.whole_wanted)
        menu.addAction(self.tr("Zoom in (+)")).triggered.connect(self.zoom_in_wanted)
        menu.addAction(self.tr("Zoom out (−)")).triggered.connect(self.zoom_out_wanted)
        upper = menu.addAction(self.tr("Upper body"))
        upper.triggered.connect(self.upper_wanted)
        upper.setEnabled(self.views.value() is not None)
        menu.popup(self.framing.mapToGlobal(QPoint(0, self.framing.height())))
