"""The left half of the visit screen: the body map with its tools, its list and the popover of a mark."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from therapist_desk.body_map.accessibility.reader import install_accessibility
from therapist_desk.body_map.figure.view_transform import Framing
from therapist_desk.body_map.widget import BodyMap
from therapist_desk.domain.atlas import Atlas, Sight
from therapist_desk.domain.findings.mark import MarkKind
from therapist_desk.domain.ids import VisitId
from therapist_desk.ui.kit.layouts import column, row
from therapist_desk.ui.theme.tokens import SizeClass
from therapist_desk.ui.visit.map.find_on_map import FindOnMap
from therapist_desk.ui.visit.map.first_look import first_view, wants_whole
from therapist_desk.ui.visit.map.ghost_popover import GhostPopover
from therapist_desk.ui.visit.map.ghost_review import GhostReview
from therapist_desk.ui.visit.map.grade_popover import GradePopover
from therapist_desk.ui.visit.map.grading import Grading
from therapist_desk.ui.visit.map.layer_chips import layers_under
from therapist_desk.ui.visit.map.legend import Legend
from therapist_desk.ui.visit.map.mark_editor import MarkEditor
from therapist_desk.ui.visit.map.mark_list import MarkList
from therapist_desk.ui.visit.map.mark_menu import MarkMenu
from therapist_desk.ui.visit.map.region_finder import RegionFinder
from therapist_desk.ui.visit.map.tool_palette import ToolPalette
from therapist_desk.ui.visit.map.toolbar import TYPICAL_KEY, MapToolbar
from therapist_desk.ui.visit.session import VisitSession
from therapist_desk.ui.visit.wording import spoken, spoken_ghost

_WIDTH = 616
_WIDTH_COMPACT = 480
_MAP_LEAST = 180
_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class MapPanel(QFrame):
    """Shows the marks of the visit on the map and in the list; what is asked for goes to the editor."""

    mark_selected = Signal(str)
    popover_opening = Signal(object)
    """The Mark of which the popover is about to be shown."""

    def __init__(self, session: VisitSession, atlas: Atlas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._session = session
        self._atlas = atlas
        self.editor = MarkEditor(session, atlas, self)
        self._widened = False
        self._shown: VisitId | None = None
        self._places: dict[VisitId, Sight] = {}
        self.toolbar = MapToolbar(session.undo_stack)
        self.palette_column = ToolPalette()
        install_accessibility()
        self.map = BodyMap(atlas)
        self.map.set_describe(spoken, spoken_ghost)
        self.map.setObjectName("map")
        self.map.setAccessibleName(self.tr("Body map"))
        self.map.setMinimumWidth(_MAP_LEAST)  # beside the list of a compact window
        self.legend = Legend()
        self.list = MarkList()
        self.list.hide()
        self.popover = GradePopover(self)
        self.ghost_popover = GhostPopover(self)
        self.review = GhostReview(session, atlas, self.map, self.ghost_popover)
        self.finder = RegionFinder(self)
        self.finding = FindOnMap(session, self.map, self.finder)
        self.menu = MarkMenu(self.map, self.editor, self.open_popover, self.finding.open)
        middle = row(self.palette_column, self.map, self.list, spacing=0)
        middle.setStretch(1, 1)
        self.setLayout(column(self.toolbar, middle, self.legend, spacing=0))
        self._connect_toolbar()
        self._connect_map()
        self._connect_list()
        self.editor.mark_added.connect(self.open_popover)
        self.editor.move_refused.connect(self._show_marks)
        self.editor.said.connect(self.legend.say)
        self.editor.grading_changed.connect(self._show_grading)
        self.popover.mark_changed.connect(self.editor.change)
        self.popover.delete_wanted.connect(self.editor.delete)
        self.popover.closed.connect(self._come_back)
        # Later: the popover's own press may open another first, which then comes before the next review.
        self.popover.closed.connect(self.review.go_on, Qt.ConnectionType.QueuedConnection)
        self.popover.referral_wanted.connect(self.finding.open_for_referral)
        self.finding.referred.connect(self.open_popover)
        self.ghost_popover.closed.connect(self._come_back)
        self.review.count_changed.connect(self.legend.show_to_review)
        self.review.grade_wanted.connect(self._ask_grade)
        self.review.count_changed.connect(self.list.show_to_review)
        for link in (self.legend.to_review, self.list.to_review):
            link.clicked.connect(self.review.select_next)
        session.opened.connect(self._open)
        session.marked.connect(self._show_marks)
        self.toolbar.show_sight(self.map.sight)
        self.use(SizeClass.REGULAR)

    def use(self, size: SizeClass) -> None:
        """Take the room of this size class."""
        compact = size is SizeClass.COMPACT
        self.setFixedWidth(_WIDTH_COMPACT if compact else _WIDTH)
        self.toolbar.use(size)
        self.palette_column.use(size)
        self.legend.use(size)
        self.list.use(compact=compact)

    def select(self, mark_id: str) -> None:
        """Select a mark here and in the list, without saying so."""
        self.map.select(mark_id)
        self.list.view.choose(mark_id)

    def lead_to(self, mark_id: str) -> None:
        """Turn to a mark and select it."""
        if self._session.mark(mark_id) is not None:
            self._select(mark_id)

    def focus_first_without(self, grading: Grading) -> None:
        """Open the list at the first mark that lacks this grade."""
        self.editor.set_grading(grading)
        self.toolbar.list.setChecked(True)
        wanted = self.editor.first_without(grading)
        if wanted is not None:
            self._select(wanted.id)
        self.list.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        plain = not event.modifiers() & _COMMAND
        if key == Qt.Key.Key_Slash:
            self.finding.open()
        elif key == Qt.Key.Key_C and plain:
            self.toolbar.closeups.open_menu()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.map.selected:
                self.open_popover(self.map.selected)
            else:
                self.finding.open()
        elif event.key() == Qt.Key.Key_M and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.map.mirror_selected()
        elif event.text().upper() == TYPICAL_KEY and plain:
            self.toolbar.typical.toggle()
        elif event.text().upper() in {"V", "R", *MarkKind} and plain:
            self._take_key(event.text().upper())
        else:
            super().keyPressEvent(event)

    @Slot(str)
    def open_popover(self, mark_id: str) -> None:
        """Open the popover of a mark, beside it."""
        self._open_popover(mark_id)

    @Slot(str)
    def _ask_grade(self, mark_id: str) -> None:
        self._open_popover(mark_id, grade_alone=True)

    def _open_popover(self, mark_id: str, *, grade_alone: bool = False) -> None:
        mark = self._session.mark(mark_id)
        if mark is None or self._session.locked:
            return
        self._select(mark_id)
        place = self.map.graded_screen_rect(mark_id)
        if place.isEmpty():
            place = QRect(self.map.rect().center(), self.map.rect().center())
        on_screen = QRect(self.map.mapToGlobal(place.topLeft()), place.size())
        self.popover.offer_layers(layers_under(mark, self._atlas))
        self.popover_opening.emit(mark)
        bounds, grading = self._popover_bounds(), self.editor.grading
        self.popover.open_at(mark, on_screen, bounds, grading, grade_alone=grade_alone)

    def _popover_bounds(self) -> QRect:
        """As high as this panel and as wide as the window: beside the map it may hang over the note."""
        window = self.window().geometry()
        bounds = QRect(self.mapToGlobal(QPoint(0, 0)), self.size())
        bounds.setLeft(window.left())
        bounds.setRight(window.right())
        return bounds.intersected(self.screen().availableGeometry())

    def _connect_toolbar(self) -> None:
        self.toolbar.sight_chosen.connect(self._turn)
        self.toolbar.zoom_in_wanted.connect(self.map.zoom_in)
        self.toolbar.zoom_out_wanted.connect(self.map.zoom_out)
        self.toolbar.whole_wanted.connect(self.map.show_whole)
        self.toolbar.upper_wanted.connect(self.map.show_upper_body)
        self.toolbar.list_toggled.connect(self._toggle_list)

    def _connect_map(self) -> None:
        self.palette_column.kind_chosen.connect(self._take_tool)
        self.palette_column.walked.connect(self.map.set_kind)
        self.palette_column.whole_regions_wanted.connect(self._take_region_tool)
        self.map.whole_regions_changed.connect(self._show_whole_regions)
        self.map.direction_drawn.connect(self.editor.set_direction)
        self.map.referral_drawn.connect(self.editor.refer)
        self.map.referral_walked.connect(self.editor.walk_referral)
        self.map.marks_deleted.connect(self.editor.delete_all)
        self.map.marks_moved.connect(self.editor.move_all)
        for wanted in (self.map.mirror_wanted, self.popover.mirror_wanted):
            wanted.connect(self.editor.mirror)
        self.map.kind_changed.connect(self._show_kind)
        self.map.view_changed.connect(self._turned)
        self.map.zoom_changed.connect(self._show_zoom)
        self.map.region_hovered.connect(self.legend.show_region)
        self.review.asked.connect(self.legend.show_asked)
        self.map.cross_hair_changed.connect(self.legend.show_cross_hair)
        self.map.missed.connect(self.editor.say_missed)
        self.map.unmovable.connect(self.editor.say_unmovable)
        self.map.unspreadable.connect(self.editor.say_unspreadable)
        self.map.trouble.connect(self._session.trouble)
        self.map.mark_placed.connect(self.editor.place)
        self.map.mark_moved.connect(self.editor.move)
        self.map.mark_selected.connect(self._choose_on_map)
        self.map.mark_deleted.connect(self.editor.delete)
        self.map.grade_typed.connect(self.editor.grade)
        self.map.marks_graded.connect(self.editor.grade_all)
        self.map.grade_refused.connect(self.editor.say_refused)
        self.map.mark_clicked.connect(self.open_popover)
        self.legend.grading_chosen.connect(self.editor.set_grading)

    def _connect_list(self) -> None:
        view = self.list.view
        view.mark_chosen.connect(self._choose_in_list)
        view.grade_typed.connect(self.editor.grade)
        view.grade_refused.connect(self.editor.say_refused)
        view.mark_deleted.connect(self.editor.delete)
        view.mark_opened.connect(self.open_popover)

    # What was read or changed

    @Slot()
    def _open(self) -> None:
        visit, locked = self._session.visit, self._session.locked
        self.map.set_figure(visit.figure)
        self._tell_problem()
        if visit.id != self._shown:
            self._shown = visit.id
            known = visit.marks or (self._session.file.last.marks if self._session.file.last else ())
            sight = self._places.get(visit.id) or first_view(known)
            self.map.set_view(sight)
            self.map.select("")
            if wants_whole(known, self.map.view):
                self.map.show_whole()
            elif not self.list.isVisibleTo(self):
                self.map.show_upper_body()
        self.palette_column.setEnabled(not locked)
        self.legend.set_locked(locked=locked)
        self.map.set_read_only(read_only=locked)
        self._show_marks()

    @Slot()
    def _show_marks(self) -> None:
        marks, selected = self._session.visit.marks, self.map.selected
        self.map.set_marks(marks)
        self.list.view.marks.show(marks)
        self.list.view.choose(self.map.selected)
        self.toolbar.show_count(len(marks))
        self.toolbar.closeups.show_marks(marks)
        if selected and not self.map.selected:
            self.mark_selected.emit("")
        shown = self.popover.mark
        if shown is not None and self.popover.isVisible():
            now = self._session.mark(shown.id)
            if now is not None:
                self.popover.show_mark(now)

    @Slot(object)
    def _show_grading(self, grading: Grading) -> None:
        self.legend.show_grading(grading)
        self.list.show_grading(grading)

    # What is chosen

    @Slot(str)
    def _choose_on_map(self, mark_id: str) -> None:
        self.list.view.choose(mark_id)
        self.mark_selected.emit(mark_id)

    @Slot(str)
    def _choose_in_list(self, mark_id: str) -> None:
        self.map.select(mark_id)
        self.mark_selected.emit(mark_id)

    def _select(self, mark_id: str) -> None:
        self.select(mark_id)
        self.mark_selected.emit(mark_id)

    # Smaller things

    @Slot(object)
    def _turn(self, sight: Sight) -> None:
        self.map.set_view(sight)
        self.map.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _turned(self, sight: Sight) -> None:
        self.toolbar.show_sight(sight)
        self._tell_problem()
        if self._shown is not None:
            self._places[self._shown] = sight

    def _tell_problem(self) -> None:
        if self.map.problem is not None:
            self._session.trouble.emit(self.map.problem)

    @Slot(object)
    def _take_tool(self, kind: MarkKind | None) -> None:
        self.map.set_kind(kind)
        self.map.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _show_kind(self, kind: MarkKind | None) -> None:
        self.palette_column.show_kind(kind)
        self.legend.show_kind(kind)

    @Slot(bool)
    def _take_region_tool(self, whole: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.map.set_whole_regions(whole=whole)
        self.map.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(bool)
    def _show_whole_regions(self, whole: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.palette_column.show_whole_regions(whole=whole)
        self.legend.show_whole_regions(whole=whole)

    def _take_key(self, key: str) -> None:
        if key == "R":
            self.map.set_whole_regions(whole=not self.map.whole_regions)
        else:
            self.map.set_kind(None if key == "V" else MarkKind(key))

    @Slot()
    def _show_zoom(self) -> None:
        self.toolbar.show_framing(self.map.framing)

    @Slot(bool)
    def _toggle_list(self, shown: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.list.setVisible(shown)
        # Beside the list the upper body would be cut at the shoulders.
        if shown and self.map.framing is Framing.UPPER:
            self.map.show_whole()
            self._widened = True
        elif not shown and self._widened and self.map.framing is Framing.WHOLE:
            self.map.show_upper_body()
            self._widened = False
        if shown and not self.map.selected and self._session.is_open and self._session.visit.marks:
            self._select(self._session.visit.marks[0].id)

    @Slot()
    def _come_back(self) -> None:
        if not self.list.view.hasFocus():
            self.map.setFocus(Qt.FocusReason.PopupFocusReason)
