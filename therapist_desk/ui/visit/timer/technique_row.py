"""The techniques of the session side by side: a press goes on with another one."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from therapist_desk.domain.session.favourites import Favourites
from therapist_desk.domain.session.technique import Technique
from therapist_desk.domain.session.timer import Segment
from therapist_desk.services.clinical.techniques import Techniques
from therapist_desk.ui.kit.segment_row import SegmentRow
from therapist_desk.ui.kit.timer_display import clock_text
from therapist_desk.ui.theme.tokens import Height
from therapist_desk.ui.visit.wording import habit_words

_SHORTCUTS = 9
_LEAST = 160


class TechniqueRow(QWidget):
    """As many techniques as fit, the running one always among them; the rest are in the menu of "+"."""

    technique_chosen = Signal(object)  # Technique

    def __init__(self, techniques: Techniques, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all = techniques.all
        self._usual = techniques.usual
        self._favourites = Favourites()
        self._shown: dict[str, Technique] = {}
        self._running = ""
        self.row = SegmentRow(height=Height.TIMER_BUTTON - 2, parent=self)
        self.row.chosen.connect(self._choose)
        self.row.another_wanted.connect(self._open_menu)
        self._rest_width = self.row.sizeHint().width()
        self.show_favourites(Favourites())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_favourites(self, favourites: Favourites) -> None:
        """Begin anew with what is likely today first, after what no treatment is, and then what is usual."""
        for key in self._shown:
            self.row.remove(key)
        self._shown, self._running = {}, ""
        self._favourites = favourites
        wanted = {each.id for each in self._usual} | {each.technique.id for each in favourites.all}
        for technique in favourites.first(dict.fromkeys((*self._usual, *self._all))):
            if technique.id in wanted:
                self._add(technique)
        self.updateGeometry()
        self._place()

    def show_times(self, segments: Sequence[Segment], running: Technique | None, *, locked: bool) -> None:
        """Show how long each technique has been given; one that is not in the row joins it."""
        used = [segment.technique for segment in segments]
        for technique in used if running is None else [*used, running]:
            if technique.id not in self._shown:
                self._add(technique)
        self._running = running.id if running is not None else ""
        often = () if locked else (each.technique.id for each in self._favourites.often)
        waiting = set(often) - {segment.technique.id for segment in segments} - {self._running}
        for technique in self._shown.values():
            seconds = sum(segment.seconds for segment in segments if segment.technique.id == technique.id)
            button, likely = self.row.button(technique.id), technique.id in waiting
            button.set_likely(likely=likely)
            button.set_detail(self._detail(technique, seconds, likely=likely))
        self.row.set_running(self._running or None)
        self.row.setEnabled(not locked)
        self._place()

    def sizeHint(self) -> QSize:
        width = sum(self._width(key) for key in self._shown) + self._rest_width
        return QSize(width, Height.TIMER_BUTTON)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, Height.TIMER_BUTTON)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _add(self, technique: Technique) -> None:
        button = self.row.add(technique.id, technique.name, self._detail(technique, 0))
        button.setObjectName(f"technique_{technique.id}")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard with the map or the note
        self._shown[technique.id] = technique
        if len(self._shown) <= _SHORTCUTS:
            keys = QKeySequence(f"Alt+{len(self._shown)}")
            button.setShortcut(keys)
            hint = self.tr("{name} ({keys})")
            shown = keys.toString(QKeySequence.SequenceFormat.NativeText)
            hint = hint.format(name=technique.name, keys=shown)
            habit = next((each for each in self._favourites.all if each.technique.id == technique.id), None)
            button.setToolTip(f"{hint}\n{habit_words(habit)}" if habit else hint)

    def _detail(self, technique: Technique, seconds: int, *, likely: bool = False) -> str:
        whole = self.tr("often") if likely else self.tr("{n} min").format(n=seconds // 60)
        time = clock_text(seconds) if technique.id == self._running else whole
        return f"{time} · {technique.code or self.tr('no code')}"

    def _place(self) -> None:
        fitting = self._fitting()
        for key in self._shown:
            self.row.button(key).setVisible(key in fitting)
        self.row.setGeometry(0, 0, min(self.width(), self.row.sizeHint().width()), self.height())

    def _fitting(self) -> list[str]:
        room = self.width() - self._rest_width
        if self._running:
            room -= self._width(self._running)
        fitting = []
        for key in self._shown:
            width = 0 if key == self._running else self._width(key)
            if width > room:
                break  # the order stays: what comes after one that does not fit is in the menu too
            room -= width
            fitting.append(key)
        if self._running and self._running not in fitting:
            fitting.append(self._running)
        return fitting

    def _width(self, key: str) -> int:
        return self.row.button(key).sizeHint().width()

    def _behind(self) -> list[Technique]:
        """What the menu offers: what is no treatment, those that do not fit, likely first, then those not usual."""
        hidden = [each for key, each in self._shown.items() if not self.row.button(key).isVisibleTo(self.row)]
        unusual = (technique for technique in self._all if technique.id not in self._shown)
        return sorted((*hidden, *unusual), key=attrgetter("hands_on"))

    @Slot(str)
    def _choose(self, key: str) -> None:
        if key != self._running:
            self.technique_chosen.emit(self._shown[key])

    @Slot()
    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        given = {each.technique.id: each for each in self._favourites.all}
        behind = self._behind()
        treatment = next((each for each in behind if each.hands_on), None)
        for technique in behind:
            if technique is treatment:
                menu.addSeparator()
            if technique.id in given:
                words = self.tr("{name}, {given} of {of} visits")
                habit = given[technique.id]
                words = words.format(name=technique.name, given=habit.given, of=habit.of)
            else:
                words = technique.name
            menu.addAction(words).setData(technique.id)
        menu.triggered.connect(self._choose_from_menu)
        menu.popup(self.row.mapToGlobal(QPoint(self.row.width() - self._rest_width, self.row.height())))

    @Slot(QAction)
    def _choose_from_menu(self, action: QAction) -> None:
        chosen = next((technique for technique in self._behind() if technique.id == action.data()), None)
        if chosen is not None:
            self.technique_chosen.emit(chosen)
