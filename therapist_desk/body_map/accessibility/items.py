"""The items of the map's lists for screen readers that are findings: marks, their referrals, the last visit's."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QAccessible, QAccessibleActionInterface

from therapist_desk.body_map.accessibility.part import AccessibleItem, AccessiblePart, Interface, PartGrade
from therapist_desk.body_map.marks.drawn_mark import DrawnMark
from therapist_desk.body_map.marks.referrals import DrawnReferral, ReferralEnd
from therapist_desk.body_map.widget import BodyMap
from therapist_desk.domain.findings.mark import Area, Scale, WholeRegion
from therapist_desk.domain.findings.review import Verdict

_PRESS: Final = QAccessibleActionInterface.pressAction()
_FOCUS: Final = QAccessibleActionInterface.setFocusAction()
_MORE: Final = QAccessibleActionInterface.increaseAction()
_LESS: Final = QAccessibleActionInterface.decreaseAction()
_DELETE: Final = "Delete"
_ALSO: Final = "Select also"
_MIRROR: Final = "Mirror"
_FAR: Final = 100  # tenths of a unit: as with Shift and an arrow key
_WAYS: Final[Mapping[str, tuple[int, int]]] = MappingProxyType(
    {"Move up": (0, -1), "Move down": (0, 1), "Move left": (-1, 0), "Move right": (1, 0)}
)
_VERDICTS: Final[Mapping[str, Verdict]] = MappingProxyType(
    {verdict.name.capitalize(): verdict for verdict in Verdict}
)


class AccessibleMark(AccessibleItem):
    """A mark: opened by a press, graded by its value, selected beside others, moved, mirrored, deleted."""

    def __init__(self, body_map: BodyMap, listed: AccessiblePart, mark_id: str) -> None:
        super().__init__(body_map, listed)
        self._id = mark_id
        self._grade = PartGrade(self)

    def isValid(self) -> bool:
        return self._drawn() is not None

    def name(self, body_map: BodyMap) -> str:
        drawn = self._drawn()
        return "" if drawn is None else body_map.words_of(drawn.mark)

    def described(self, _body_map: BodyMap) -> str:
        drawn = self._drawn()
        if drawn is None:
            return ""
        mark, words = drawn.mark, []
        if isinstance(mark.shape, Area):
            words.append(_tr("drawn area"))
        elif isinstance(mark.shape, WholeRegion):
            words.append(_tr("whole region"))
        words += [_tr("refers to {region}").format(region=ref.words) for ref in mark.refers_to]
        return ", ".join(words)

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
        body_map, drawn = self.map, self._drawn()
        if body_map is None or drawn is None:
            return {}
        words = {_PRESS: _tr("Open"), _FOCUS: _tr("Select")}
        if body_map.read_only:
            return words
        words[_ALSO] = _tr("Select no longer") if self._id in body_map.selection else _tr("Select also")
        if self.scale() is not None:
            words |= {_MORE: _tr("One grade more"), _LESS: _tr("One grade less")}
        if not isinstance(drawn.mark.shape, WholeRegion):
            words |= _ways()
        return words | {_MIRROR: _tr("Copy to the other side"), _DELETE: _tr("Delete")}

    def do(self, action: str) -> None:
        body_map = self.map
        if body_map is None:
            return
        if action in {_MORE, _LESS}:
            self._step(1 if action == _MORE else -1)
        elif action == _DELETE:
            body_map.mark_deleted.emit(self._id)
        elif action == _ALSO:
            body_map.choose_also(self._id)
        elif action == _MIRROR:
            body_map.mirror_wanted.emit((self._id,))
        elif action in _WAYS:
            body_map.choose(self._id)
            body_map.go(*_WAYS[action], _FAR)
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


class AccessibleReferral(AccessibleItem):
    """The far end of a referral: moved from region to region, taken away; a press opens its mark."""

    def __init__(self, body_map: BodyMap, listed: AccessiblePart, end: ReferralEnd) -> None:
        super().__init__(body_map, listed)
        self._end = end

    def isValid(self) -> bool:
        return self._referral() is not None

    def name(self, body_map: BodyMap) -> str:
        referral = self._referral()
        return "" if referral is None else body_map.ends.words_of(referral)

    def bounds(self, _body_map: BodyMap) -> QRectF:
        referral = self._referral()
        return QRectF() if referral is None else referral.end_rect

    def is_selected(self, body_map: BodyMap) -> bool:
        chosen = body_map.ends.chosen
        return chosen is not None and chosen.end == self._end

    def actions(self) -> Mapping[str, str]:
        body_map = self.map
        if body_map is None:
            return {}
        words = {_PRESS: _tr("Open the mark"), _FOCUS: _tr("Select")}
        return words if body_map.read_only else {**words, **_ways(), _DELETE: _tr("Delete")}

    def do(self, action: str) -> None:
        body_map = self.map
        if body_map is None:
            return
        body_map.ends.choose(self._end)
        if action == _PRESS:
            body_map.mark_clicked.emit(self._end.mark_id)
        elif action == _DELETE:
            body_map.ends.remove()
        elif action in _WAYS:
            body_map.ends.walk(*_WAYS[action], 1)

    def _referral(self) -> DrawnReferral | None:
        body_map = self.map
        return None if body_map is None else body_map.ends.find(self._end)


class AccessibleGhost(AccessibleItem):
    """A finding of the last visit that nobody has reviewed yet, with an action for each answer."""

    def __init__(self, body_map: BodyMap, listed: AccessiblePart, ghost_id: str) -> None:
        super().__init__(body_map, listed)
        self._id = ghost_id

    def isValid(self) -> bool:
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


def _ways() -> dict[str, str]:
    words = (_tr("Move up"), _tr("Move down"), _tr("Move left"), _tr("Move right"))
    return dict(zip(_WAYS, words, strict=True))


def _tr(words: str) -> str:
    return QCoreApplication.translate("BodyMap", words)
