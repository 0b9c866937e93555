"""A sentence that was generated and is now in own words: told by a bar, a pen and words; it can follow again."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.notes.edited import own_version
from therapist_desk.domain.notes.note import Origin, Paragraph
from therapist_desk.ui.kit.buttons import LinkButton
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.layouts import column, row
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.icons import draw_icon
from therapist_desk.ui.theme.tokens import current_tokens
from therapist_desk.ui.visit.note.own_text import OwnText

_BAR = 3
_LEFT = 24
_ICON = 14


class EditedRow(QWidget):
    """Shows one sentence and what became of its source; a sentence that is only opened still follows."""

    typed = Signal(str, object)  # source, Paragraph
    follow_wanted = Signal(str)
    left = Signal(str)

    def __init__(self, sentence: Paragraph, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = sentence
        self.text = OwnText(name=self.tr("Edited sentence"), hint=self.tr("Says nothing now"))
        self.text.setObjectName("edited_sentence")
        self.text.typed.connect(self._type)
        self.text.left.connect(self._leave)
        self._state = Label(self.tr("edited"), Text.CAPTION, Tone.LABELS)
        self.follow = LinkButton(self.tr("Follow map again"), small=True)
        self.follow.setObjectName("follow_again")
        self.follow.clicked.connect(self._follow)
        self._news = Label("", Text.CAPTION, Tone.LABELS, wrap=True)
        self._news.setObjectName("source_news")
        self._news.setContentsMargins(9, 0, 0, 0)
        line = row(self.text, self._state, self.follow, spacing=8)
        line.setStretch(0, 1)
        self._state.setContentsMargins(0, 4, 0, 0)
        line.setAlignment(self._state, Qt.AlignmentFlag.AlignTop)
        line.setAlignment(self.follow, Qt.AlignmentFlag.AlignTop)
        whole = column(line, self._news, spacing=0)
        whole.setContentsMargins(_LEFT, 1, 8, 1)
        self.setLayout(whole)

    def show_sentence(self, sentence: Paragraph, now: str, *, locked: bool) -> None:
        """Show it as it stands; `now` is what its source would say, or nothing where that is gone."""
        self.sentence = sentence
        self.text.show_text(sentence.text)
        self.text.setReadOnly(locked)
        edited = sentence.origin is Origin.EDITED
        self._state.setVisible(edited)
        self.follow.setVisible(edited and not locked)
        self.text.setAccessibleName(self.tr("Edited: {text}").format(text=sentence.text))
        news = ""
        if edited and not now:
            news = self.tr("What it was written from is no longer there.")
        elif edited and now != sentence.followed:
            news = self.tr("Changed since: {text}").format(text=now)
        self._news.setText(news)
        self._news.setVisible(bool(news) and not locked)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        painter.fillRect(QRectF(0, 0, _BAR, self.height()), tokens.line2)
        draw_icon(painter, "pen", QPointF(11, 5), _ICON, tokens.ink2)

    @Slot(str)
    def _type(self, text: str) -> None:
        self.typed.emit(self.sentence.source, own_version(self.sentence, text))

    @Slot()
    def _leave(self) -> None:
        self.left.emit(self.sentence.source)

    @Slot()
    def _follow(self) -> None:
        self.follow_wanted.emit(self.sentence.source)
