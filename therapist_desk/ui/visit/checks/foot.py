"""The strip under the visit: what is missing, the PDF as it would be, and Sign."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from therapist_desk.domain.missing import Severity
from therapist_desk.ui.kit.buttons import Button, ButtonRole, ButtonSize
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import SizeClass, current_tokens
from therapist_desk.ui.visit.checks.missing_links import MissingLinks
from therapist_desk.ui.visit.session import VisitSession

_HEIGHT = 52
_HEIGHT_COMPACT = 44
SIGN_KEYS = "Ctrl+Return"


class VisitFoot(QFrame):
    """Follows the session. Sign is outlined until all is ready, and can always be pressed."""

    sign_wanted = Signal()
    preview_wanted = Signal()
    addendum_wanted = Signal()

    def __init__(self, session: VisitSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._session = session
        self._compact = False
        self.missing = MissingLinks()
        self._locks = Label(self.tr("Signing locks the visit"), Text.CAPTION, Tone.QUIET)
        self.preview = Button(self.tr("Preview PDF"), role=ButtonRole.QUIET, icon_name="doc")
        self.preview.setObjectName("preview")
        self.preview.clicked.connect(self.preview_wanted)
        self.sign = Button(self.tr("Sign…"), size=ButtonSize.LARGE, icon_name="pen")
        self.sign.setObjectName("sign")
        self.sign.setAccessibleName(self.tr("Sign the visit"))
        self.sign.setToolTip(self.tr("Sign and lock the visit ({keys})").format(keys=SIGN_KEYS))
        self.sign.clicked.connect(self.sign_wanted)
        self.addendum = Button(self.tr("Add addendum"), size=ButtonSize.LARGE, icon_name="pen")
        self.addendum.setObjectName("addendum")
        self.addendum.clicked.connect(self.addendum_wanted)
        self._stretch = QWidget()
        self._stretch.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        line = row(self.missing, self._stretch, self._locks, self.preview, self.sign, self.addendum, spacing=12)
        line.setContentsMargins(16, 1, 12, 0)
        self.setLayout(line)
        for changed in (session.opened, session.timed, session.marked, session.noted, session.assessed):
            changed.connect(self.follow)
        self.use(SizeClass.REGULAR)

    def use(self, size: SizeClass) -> None:
        """Take the room of this size class."""
        self._compact = size is SizeClass.COMPACT
        self.setFixedHeight(_HEIGHT_COMPACT if self._compact else _HEIGHT)
        self.sign.setProperty("scale", "control" if self._compact else "large")
        self.addendum.setProperty("scale", "control" if self._compact else "large")
        for button in (self.sign, self.addendum):
            button.setMinimumHeight(0)
            button.style().unpolish(button)
            button.style().polish(button)
        self.follow()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QPainter(self).fillRect(0, 0, self.width(), 1, current_tokens().line)

    @Slot()
    def follow(self) -> None:
        """Show what is missing now."""
        if not self._session.is_open:
            return
        locked, items = self._session.locked, self._session.missing()
        ready = not any(item.severity is Severity.TO_FIX for item in items)
        self.missing.setVisible(not locked)
        if not locked:
            self.missing.show_items(items)
        self._locks.setVisible(not locked and not self._compact)
        self.preview.setVisible(locked or ready or not self._compact)
        self.sign.setVisible(not locked)
        self.sign.set_role(ButtonRole.PRIMARY if ready else ButtonRole.DEFAULT)
        self.addendum.setVisible(locked)
        self._stretch.setVisible(locked)
        layout = self.layout()
        if layout is not None:
            layout.activate()  # at once: the links count the room that what was hidden leaves
