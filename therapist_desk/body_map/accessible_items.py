"""The items of the map's lists for screen readers: marks, ghosts of the last visit, badges, regions."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QAccessible, QAccessibleActionInterface

from therapist_desk.body_map.accessible_part import AccessibleItem, AccessiblePart, Interface, PartGrade
from therapist_desk.body_map.badges import DrawnBadge
from therapist_desk.body_map.mark_layer import DrawnMark
from therapist_desk.body_map.widget import BodyMap
from therapist_desk.domain.anatomy import RegionRef
from therapist_desk.domain.atlas import Region
from therapist_desk.domain.mark import Scale
from therapist_desk.domain.review import Verdict

_PRESS: Final = QAccessibleActionInterface.pressAction()
_FOCUS: Final = QAccessibleActionInterface.setFocusAction()
_MORE: Final = QAccessibleActionInterface.increaseAction()
_LESS: Final = QAccessibleActionInterface.decreaseAction()
_DELETE: Final = "Delete"
_VERDICTS: Final[Mapping[str, Verdict]] = MappingProxyType(
    {verdict.name.capitalize(): verdict for verdict in Verdict}
)


class AccessibleMark(AccessibleItem):
    """A mark: opened by a press, graded by its value, deleted."""

    def __init__(self, body_map: BodyMap, listed: AccessiblePart, mark_id: str) -> None:
        super().__init__(body_map, listed)
        self._id = mark_id
        self._grade = PartGrade(self)

    def isValid(self) -> bool:  # noqa: N802 - Qt's name
        return self._drawn() is not None

    def name(self, body_map: BodyMap) -> str:
        drawn = self._drawn()
        return "" if drawn is None else body_map.words_of(drawn.mark)

    def bounds(self, _body_map: BodyMap) -> QRectF:
        drawn = self._drawn()
        return QRectF() if drawn is None else drawn.symbol_rect

    def is_selected(self, body_map: BodyMap) -> bool:
        return self._id in body_map.selection

    def is_focused(self, body_map: BodyMap) -> bool:
        return self._id == body_map.attended

    def offered(self) -> Mapping[QAccessible.InterfaceType, Interface]:
        graded = {} if self.scale() is None else {QAccessible.InterfaceType.ValueInterface: self._grade}
        return {**super().offered(), **graded}

    def actions(self) -> Mapping[str, str]:
        body_map = self.map
        if body_map is None:
            return {}
        words = {_PRESS: _tr("Open"), _FOCUS: _tr("Select")}
        if self.scale() is not None:
            words |= {_MORE: _tr("One grade more"), _LESS: _tr("One grade less")}
        return words if body_map.read_only else words | {_DELETE: _tr("Delete")}

    def do(self, action: str) -> None:
        body_map = self.map
        if body_map is None:
            return
        if action in {_MORE, _LESS}:
            self._step(1 if action == _MORE else -1)
        elif action == _DELETE:
            body_map.mark_deleted.emit(self._id)
        else:
            body_map.choose(self._id)
            if action == _PRESS:
                body_map.mark_clicked.emit(self._id)

    def scale(self) -> Scale | None:
        body_map, drawn = self.map, self._drawn()
        return None if body_map is None or drawn is None or body_map.read_only else drawn.mark.scale

    def grade(self) -> int | None:
        drawn = self._drawn()
        if drawn is None:
            return None
        return drawn.mark.before if drawn.mark.after is None else drawn.mark.after

    def set_grade(self, grade: int) -> None:
        body_map = self.map
        if body_map is not None:
            body_map.grade_typed.emit(self._id, grade)

    def _step(self, by: int) -> None:
        scale, grade = self.scale(), self.grade()
        wanted = by if grade is None else grade + by
        if scale is not None and scale.holds(wanted):
            self.set_grade(wanted)

    def _drawn(self) -> DrawnMark | None:
        body_map = self.map
        return None if body_map is None else body_map.mark_layer().find(self._id)


class AccessibleGhost(AccessibleItem):
    """A finding of the last visit that nobody has reviewed yet, with an action for each answer."""

    def __init__(self, body_map: BodyMap, listed: AccessiblePart, ghost_id: str) -> None:
        super().__init__(body_map, listed)
        self._id = ghost_id

    def isValid(self) -> bool:  # noqa: N802 - Qt's name
        return self._drawn() is not None

    def name(self, body_map: BodyMap) -> str:
        drawn = self._drawn()
        return "" if drawn is None else body_map.ghost_words(drawn.mark)

    def bounds(self, _body_map: BodyMap) -> QRectF:
        drawn = self._drawn()
        return QRectF() if drawn is None else drawn.symbol_rect

    def is_selected(self, body_map: BodyMap) -> bool:
        return self._id == body_map.selected_ghost

    def actions(self) -> Mapping[str, str]:
        body_map = self.map
        if body_map is None:
            return {}
        words = {_PRESS: _tr("Open"), _FOCUS: _tr("Select")}
        answers = {
            Verdict.BETTER: _tr("Better"),
            Verdict.SAME: _tr("Same"),
            Verdict.WORSE: _tr("Worse"),
            Verdict.RESOLVED: _tr("Resolved"),
        }
        if body_map.read_only:
            return words
        return words | {name: answers[verdict] for name, verdict in _VERDICTS.items()}

    def do(self, action: str) -> None:
        body_map = self.map
        if body_map is None:
            return
        body_map.choose_ghost(self._id)
        if action in _VERDICTS:
            body_map.review_selected(_VERDICTS[action])
        elif action == _PRESS:
            body_map.ghost_clicked.emit(self._id)

    def _drawn(self) -> DrawnMark | None:
        body_map = self.map
        return None if body_map is None else body_map.ghost_layer().find(self._id)


class AccessibleBadge(AccessibleItem):
    """A badge that counts what is marked on another picture: a press opens that picture."""

    def __init__(self, body_map: BodyMap, listed: AccessiblePart, key: tuple[str, bool]) -> None:
        super().__init__(body_map, listed)
        self._key = key

    def isValid(self) -> bool:  # noqa: N802 - Qt's name
        return self._badge() is not None

    def name(self, _body_map: BodyMap) -> str:
        badge = self._badge()
        return "" if badge is None else badge.words

    def bounds(self, _body_map: BodyMap) -> QRectF:
        badge = self._badge()
        return QRectF() if badge is None else badge.rect

    def actions(self) -> Mapping[str, str]:
        return {_PRESS: _tr("Open")}

    def do(self, _action: str) -> None:
        body_map, badge = self.map, self._badge()
        if body_map is not None and badge is not None:
            body_map.follow(badge)

    def _badge(self) -> DrawnBadge | None:
        body_map = self.map
        return None if body_map is None else body_map.badge(self._key)


class AccessibleRegion(AccessibleItem):
    """A region of the view: a press marks it with the kind in the hand, or walks to it where there is none."""

    def __init__(self, body_map: BodyMap, listed: AccessiblePart, ref: RegionRef) -> None:
        super().__init__(body_map, listed)
        self._region_ref = ref

    def isValid(self) -> bool:  # noqa: N802 - Qt's name
        return self._region() is not None

    def name(self, _body_map: BodyMap) -> str:
        return self._region_ref.words

    def described(self, body_map: BodyMap) -> str:
        return "; ".join(
            body_map.words_of(drawn.mark)
            for drawn in body_map.drawn_marks()
            if self._region_ref in drawn.mark.regions
        )

    def bounds(self, body_map: BodyMap) -> QRectF:
        region = self._region()
        return QRectF() if region is None else body_map.outline_of(region).boundingRect()

    def is_selected(self, body_map: BodyMap) -> bool:
        walked = body_map.walked_region
        return walked is not None and walked.ref == self._region_ref

    def actions(self) -> Mapping[str, str]:
        body_map = self.map
        if body_map is None:
            return {}
        marks = body_map.kind is not None and not body_map.read_only
        return {_PRESS: _tr("Mark here") if marks else _tr("Go here"), _FOCUS: _tr("Go here")}

    def do(self, action: str) -> None:
        body_map, region = self.map, self._region()
        if body_map is None or region is None:
            return
        body_map.walk_to(region)
        if action == _PRESS and body_map.kind is not None and not body_map.read_only:
            body_map.click(region.anchor)

    def _region(self) -> Region | None:
        body_map = self.map
        return None if body_map is None else body_map.figure_view.find(self._region_ref.region, self._region_ref.side)


def _tr(words: str) -> str:
    return QCoreApplication.translate("BodyMap", words)
