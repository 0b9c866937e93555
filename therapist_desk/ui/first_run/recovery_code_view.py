"""The recovery code, shown once: large, in groups, to be printed, saved or written down."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QIODevice, QRectF, QSaveFile, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontDatabase, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout, QWidget

from therapist_desk.ui.file_dialogs import ask_where_to_save
from therapist_desk.ui.kit.banner import Banner, BannerKind
from therapist_desk.ui.kit.buttons import Button
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.kit.paint import draw_panel
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Radius, Space, current_tokens

_PIXELS = 21
_IN_A_ROW = 4
_LINE = 34


class CodeBox(QWidget):
    """Groups in rows of four. It can't be selected: a clipboard keeps what it was given."""

    def __init__(self, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups = code.split("-")
        self.setAccessibleName(self.tr("Recovery code: {code}").format(code=" ".join(code)))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        rows = (len(self._groups) + _IN_A_ROW - 1) // _IN_A_ROW
        return QSize(400, rows * _LINE + 32)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        area = QRectF(self.rect())
        draw_panel(painter, area, Radius.CARD, fill=tokens.surface, line=tokens.line2)
        painter.setFont(fixed_font(_PIXELS))
        painter.setPen(tokens.ink)
        width = (area.width() - 32) / _IN_A_ROW
        for place, group in enumerate(self._groups):
            cell = QRectF(16 + place % _IN_A_ROW * width, 16 + place // _IN_A_ROW * _LINE, width, _LINE)
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, group)


class RecoveryCodeView(QWidget):
    """`written_down` follows the check box. `print_asked` gives the text to print."""

    written_down = Signal(bool)
    print_asked = Signal(str)

    def __init__(self, code: str, owner: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = code
        self._owner = owner
        self._note = Banner("", BannerKind.RED)
        self._note.setVisible(False)
        words = self.tr(
            "With this code the charts open if a passphrase is forgotten. It is shown only now. "
            "Keep it on paper away from this computer: whoever has both has everything."
        )
        self.print_it = Button(self.tr("Print…"), icon_name="print")
        self.save_it = Button(self.tr("Save as a text file…"), icon_name="save")
        self.check = QCheckBox(self.tr("I have it on paper or in a safe place"))
        self.check.setObjectName("written_down")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.GAP)
        column.addWidget(Label(words, Text.BODY, Tone.LABELS, wrap=True))
        column.addWidget(CodeBox(code))
        column.addLayout(row(self.print_it, self.save_it, None))
        column.addWidget(self._note)
        column.addWidget(self.check)
        self.print_it.clicked.connect(self._print)
        self.save_it.clicked.connect(self._choose_file)
        self.check.toggled.connect(self.written_down)

    def paper(self) -> str:
        """What the paper says."""
        return self.tr("Therapist Desk: recovery code for the charts of {owner}\n\n{code}\n").format(
            owner=self._owner, code=self._code
        )

    def save_to(self, path: Path) -> bool:
        """Write the paper to `path`; says so where that can't be done, and gives whether it was."""
        file = QSaveFile(str(path))
        written = file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(self.paper().encode()) > 0
        done = bool(written and file.commit())
        self._note.set_sentence("" if done else self.tr("The file could not be written there. Choose another place."))
        self._note.setVisible(not done)
        return done

    @Slot()
    def _print(self) -> None:
        self.print_asked.emit(self.paper())

    @Slot()
    def _choose_file(self) -> None:
        path = ask_where_to_save(
            self, self.tr("Save the recovery code"), Path("recovery-code.txt"), kinds=(self.tr("Text (*.txt)"),)
        )
        if path is not None:
            self.save_to(path)


def fixed_font(pixels: int) -> QFont:
    """The system's font of equal widths."""
    result = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    result.setPixelSize(pixels)
    result.setWeight(QFont.Weight.DemiBold)
    return result
