"""The pages of a document on a grey ground, each drawn when it comes into sight."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from therapist_desk.ui.documents.page_layout import (
    GAP,
    LEAST_SCALE,
    MOST_SCALE,
    STEP,
    Fit,
    PageLayout,
    fitting_scale,
    place_pages,
)
from therapist_desk.ui.theme.tokens import current_tokens

_ARROW_STEP = 48


class PageView(QAbstractScrollArea):
    """Asks for pictures of the pages in sight by `page_wanted` with the page, from 0, and its width in device pixels.

    Page Up and Page Down go through the pages, plus and minus change the size. `moved` says that another page is
    at the top or that the size has changed.
    """

    page_wanted = Signal(int, int)
    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: tuple[QSizeF, ...] = ()
        self._layout = PageLayout((), self.size())
        self._images: dict[int, QImage] = {}
        self._asked: dict[int, int] = {}
        self._fit: Fit | None = Fit.WIDTH
        self._scale = 1.0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Preview"))
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.verticalScrollBar().setSingleStep(_ARROW_STEP)

    @property
    def page(self) -> int:
        """The page at the top of the view, from 0."""
        return self._layout.page_at(self.verticalScrollBar().value() + self.viewport().height() // 3)

    @property
    def fit(self) -> Fit | None:
        """How a page fills the view; None where the user has chosen a size."""
        return self._fit

    @property
    def scale(self) -> float:
        """How many logical pixels a point takes."""
        return self._scale

    def show_pages(self, pages: Sequence[QSizeF]) -> None:
        """Show another document from its top; an empty one leaves the ground."""
        self._pages = tuple(pages)
        self._drop_images()
        self.verticalScrollBar().setValue(0)
        self._arrange()

    def take_image(self, number: int, width: int, image: QImage) -> None:
        """Take the picture of a page; one that was asked for at another size meanwhile is dropped."""
        if self._asked.get(number) == width:
            image.setDevicePixelRatio(self.viewport().devicePixelRatioF())
            self._images[number] = image
            self.viewport().update()

    def is_drawn(self) -> bool:
        """Whether the pages in sight are drawn at their size."""
        ratio = self.viewport().devicePixelRatioF()
        return all(
            number in self._images and self._images[number].width() == round(place.width() * ratio)
            for number, place in self._in_sight()
        )

    def go_to(self, number: int) -> None:
        """Bring a page to the top."""
        if self._layout.places:
            number = max(0, min(len(self._layout.places) - 1, number))
            self.verticalScrollBar().setValue(self._layout.places[number].top() - GAP)

    def use_fit(self, fit: Fit) -> None:
        """Let a page fill the view."""
        self._fit = fit
        self._arrange()

    @Slot()
    def enlarge(self) -> None:
        """Draw the pages a step larger."""
        self._use_scale(self._scale * STEP)

    @Slot()
    def reduce(self) -> None:
        """Draw the pages a step smaller."""
        self._use_scale(self._scale / STEP)

    @Slot()
    def turn_back(self) -> None:
        """Go to the page before."""
        self.go_to(self.page - 1)

    @Slot()
    def turn_on(self) -> None:
        """Go to the next page."""
        self.go_to(self.page + 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.enlarge()
            case Qt.Key.Key_Minus:
                self.reduce()
            case Qt.Key.Key_PageDown if self._fit is Fit.WHOLE:
                self.turn_on()
            case Qt.Key.Key_PageUp if self._fit is Fit.WHOLE:
                self.turn_back()
            case Qt.Key.Key_Home:
                self.go_to(0)
            case Qt.Key.Key_End:
                self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), tokens.line)
        for number, place in self._in_sight():
            painter.fillRect(place.adjusted(-1, -1, 1, 1), tokens.line2)
            painter.fillRect(place, Qt.GlobalColor.white)
            self._paint_page(painter, number, place)

    def _paint_page(self, painter: QPainter, number: int, place: QRect) -> None:
        width = round(place.width() * self.viewport().devicePixelRatioF())
        if self._asked.get(number) != width:
            self._asked[number] = width
            self.page_wanted.emit(number, width)
        image = self._images.get(number)
        if image is not None and image.width() == width:
            painter.drawImage(place.topLeft(), image)
        elif image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, image)  # of another size, until the right one comes

    def _in_sight(self) -> list[tuple[int, QRect]]:
        left, top = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        shown = self.viewport().rect()
        places = ((number, place.translated(-left, -top)) for number, place in enumerate(self._layout.places))
        return [(number, place) for number, place in places if place.intersects(shown)]

    def _use_scale(self, scale: float) -> None:
        self._fit = None
        self._scale = max(LEAST_SCALE, min(MOST_SCALE, scale))
        self._arrange()

    def _arrange(self) -> None:
        bar, room = self.verticalScrollBar(), self.viewport().size()
        across = self.horizontalScrollBar()
        share = bar.value() / max(1, self._layout.size.height())
        middle = (across.value() + room.width() / 2) / max(1, self._layout.size.width())
        if self._fit is not None:
            # As wide as with a scroll bar: else the bar comes and goes with the size it brings about.
            room.setWidth(self.width() - bar.sizeHint().width())
        if not self._pages:
            self._layout = PageLayout((), room)
        else:
            if self._fit is not None:
                self._scale = fitting_scale(self._fit, self._pages, room)
            self._layout = place_pages(self._pages, self._scale, self.viewport().size())
        size, shown = self._layout.size, self.viewport().size()
        bar.setRange(0, max(0, size.height() - shown.height()))
        bar.setPageStep(shown.height() - GAP)
        across.setRange(0, max(0, size.width() - shown.width()))
        across.setPageStep(shown.width())
        across.setValue(round(middle * size.width() - shown.width() / 2))
        bar.setValue(round(share * size.height()))
        self.viewport().update()
        self.moved.emit()

    def _drop_images(self) -> None:
        self._images.clear()
        self._asked.clear()

    @Slot()
    def _scrolled(self) -> None:
        self.viewport().update()
        self.moved.emit()
