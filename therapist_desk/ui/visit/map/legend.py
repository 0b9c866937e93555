"""The strip under the map: what lies under the pointer, and which grade a digit sets."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from therapist_desk.body_map.marks.symbols import WHOLE_RADIUS, draw_symbol, ink_off_figure
from therapist_desk.domain.findings.mark import MarkKind
from therapist_desk.domain.symbols import SAMPLE_DIRECTION
from therapist_desk.ui.kit.buttons import LinkButton
from therapist_desk.ui.kit.label import ElidedLabel, Label, Tone
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.kit.toggle_group import ToggleGroup
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.icons import draw_icon
from therapist_desk.ui.theme.tokens import SizeClass, current_tokens
from therapist_desk.ui.visit.map.grading import Grading
from therapist_desk.ui.visit.wording import kind_name, short_kind

_HEIGHT = 28
_MESSAGE = 4000


class _Sign(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.kind: MarkKind | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(18, 18)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        if self.kind is None:
            draw_icon(painter, "cursor", QPointF(2, 2), 14, tokens.ink2)
        else:
            ink = ink_off_figure(self.kind, dark=tokens.dark)
            draw_symbol(painter, self.kind, QPointF(9, 9), WHOLE_RADIUS, ink, SAMPLE_DIRECTION)


class Legend(QFrame):
    """The tool in the hand, the region under the pointer, a passing word, and Before or After."""

    grading_chosen = Signal(object)  # Grading

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.setFixedHeight(_HEIGHT)
        self._sign = _Sign()
        self._shown: MarkKind | None = None
        self._whole = False
        self._locked = False
        self._cross_hair = False
        self._asked = False
        self._kind = Label("", Text.CAPTION_STRONG)
        self._region = ElidedLabel("", Text.CAPTION, Tone.LABELS)
        self._message = ElidedLabel("", Text.CAPTION, Tone.AMBER)
        self._extent = Label("", Text.CAPTION, Tone.QUIET)
        self._extent.setObjectName("pain_extent")
        self._extent.hide()
        self._compact = False
        self._digits = Label(self.tr("Digits grade"), Text.CAPTION, Tone.QUIET)
        self.grading = ToggleGroup(
            [(Grading.BEFORE.value, self.tr("Before")), (Grading.AFTER.value, self.tr("After"))],
            value=Grading.BEFORE.value,
            height=24,
            name=self.tr("Which grade digits set"),
        )
        self.grading.setObjectName("grading")
        for phase in Grading:
            # A click leaves the keyboard on the map: the digit that follows is for the marks chosen there.
            self.grading.option(phase.value).setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.grading.chosen.connect(self._choose)
        self.to_review = LinkButton("", small=True)
        self.to_review.setObjectName("to_review")
        self.to_review.setToolTip(self.tr("Last visit's findings that nobody has looked at yet today"))
        self.to_review.hide()
        line = row(
            self._sign,
            self._kind,
            self._region,
            self._message,
            None,
            self._extent,
            self.to_review,
            self._digits,
            self.grading,
        )
        line.setContentsMargins(12, 2, 6, 1)
        self.setLayout(line)
        self._quiet = QTimer(self, singleShot=True, interval=_MESSAGE)
        self._quiet.timeout.connect(self._message.clear)
        self.show_kind(None)

    @property
    def message(self) -> str:
        """The passing word now shown."""
        return self._message.text()

    def show_kind(self, kind: MarkKind | None) -> None:
        """Name the tool in the hand."""
        self._sign.kind = self._shown = kind
        self._sign.update()
        self._name_tool()

    def show_whole_regions(self, *, whole: bool) -> None:
        """Say whether a click takes the whole region."""
        self._whole = whole
        self._name_tool()

    def show_to_review(self, count: int) -> None:
        """Count last visit's findings that are not yet reviewed."""
        self.to_review.setText(self.tr("{count} to review").format(count=count))
        self.to_review.setVisible(count > 0)
        self._show_hint()
        self.to_review.updateGeometry()

    @Slot(bool)
    def show_asked(self, asked: bool) -> None:  # noqa: FBT001 - a signal's argument
        """Say which letters answer for a finding of the last visit while one is selected."""
        self._asked = asked
        self._name_tool()

    def use(self, size: SizeClass) -> None:
        """Take the room of this size class; in a compact window the list says how far the pain reaches."""
        self._compact = size is SizeClass.COMPACT
        self._extent.setVisible(bool(self._extent.text()) and not self._compact)

    @Slot(str)
    def show_extent(self, share: str) -> None:
        """Say how much of this view is marked as pain: it describes, it grades nothing."""
        self._extent.setText(self.tr("Pain on {share} of this view").format(share=share) if share else "")
        words = self.tr(
            "Share of the figure, as this view shows it, marked as pain before treatment. Descriptive only."
        )
        self._extent.setToolTip(words)
        self._extent.setAccessibleDescription(words)
        self._extent.setVisible(bool(share) and not self._compact)

    @Slot(str)
    def show_region(self, words: str) -> None:
        """Name the region under the pointer."""
        self._region.setText(words[:1].upper() + words[1:])
        if words:
            self._message.clear()

    def say(self, words: str) -> None:
        """Show a passing word."""
        self._message.setText(words)
        self._quiet.start()

    def set_locked(self, *, locked: bool) -> None:
        """Leave out what only serves a visit that can be changed."""
        self._locked = locked
        self._show_hint()
        self.grading.setVisible(not locked)

    @Slot(bool)
    def show_cross_hair(self, shown: bool) -> None:  # noqa: FBT001 - a signal's argument
        """Say what keys do while the arrow keys move a cross-hair."""
        self._cross_hair = shown
        self._digits.setText(self.tr("Space draws") if shown else self.tr("Digits grade"))
        self._show_hint()

    def show_grading(self, grading: Grading) -> None:
        """Show which grade digits set."""
        self.grading.set_value(grading.value)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QPainter(self).fillRect(0, 0, self.width(), 1, current_tokens().line)

    def _show_hint(self) -> None:
        # There is not room for both in a compact window.
        self._digits.setVisible(self._cross_hair or (self.to_review.isHidden() and not self._locked))

    def _name_tool(self) -> None:
        self._sign.setVisible(not self._asked)
        tool = self.tr("{keys} chooses {kind} even now").format(keys="Shift+S", kind=kind_name(MarkKind.SKIN).lower())
        self._kind.setToolTip(tool if self._asked else "")
        if self._asked:
            self._kind.setText(self.tr("B better · S same · W worse · X resolved"))
        elif self._shown is None:
            self._kind.setText(self.tr("Select"))
        elif self._whole:
            name = short_kind(self._shown)
            self._kind.setText(self.tr("{kind}, whole region").format(kind=name[:1].upper() + name[1:]))
        else:
            self._kind.setText(kind_name(self._shown))

    @Slot(str)
    def _choose(self, value: str) -> None:
        self.grading_chosen.emit(Grading(value))
