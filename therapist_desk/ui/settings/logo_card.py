"""The practice's logo on documents: chosen, looked at, taken away."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import QCoreApplication, QRectF, QSize, QStandardPaths, Qt, Slot
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.services.desk import Desk
from therapist_desk.services.documents.logo import choose_logo, is_pale, read_logo, remove_logo
from therapist_desk.ui.file_dialogs import ask_for_file
from therapist_desk.ui.kit.banner import Banner, BannerKind
from therapist_desk.ui.kit.buttons import Button
from therapist_desk.ui.kit.card import Card, CardHeader
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.kit.paint import draw_panel
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Radius, current_tokens
from therapist_desk.ui.wording import sentence
from therapist_desk.ui.workplace import Workplace

_PAPER: Final = QSize(220, 76)
_MARGIN: Final = 12


class LogoFiles(Protocol):
    """What the user is asked about files of logos."""

    def choose_picture(self, parent: QWidget) -> Path | None:
        """Ask for a picture; None if that is called off."""
        ...


class NativeLogoFiles:
    """The dialog of the system."""

    def choose_picture(self, parent: QWidget) -> Path | None:
        """Ask for a picture."""
        title = QCoreApplication.translate("logo", "Choose a logo")
        kinds = QCoreApplication.translate("logo", "Pictures (*.png *.jpg *.jpeg)")
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        return ask_for_file(parent, title, (kinds,), folder)


class LogoCard(Card):
    """A logo is kept as soon as it is chosen, and gone as soon as it is removed."""

    def __init__(self, workplace: Workplace, files: LogoFiles | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._workplace = workplace
        self._files = files or NativeLogoFiles()
        words = self.tr(
            "Documents show it 10 mm high at their head, and in black and gray where they are for fax. "
            "PNG or JPEG, up to 5 MB; it is kept in the encrypted charts."
        )
        self.paper = LogoPaper()
        self.paper.setObjectName("logo")
        self._pale = Label("", Text.SECONDARY, Tone.AMBER, wrap=True)
        self._pale.setObjectName("pale_logo")
        self._trouble = Banner("", BannerKind.RED)
        self._trouble.setObjectName("logo_trouble")
        self.choose = Button(self.tr("Choose logo…"), icon_name="doc")
        self.choose.setObjectName("choose_logo")
        self.remove = Button(self.tr("Remove logo"), icon_name="trash")
        self.remove.setObjectName("remove_logo")
        self.body.addWidget(CardHeader(self.tr("Logo on documents")))
        self.body.addWidget(Label(words, Text.BODY, Tone.LABELS, wrap=True))
        self.body.addWidget(self.paper)
        self.body.addWidget(self._pale)
        self.body.addWidget(self._trouble)
        self.body.addLayout(row(self.choose, self.remove, None))
        self.choose.clicked.connect(self._choose)
        self.remove.clicked.connect(self._remove)
        self._show((None, False))

    def read(self) -> None:
        """Show the logo that is kept."""
        self._workplace.jobs.read(_kept, self._workplace.desk, owner=self, done=self._show)

    @Slot()
    def _choose(self) -> None:
        path = self._files.choose_picture(self)
        if path is not None:
            work = partial(_chosen, self._workplace.desk, path)
            self._workplace.jobs.write(work, owner=self, done=self._show, failed=self._refuse)

    @Slot()
    def _remove(self) -> None:
        self._workplace.jobs.write(partial(_removed, self._workplace.desk), owner=self, done=self._show)

    def _show(self, logo: tuple[bytes | None, bool]) -> None:
        picture, pale = logo
        self._trouble.setVisible(False)
        self.paper.show_picture(picture)
        self.paper.setVisible(picture is not None)
        self.remove.setVisible(picture is not None)
        self._pale.setVisible(pale)
        self._pale.setText(self.tr("This logo is pale: print a page in gray, or fax one, and look whether it shows."))
        self.choose.setText(self.tr("Choose another…") if picture else self.tr("Choose logo…"))

    def _refuse(self, error: ExpectedError) -> None:
        self._trouble.set_sentence(sentence(error))
        self._trouble.setVisible(True)


class LogoPaper(QWidget):
    """The logo on white paper, as it will print."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("The logo as documents show it"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.picture = QImage()

    def show_picture(self, picture: bytes | None) -> None:
        """Show a PNG, or nothing."""
        self.picture = QImage.fromData(picture or b"")
        self.update()

    def sizeHint(self) -> QSize:
        return _PAPER

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        draw_panel(painter, area, Radius.CONTROL, fill=QColor(Qt.GlobalColor.white), line=current_tokens().line)
        if self.picture.isNull():
            return
        size = self.picture.size().scaled(
            _PAPER.width() - 2 * _MARGIN, _PAPER.height() - 2 * _MARGIN, Qt.AspectRatioMode.KeepAspectRatio
        )
        target = QRectF(0, 0, size.width(), size.height())
        target.moveCenter(area.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(target, self.picture)


def _kept(desk: Desk) -> tuple[bytes | None, bool]:
    picture = read_logo(desk)
    return picture, picture is not None and is_pale(picture)


def _chosen(desk: Desk, path: Path) -> tuple[bytes | None, bool]:
    picture = choose_logo(desk, path)
    return picture, is_pale(picture)


def _removed(desk: Desk) -> tuple[bytes | None, bool]:
    remove_logo(desk)
    return None, False
