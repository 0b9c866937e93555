"""The items of the map's lists for screen readers that are places: regions, and badges of other pictures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QAccessibleActionInterface

from therapist_desk.body_map.accessibility.part import AccessibleItem, AccessiblePart
from therapist_desk.body_map.marks.badges import DrawnBadge
from therapist_desk.body_map.widget import BodyMap
from therapist_desk.domain.anatomy import RegionRef
from therapist_desk.domain.atlas import Region

_PRESS: Final = QAccessibleActionInterface.pressAction()
_FOCUS: Final = QAccessibleActionInterface.setFocusAction()
_ADD: Final = "Add"
_REFER: Final = "Refer here"


class AccessibleRegion(AccessibleItem):
    """A region of the view: a press marks it with the kind in the hand, or walks to it where there is none."""

    def __init__(self, body_map: BodyMap, listed: AccessiblePart, ref: RegionRef) -> None:
        super().__init__(body_map, listed)
        self._region_ref = ref

    def isValid(self) -> bool:
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
        words = {_PRESS: _tr("Mark here") if marks else _tr("Go here"), _FOCUS: _tr("Go here")}
        covering = body_map.takes_regions
        if covering is not None:
            taken = self._region_ref in covering.regions
            words[_ADD] = _tr("Take out of the selected mark") if taken else _tr("Add to the selected mark")
        if body_map.referring is not None:
            words[_REFER] = _tr("The selected mark refers here")
        return words

    def do(self, action: str) -> None:
        body_map, region = self.map, self._region()
        if body_map is None or region is None:
            return
        referring = body_map.referring
        if action == _ADD:
            body_map.toggle_region(region)
            return
        if action == _REFER and referring is not None:
            body_map.ask_to_refer(referring, region.ref)
            return
        body_map.walk_to(region)
        if action == _PRESS and body_map.kind is not None and not body_map.read_only:
            body_map.click(region.anchor)

    def _region(self) -> Region | None:
        body_map = self.map
        return None if body_map is None else body_map.figure_view.find(self._region_ref.region, self._region_ref.side)


class AccessibleBadge(AccessibleItem):
    """A badge that counts what is marked on another picture: a press opens that picture."""

    def __init__(self, body_map: BodyMap, listed: AccessiblePart, key: tuple[str, bool]) -> None:
        super().__init__(body_map, listed)
        self._key = key

    def isValid(self) -> bool:
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


def _tr(words: str) -> str:
    return QCoreApplication.translate("BodyMap", words)
