"""What the map, the list and the popover ask for, done as commands that can be undone. Knows no widgets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from therapist_desk.body_map.placed_mark import PlacedMark
from therapist_desk.domain.anatomy import RegionRef
from therapist_desk.domain.atlas import Atlas, AtlasDamagedError, CloseupMissingError
from therapist_desk.domain.atlas.carry import carried_by
from therapist_desk.domain.atlas.place import mirrored, opposite
from therapist_desk.domain.findings.mark import Mark, Shape
from therapist_desk.domain.ids import MarkId
from therapist_desk.domain.session.timer import TimerState
from therapist_desk.services.desk import new_id
from therapist_desk.ui.visit.commands import change_mark, change_marks, delete_mark, delete_marks
from therapist_desk.ui.visit.map.grading import Grading, graded, grading_for, takes
from therapist_desk.ui.visit.session import VisitSession
from therapist_desk.ui.visit.wording import kind_name, place_title, scale_words, sight_name


class MarkEditor(QObject):
    """Changes marks. `grading` says which of the two grades a digit sets; it turns to After once the timer stops."""

    mark_added = Signal(str)
    move_refused = Signal()
    grading_changed = Signal(object)  # Grading
    said = Signal(str)

    def __init__(self, session: VisitSession, atlas: Atlas, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._atlas = atlas
        self._state: TimerState | None = None
        self.grading = Grading.BEFORE
        session.opened.connect(self._begin)
        session.timed.connect(self._follow_timer)

    @Slot(object)
    def set_grading(self, grading: Grading) -> None:
        """Choose which grade digits set."""
        self.grading = grading
        self.grading_changed.emit(grading)

    def first_without(self, grading: Grading) -> Mark | None:
        """The first mark whose scale has a grade that nobody has given yet."""
        marks = (mark for mark in self._session.visit.marks if mark.scale is not None)
        if grading is Grading.AFTER:
            return next((mark for mark in marks if mark.wants_after), None)
        return next((mark for mark in marks if mark.before is None), None)

    @Slot(object)
    def place(self, placed: PlacedMark) -> None:
        """Add what was placed on the map."""
        if self._session.locked:
            return
        mark = Mark(
            id=MarkId(new_id()),
            kind=placed.kind,
            figure=placed.figure,
            atlas_version=placed.atlas_version,
            view=placed.view,
            closeup=placed.closeup,
            shape=placed.shape,
            regions=placed.regions,
            direction=placed.direction,
        )
        change_mark(self._session, mark)
        self.mark_added.emit(mark.id)

    @Slot(str, object, object)
    def move(self, mark_id: str, shape: Shape, regions: tuple[RegionRef, ...]) -> None:
        """Put a mark elsewhere on the visit's figure."""
        mark = self._session.mark(mark_id)
        if mark is None or self._session.locked:
            self.move_refused.emit()
            return
        moved = replace(
            mark,
            shape=shape,
            regions=regions,
            figure=self._session.visit.figure if mark.closeup is None else mark.figure,
            atlas_version=self._atlas.version,
        )
        change_mark(self._session, moved)

    @Slot(object, bool)
    def change(self, mark: Mark, typing: bool) -> None:  # noqa: FBT001 - a signal's argument
        """Keep a mark as the popover has changed it."""
        change_mark(self._session, mark, typing=typing)

    @Slot(str, int)
    def grade(self, mark_id: str, grade: int) -> None:
        """Set the grade that `grading` means."""
        mark = self._session.mark(mark_id)
        if mark is not None:
            change_mark(self._session, graded(mark, self.grading, grade))

    @Slot(object, int)
    def grade_all(self, mark_ids: tuple[str, ...], grade: int) -> None:
        """Set that grade on all these marks in one step; says so where a scale does not have it."""
        marks = [mark for mark in map(self._session.mark, mark_ids) if mark is not None]
        fitting = [mark for mark in marks if takes(mark, grade)]
        change_marks(self._session, [graded(mark, self.grading, grade) for mark in fitting], self.tr("graded marks"))
        words = self.tr("{grade} set on {count} of {all} marks")
        self.said.emit(words.format(grade=grade, count=len(fitting), all=len(marks)))

    @Slot(str)
    def delete(self, mark_id: str) -> None:
        """Take a mark off."""
        delete_mark(self._session, mark_id)

    @Slot(str, int)
    def set_direction(self, mark_id: str, direction: int) -> None:
        """Set the way a restriction is stuck."""
        mark = self._session.mark(mark_id)
        if mark is not None:
            change_mark(self._session, replace(mark, direction=direction))

    @Slot(str, object)
    def refer(self, mark_id: str, regions: tuple[RegionRef, ...]) -> None:
        """Set all that a mark refers to."""
        mark = self._session.mark(mark_id)
        if mark is not None:
            change_mark(self._session, replace(mark, refers_to=regions))

    @Slot(str, object)
    def walk_referral(self, mark_id: str, regions: tuple[RegionRef, ...]) -> None:
        """Set the same by one of many keys, which together are one step to undo."""
        mark = self._session.mark(mark_id)
        if mark is not None:
            change_mark(self._session, replace(mark, refers_to=regions), typing=True)

    @Slot(object)
    def delete_all(self, mark_ids: tuple[str, ...]) -> None:
        """Take several marks off in one step."""
        delete_marks(self._session, mark_ids)

    @Slot(object)
    def move_all(self, moved: tuple[Mark, ...]) -> None:
        """Put several marks elsewhere in one step."""
        change_marks(self._session, moved, self.tr("moved marks"))

    @Slot(object)
    def mirror(self, mark_ids: tuple[str, ...]) -> None:
        """Copy marks to the client's other side, in one step; says so where a mark has none."""
        marks = [mark for mark in map(self._session.mark, mark_ids) if mark is not None]
        try:
            copies = [copy for copy in map(self._mirrored, marks) if copy is not None]
        except (AtlasDamagedError, CloseupMissingError) as problem:
            self._session.trouble.emit(problem)
            return
        change_marks(self._session, copies, self.tr("copy to the other side"))
        if len(copies) < len(marks):
            self.said.emit(self.tr("A mark in the midline has no other side"))
        elif copies:
            self._say_copied(copies)

    @Slot()
    def say_missed(self) -> None:
        """Say that a click beside the body marked nothing."""
        self.said.emit(self.tr("That is beside the body: nothing was marked"))

    @Slot()
    def say_unmovable(self) -> None:
        """Say what arrow keys do for a whole region."""
        self.said.emit(self.tr("A whole region stays where it is: Ctrl+Shift+arrow adds the next one"))

    @Slot()
    def say_unspreadable(self) -> None:
        """Say which marks take another region."""
        self.said.emit(self.tr("Only a mark of whole regions (R) takes another one; arrow keys move this mark"))

    @Slot(str, int)
    def say_refused(self, mark_id: str, _digit: int) -> None:
        """Say what a mark's scale has, after a digit that it has not."""
        mark = self._session.mark(mark_id)
        if mark is None:
            return
        if mark.scale is None:
            self.said.emit(self.tr("{kind} has no grade").format(kind=kind_name(mark.kind)))
        else:
            words = self.tr("{place}: {scale}")
            self.said.emit(words.format(place=place_title(mark), scale=scale_words(mark.kind)))

    def _mirrored(self, mark: Mark) -> Mark | None:
        figure = self._session.visit.figure
        here = carried_by(self._atlas, mark, self._atlas.picture(figure, mark.sight))
        return mirrored(here, self._atlas.picture(figure, opposite(mark.sight)), MarkId(new_id()))

    def _say_copied(self, copies: Sequence[Mark]) -> None:
        there = copies[0].closeup
        if there is not None and there.across != there and all(copy.closeup == there for copy in copies):
            self.said.emit(self.tr("Copied to the {picture}").format(picture=sight_name(there)))
        else:
            self.said.emit(self.tr("Copied to the other side"))

    @Slot()
    def _begin(self) -> None:
        self._state = None
        self._follow_timer()

    @Slot()
    def _follow_timer(self) -> None:
        state = self._session.reading().state
        if state is not self._state:
            self._state = state
            self.set_grading(grading_for(state, self._session.visit.marks))
