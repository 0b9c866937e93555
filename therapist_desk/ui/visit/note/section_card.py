"""One section of the note as a card, which folds to a line where room is short."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from therapist_desk.domain.notes.note import Section
from therapist_desk.ui.kit.buttons import Button, ButtonRole, ButtonSize, LinkButton
from therapist_desk.ui.kit.label import ElidedLabel, Label, Tone
from therapist_desk.ui.kit.paint import draw_panel, draw_text
from therapist_desk.ui.kit.pill import Kind, StatusPill
from therapist_desk.ui.spelling.spelling import Spelling
from therapist_desk.ui.theme.focus_ring import RING_RADIUS
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.icons import draw_icon
from therapist_desk.ui.theme.tokens import Radius, current_tokens
from therapist_desk.ui.visit.note.generated_text import GeneratedText
from therapist_desk.ui.visit.note.own_text import OwnText
from therapist_desk.ui.visit.note.section_text import SectionText
from therapist_desk.ui.visit.wording import section_name

_HEAD = 30
_FOLDED_HEAD = 38
_BADGE = 20
_PADDING = 12
KEEP_ALL_KEYS = "Ctrl+Shift+K"
PHRASE_KEYS = "Ctrl+;"


class _Badge(QWidget):
    def __init__(self, letter: str) -> None:
        super().__init__()
        self._letter = letter
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_BADGE, _BADGE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        area = QRectF(self.rect())
        draw_panel(painter, area, Radius.TAG, fill=tokens.ink)
        draw_text(
            painter,
            area,
            self._letter,
            Text.SECONDARY_STRONG,
            tokens.surface,
            align=Qt.AlignmentFlag.AlignHCenter,
        )


class _Head(QWidget):
    """The heading; while the section may fold it is a button."""

    pressed = Signal()

    def __init__(self, section: Section) -> None:
        super().__init__()
        self.foldable = False
        self.folded = False
        self.title = Label(section_name(section), Text.TITLE)
        self.summary = ElidedLabel("", Text.BODY, Tone.LABELS)
        self.waiting = StatusPill("", Kind.AMBER)
        self.waiting.hide()
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(_PADDING, 0, _PADDING, 0)
        self.line.setSpacing(8)
        self.line.addWidget(_Badge(section.value))
        self.line.addWidget(self.title)
        self.line.addSpacing(4)
        self.line.addWidget(self.summary, 100)
        self.line.addStretch(1)
        self.line.addWidget(self.waiting)
        self.setProperty(RING_RADIUS, Radius.CARD)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.foldable and event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.foldable and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.pressed.emit()
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self.foldable:
            return
        painter = QPainter(self)
        painter.translate(self.width() - _PADDING - 8, self.height() / 2)
        painter.rotate(0 if self.folded else 180)
        draw_icon(painter, "down", QPointF(-8, -8), 16, current_tokens().ink2)


class SectionCard(QFrame):
    """Heading and body; `opened` follows the press that unfolds it."""

    opened = Signal(str)  # the section's letter
    phrase_wanted = Signal(str)

    def __init__(self, section: Section, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.section = section
        self.setProperty("role", "card")
        self.setObjectName(f"section_{section.value}")
        self._head = _Head(section)
        self._head.pressed.connect(self._toggle)
        self._words: SectionText | None = None
        self._waiting = 0
        self.keep_all = LinkButton("", small=True)
        self.keep_all.setObjectName("keep_all")
        self.keep_all.setToolTip(self.tr("Keep every line carried forward ({keys})").format(keys=KEEP_ALL_KEYS))
        self.keep_all.hide()
        self._head.line.addWidget(self.keep_all)
        self.phrases = Button(self.tr("Phrases"), role=ButtonRole.QUIET, size=ButtonSize.SMALL, icon_name="phrase")
        self.phrases.setObjectName("phrases")
        self.phrases.setAccessibleName(self.tr("Phrases for {section}").format(section=section_name(section)))
        self.phrases.setToolTip(self.tr("Put a phrase into the text ({keys})").format(keys=PHRASE_KEYS))
        self.phrases.clicked.connect(self._want_phrase)
        self._head.line.addWidget(self.phrases)
        self._inside = QWidget()
        self.body = QVBoxLayout(self._inside)
        self.body.setContentsMargins(_PADDING, 0, _PADDING, 7)
        self.body.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._inside, 1)
        self.set_foldable(foldable=False)

    @property
    def words(self) -> SectionText:
        """The section's text. Raises LookupError before `hold`."""
        if self._words is None:
            raise LookupError
        return self._words

    @property
    def waiting(self) -> tuple[QWidget, ...]:
        """What waits here for a look, in its order."""
        return self.words.carried

    @property
    def text(self) -> OwnText:
        """The field for own words."""
        return self.words.own

    @property
    def generated(self) -> GeneratedText:
        """What the map has written here."""
        return self.words.generated

    def hold(self, words: SectionText, hint: QWidget | None = None) -> None:
        """Take the section's text into the body, below `hint` where something will write itself."""
        self._words = words
        if hint is not None:
            self.body.addWidget(hint)
        self.body.addWidget(words, 0, Qt.AlignmentFlag.AlignTop)

    def check_spelling(self, spelling: Spelling) -> None:
        """Check the spelling in every field of the section."""
        self.words.check_spelling(spelling)

    def show_carried(self, here: int, everywhere: int) -> None:
        """Show how many lines wait here for a look, and offer to keep those of the whole note, where several."""
        self._head.waiting.setText(self.tr("{count} unconfirmed").format(count=here))
        self._waiting = here
        self.keep_all.setText(self.tr("Keep all {count}").format(count=everywhere))
        self.keep_all.setVisible(everywhere > 1)
        self._show_waiting()

    @property
    def folded(self) -> bool:
        """Whether only the heading shows."""
        return self._head.folded

    def add_action(self, widget: QWidget) -> None:
        """Put something at the right end of the heading, before the phrases."""
        self._head.line.insertWidget(self._head.line.indexOf(self.phrases), widget)
        # It is made later than the phrases: so it goes to where they are, and they on.
        self.setTabOrder(self.phrases, widget)
        self.setTabOrder(widget, self.phrases)

    def set_foldable(self, *, foldable: bool) -> None:
        """Say whether it may fold; one that may not is open."""
        self._head.foldable = foldable
        self._head.line.setContentsMargins(_PADDING, 0, _PADDING + (20 if foldable else 0), 0)
        policy = Qt.FocusPolicy.StrongFocus if foldable else Qt.FocusPolicy.NoFocus
        self._head.setFocusPolicy(policy)
        self._head.setCursor(Qt.CursorShape.PointingHandCursor if foldable else Qt.CursorShape.ArrowCursor)
        if not foldable:
            self.set_folded(folded=False)
        self._name()

    def set_folded(self, *, folded: bool) -> None:
        """Show the heading alone, or all of it."""
        self._head.folded = folded
        self._head.summary.setVisible(folded)
        self.phrases.setVisible(not folded)
        self._show_waiting()
        self._head.setFixedHeight(_FOLDED_HEAD if folded else _HEAD)
        self._inside.setVisible(not folded)
        vertical = QSizePolicy.Policy.Fixed if folded else QSizePolicy.Policy.Preferred
        self.setSizePolicy(QSizePolicy.Policy.Preferred, vertical)
        self._name()
        self._head.update()

    def set_summary(self, words: str) -> None:
        """What a folded card says of its content."""
        self._head.summary.setText(" ".join(words.split()))
        self._name()

    def _show_waiting(self) -> None:
        self._head.waiting.setVisible(self.folded and self._waiting > 0)

    def _name(self) -> None:
        title = self._head.title.text()
        if not self._head.foldable:
            self._head.setAccessibleName(title)
        elif self.folded:
            words = self.tr("{section}, folded: {summary}")
            self._head.setAccessibleName(words.format(section=title, summary=self._head.summary.text()))
        else:
            self._head.setAccessibleName(self.tr("{section}, open").format(section=title))

    @Slot()
    def _want_phrase(self) -> None:
        self.phrase_wanted.emit(self.section.value)

    @Slot()
    def _toggle(self) -> None:
        if self.folded:
            self.set_folded(folded=False)
            self.opened.emit(self.section.value)
        else:
            self.set_folded(folded=True)
