"""A passphrase: hidden unless asked for, with a word about Caps Lock, and how strong a new one is."""

from __future__ import annotations

from PySide6.QtCore import QKeyCombination, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from therapist_desk.ui.kit.buttons import ButtonSize, IconButton
from therapist_desk.ui.kit.field import AlertIcon
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.paint import draw_panel
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import current_tokens

_EYE = 32
_EYE_MARGIN = 6
_STEPS = 4
_REVEAL = QKeyCombination(Qt.KeyboardModifier.AltModifier, Qt.Key.Key_F8)


class PassphraseEdit(QLineEdit):
    """A passphrase field with an eye that shows what was typed while it is pressed in.

    Tab leads on to the next field, past the eye: its key is Alt+F8, as in Windows' own passphrase fields. With the
    focus it would take spaces for presses, and hand all else that is typed to the line it lies in.
    """

    caps_lock_noticed = Signal(bool)

    def __init__(self, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caps_lock = False
        self.setProperty("scale", str(ButtonSize.ENTRY))
        self.setAccessibleName(name or self.tr("Passphrase"))
        self.setEchoMode(QLineEdit.EchoMode.Password)
        hints = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        self.setInputMethodHints(hints | Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhNoAutoUppercase)
        self.eye = IconButton("eye", "", size=_EYE, checkable=True, parent=self)
        self._name_eye()
        self.eye.setCursor(Qt.CursorShape.ArrowCursor)
        self.eye.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.eye.toggled.connect(self._show_text)
        self.setTextMargins(0, 0, _EYE, 0)

    def take(self) -> str:
        """Return what was typed and empty the field, its undo history included."""
        passphrase = self.text()
        self.clear()
        self.setModified(False)
        self.eye.setChecked(False)
        return passphrase

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.keyCombination() == _REVEAL:
            self.eye.click()
            return
        self._look_at_case(event)
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self._notice(on=False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._notice(on=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.eye.move(self.width() - _EYE - _EYE_MARGIN, (self.height() - _EYE) // 2)
        self.eye.resize(self.eye.sizeHint())

    @Slot(bool)
    def _show_text(self, shown: bool) -> None:  # noqa: FBT001 - the signal's argument
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._name_eye()

    def _name_eye(self) -> None:
        words = self.tr("Hide passphrase") if self.eye.isChecked() else self.tr("Show passphrase")
        self.eye.set_name(words)
        self.eye.setToolTip(f"{words} ({QKeySequence(_REVEAL).toString(QKeySequence.SequenceFormat.NativeText)})")

    def _look_at_case(self, event: QKeyEvent) -> None:
        # Qt does not tell the state of Caps Lock; a letter in the wrong case for its Shift key does.
        if event.key() == Qt.Key.Key_CapsLock:
            self._notice(on=False)
        typed = event.text()
        if len(typed) == 1 and typed.isalpha() and typed.lower() != typed.upper():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._notice(on=typed.isupper() != shift)

    def _notice(self, *, on: bool) -> None:
        if on != self._caps_lock:
            self._caps_lock = on
            self.caps_lock_noticed.emit(on)


class CapsLockHint(QWidget):
    """A line under a passphrase that says when Caps Lock seems to be on; it keeps its room when silent."""

    def __init__(self, edit: PassphraseEdit, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = AlertIcon("caps", Tone.AMBER)
        self._words = Label(self.tr("Caps Lock is on"), Text.SECONDARY_STRONG, Tone.AMBER)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._sign)
        row.addWidget(self._words, 1)
        self.setFixedHeight(row.sizeHint().height())
        edit.caps_lock_noticed.connect(self._show)
        self._show(on=False)

    @Slot(bool)
    def _show(self, on: bool) -> None:  # noqa: FBT001 - the signal's argument
        self._sign.setVisible(on)
        self._words.setVisible(on)


class StrengthMeter(QWidget):
    """Four bars and a word about a new passphrase; the score, 0 to 4, is worked out elsewhere."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars = _Bars(self)
        self._words = Label("", Text.SECONDARY_STRONG, Tone.QUIET)
        self.setMinimumHeight(self._words.sizeHint().height())  # before there are words as well
        self._words.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._bars, 1)
        row.addWidget(self._words)

    def show_score(self, score: int | None) -> None:
        """Show `score`; with None, as while nothing is typed, no bar is lit and nothing said."""
        words = (self.tr("Too weak"), self.tr("Weak"), self.tr("Fair"), self.tr("Good"), self.tr("Strong"))
        self._words.setText("" if score is None else words[score])
        self._words.setVisible(score is not None)
        lit = 0 if score is None else max(1, score)
        self._words.set_tone(Tone.GREEN if lit >= _STEPS - 1 else Tone.AMBER)
        self._bars.show_lit(lit)
        self.setAccessibleName(self._words.text())


class _Bars(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lit = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lit(self, lit: int) -> None:
        """Light so many from the left."""
        self._lit = lit
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        color = tokens.green if self._lit >= _STEPS - 1 else tokens.amber
        width = (self.width() - (_STEPS - 1) * 4) / _STEPS
        for step in range(_STEPS):
            fill = color if step < self._lit else tokens.line
            draw_panel(painter, QRectF(step * (width + 4), 0, width, 4), 2, fill=fill)
