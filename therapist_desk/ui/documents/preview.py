"""The document as it will print, with the bar that turns its pages."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from therapist_desk.ui.documents.page_layout import Fit
from therapist_desk.ui.documents.page_view import PageView
from therapist_desk.ui.documents.pdf_pages import render_page
from therapist_desk.ui.documents.printable import Printable
from therapist_desk.ui.documents.ways import Way, way_words
from therapist_desk.ui.kit.banner import EmptyState
from therapist_desk.ui.kit.buttons import Button, IconButton
from therapist_desk.ui.kit.card import Card, Divider
from therapist_desk.ui.kit.label import Label
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.kit.toggle_group import ToggleGroup
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Height, Space
from therapist_desk.ui.workplace import Workplace

_PATIENCE_MS: Final = 200
_MOST_WAYS: Final = 3


class Preview(Card):
    """Shows a document, or a sentence in its place. Pages are drawn as jobs, one after the other."""

    drawn = Signal()
    stop_wanted = Signal()
    way_wanted = Signal(object)  # Way

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(padding=1, spacing=0, parent=parent)
        self._jobs = workplace.jobs
        self._document: Printable | None = None
        self.pages = PageView()
        self.pages.setObjectName("pages")
        self._stop = Button(self.tr("Cancel"))
        self._stop.setObjectName("stop")
        self._ways = tuple(Button("") for _ in range(_MOST_WAYS))
        self._shown_ways: tuple[Way, ...] = ()
        self._sentence = EmptyState("doc", "", "", self._stop, *self._ways)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.pages)
        self._stack.addWidget(self._sentence)
        self.place = Label("", Text.BODY)
        self.place.setObjectName("page_place")
        self._back = _tool("left", self.tr("Previous page"), "previous_page")
        self._on = _tool("right", self.tr("Next page"), "next_page")
        self._smaller = _tool("minus", self.tr("Smaller"), "smaller")
        self._larger = _tool("plus", self.tr("Larger"), "larger")
        self._fits = ToggleGroup(
            [(Fit.WIDTH.value, self.tr("Page width")), (Fit.WHOLE.value, self.tr("Whole page"))],
            value=Fit.WIDTH.value,
            name=self.tr("Size of the page"),
        )
        self._fits.setObjectName("fit")
        self._bar = self._make_bar()
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self.body.addWidget(self._bar)
        self.body.addWidget(Divider())
        self.body.addWidget(self._stack, 1)
        self._connect()
        self._follow()

    def wait(self) -> None:
        """Show no page any more; where the next one takes its time, say so."""
        self._document = None
        self.pages.show_pages(())
        self._stack.setCurrentWidget(self.pages)
        self._patience.start()

    def show_document(self, document: Printable) -> None:
        """Show `document` from its first page."""
        self._patience.stop()
        self._document = document
        self._stack.setCurrentWidget(self.pages)
        self.pages.show_pages(document.pages)

    def show_progress(self, done: int, count: int) -> None:
        """Say how far a document of many parts is, and let it be called off."""
        words = self.tr("Part {number} of {count}. The idle lock waits for it.")
        words = words.format(number=min(done + 1, count), count=count)
        self.show_sentence(self.tr("Binding the packet…"), words)
        self._stop.show()

    def show_sentence(self, title: str, words: str, ways: Sequence[Way] = ()) -> None:
        """Say something where the pages would be, and offer the ways on from there."""
        self._stop.hide()
        self._shown_ways = tuple(ways[:_MOST_WAYS])
        for place, button in enumerate(self._ways):
            button.setVisible(place < len(self._shown_ways))
            if place < len(self._shown_ways):
                button.setText(way_words(self._shown_ways[place]))
                button.setObjectName(f"way_{self._shown_ways[place]}")
        self.wait()
        self._patience.stop()
        self._sentence.show_words(title, words)
        self._stack.setCurrentWidget(self._sentence)

    def sentence(self) -> str:
        """What is said instead of a document, or an empty string."""
        if self._stack.currentWidget() is self.pages:
            return ""
        return " ".join(label.text() for label in self._sentence.findChildren(Label))

    @Slot()
    def _want_way(self) -> None:
        place = next(place for place, button in enumerate(self._ways) if button is self.sender())
        self.way_wanted.emit(self._shown_ways[place])

    @Slot(int, int)
    def _draw(self, number: int, width: int) -> None:
        document = self._document
        if document is not None:
            work = partial(render_page, document.data, number, width)
            self._jobs.read(work, owner=self, done=partial(self._take, document, number, width))

    def _take(self, document: Printable, number: int, width: int, image: QImage) -> None:
        if document is self._document:
            self.pages.take_image(number, width, image)
            if self.pages.is_drawn():
                self.drawn.emit()

    @Slot(str)
    def _fit(self, key: str) -> None:
        self.pages.use_fit(Fit(key))

    @Slot()
    def _follow(self) -> None:
        count = len(self._document.pages) if self._document else 0
        number = self.pages.page + 1
        self._bar.setEnabled(count > 0)
        self.place.setText(self.tr("Page {n} of {m}").format(n=number, m=count) if count else "")
        self.pages.setAccessibleDescription(self.place.text())
        self._back.setEnabled(number > 1)
        self._on.setEnabled(number < count)
        self._fits.set_value(self.pages.fit)

    @Slot()
    def _say_it_takes_long(self) -> None:
        self.show_sentence(self.tr("Drawing the document…"), self.tr("The first one takes a moment longer."))

    def _connect(self) -> None:
        self._patience.timeout.connect(self._say_it_takes_long)
        self._stop.clicked.connect(self.stop_wanted)
        for button in self._ways:
            button.clicked.connect(self._want_way)
        self.pages.page_wanted.connect(self._draw)
        self.pages.moved.connect(self._follow)
        self._back.clicked.connect(self.pages.turn_back)
        self._on.clicked.connect(self.pages.turn_on)
        self._smaller.clicked.connect(self.pages.reduce)
        self._larger.clicked.connect(self.pages.enlarge)
        self._fits.chosen.connect(self._fit)

    def _make_bar(self) -> QWidget:
        bar = QWidget()
        pages = row(self._back, self.place, self._on, spacing=Space.INNER)
        sizes = row(self._smaller, self._fits, self._larger, spacing=Space.INNER)
        line = row(pages, None, sizes)
        line.setContentsMargins(Space.GRID, 6, Space.GAP_DENSE, 6)
        column = QVBoxLayout(bar)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(line)
        return bar


def _tool(icon_name: str, name: str, object_name: str) -> IconButton:
    button = IconButton(icon_name, name, size=Height.SMALL, icon_size=16)
    button.setObjectName(object_name)
    return button
