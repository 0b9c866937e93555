"""The small window at a finding of the last visit: better, same, worse or resolved."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from therapist_desk.domain.findings.mark import Mark
from therapist_desk.domain.findings.review import Verdict
from therapist_desk.domain.sentences.mark_words import change_words
from therapist_desk.ui.kit.buttons import Button, ButtonSize
from therapist_desk.ui.kit.label import ElidedLabel, Label, Tone
from therapist_desk.ui.kit.layouts import column, row
from therapist_desk.ui.kit.popover_place import popover_place
from therapist_desk.ui.kit.popup_card import PopupCard
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.visit.wording import kind_name, place_title, verdict_name

_WIDTH = 300


class GhostPopover(PopupCard):
    """Shows one finding of the last visit and says what has become of it: one key or one click."""

    verdict_given = Signal(str, object)  # the ghost's id, Verdict

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("ghost_popover")
        self.setFixedWidth(_WIDTH)
        self._ghost = ""
        self._title = ElidedLabel("", Text.BODY_STRONG)
        self._kind = ElidedLabel("", Text.SECONDARY, Tone.LABELS)
        self._last = Label("", Text.SECONDARY, Tone.LABELS)
        self._about = Label(
            self.tr("Marked on another figure: the place is approximate"), Text.CAPTION, Tone.AMBER, wrap=True
        )
        self._buttons = {verdict: self._button(verdict) for verdict in Verdict}
        body = QVBoxLayout(self)
        body.setContentsMargins(12, 8, 12, 12)
        body.setSpacing(8)
        body.addLayout(column(self._title, self._kind, spacing=0))
        keys = Label(" ".join(Verdict), Text.CAPTION, Tone.QUIET)
        keys.setToolTip(self.tr("One key for each answer"))
        body.addLayout(row(self._last, None, keys))
        body.addWidget(self._about)
        body.addLayout(row(*self._buttons.values(), spacing=4))

    def open_at(self, ghost: Mark, seen: str, place: QRect, bounds: QRect, *, approximate: bool) -> None:
        """Open beside `place`, the ghost's rectangle on the screen; `seen` says when it was found."""
        self._ghost = ghost.id
        self._title.setText(place_title(ghost))
        self._kind.setText(kind_name(ghost.kind))
        grades = change_words(ghost) or ghost.note
        self._last.setText(self.tr("{date}: {found}").format(date=seen, found=grades) if grades else seen)
        self._about.setVisible(approximate)
        words = [self._title.text(), self._kind.text(), self._last.text()]
        self.setAccessibleName(", ".join([*words, self._about.text()] if approximate else words))
        layout = self.layout()
        if layout is not None:
            layout.activate()
            wraps = layout.hasHeightForWidth()
            self.setFixedHeight(layout.totalHeightForWidth(_WIDTH) if wraps else layout.totalSizeHint().height())
        self.move(popover_place(place, self.size(), bounds))
        self.show()
        self._buttons[Verdict.SAME].setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text().upper()
        if text in set(Verdict):
            self._give(Verdict(text))
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _button(self, verdict: Verdict) -> Button:
        name = verdict_name(verdict)
        button = Button(name, size=ButtonSize.SMALL)
        button.setObjectName(f"verdict_{verdict.value}")
        button.setToolTip(f"{name} ({verdict.value})")
        button.clicked.connect(self._tell)
        return button

    @Slot()
    def _tell(self) -> None:
        pressed = self.sender()
        self._give(next(verdict for verdict, button in self._buttons.items() if button is pressed))

    def _give(self, verdict: Verdict) -> None:
        self.close()
        self.verdict_given.emit(self._ghost, verdict)
