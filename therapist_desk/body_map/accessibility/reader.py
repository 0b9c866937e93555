"""The map for screen readers: lists of its findings, of what other pictures show, its regions; and the cross-hair."""

from __future__ import annotations

from functools import cache
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QPointF
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QAccessibleStateChangeEvent
from PySide6.QtWidgets import QAccessibleWidget

from therapist_desk.body_map.accessibility.cross_hair import AccessibleCrossHair
from therapist_desk.body_map.accessibility.items import AccessibleGhost, AccessibleMark, AccessibleReferral
from therapist_desk.body_map.accessibility.lists import AccessibleList
from therapist_desk.body_map.accessibility.part import AccessiblePart
from therapist_desk.body_map.accessibility.places import AccessibleBadge, AccessibleRegion
from therapist_desk.body_map.marks.referrals import ReferralEnd
from therapist_desk.body_map.widget import BodyMap
from therapist_desk.domain.anatomy import RegionRef

_REACH = 13.0


@cache
def install_accessibility() -> None:
    """Let Qt ask here how a BodyMap presents itself. To be called before the first is shown; once is enough."""
    QAccessible.installFactory(_interface)


def _interface(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    return AccessibleMap(thing) if isinstance(thing, BodyMap) else None


class AccessibleMap(QAccessibleWidget):
    """The map as a group of lists, with the cross-hair. Qt owns it and deletes it with its widget.

    What Qt's stubs call an interface may be None, as Qt itself allows: hence Any.
    """

    def __init__(self, body_map: BodyMap) -> None:
        super().__init__(body_map, QAccessible.Role.Grouping, body_map.accessibleName())
        self._map = body_map
        self.marks = AccessibleList(body_map, _tr("Marks"), _marks_of, AccessibleMark)
        self.referrals = AccessibleList(body_map, _tr("Referrals"), _referrals_of, AccessibleReferral)
        self.ghosts = AccessibleList(body_map, _tr("Last visit, to review"), _ghosts_of, AccessibleGhost)
        self.badges = AccessibleList(body_map, _tr("On other pictures"), _badges_of, AccessibleBadge)
        self.regions = AccessibleList(body_map, _tr("Regions"), _regions_of, AccessibleRegion)
        self._lists = (self.marks, self.referrals, self.ghosts, self.badges, self.regions)
        self.cross_hair = AccessibleCrossHair(body_map)
        self._parts: tuple[AccessiblePart, ...] = (*self._lists, self.cross_hair)
        for part in self._parts:
            QAccessible.registerAccessibleInterface(part)
        # Qt holds no reference that Python counts; the widget's own lifetime is the right one.
        body_map.accessible = self

    def childCount(self) -> int:
        return len(self._parts)

    def child(self, index: int) -> Any:
        return self._parts[index] if 0 <= index < len(self._parts) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return next((index for index, part in enumerate(self._parts) if part is child), -1)

    def childAt(self, x: int, y: int) -> Any:
        at = QPointF(self._map.mapFromGlobal(QPoint(x, y)))
        badge = self._map.badge_at(at)
        if badge is not None:
            return self.badges.item(badge.key)
        drawn = self._map.mark_layer().at(at, _REACH) or self._map.mark_layer().area_at(at)
        if drawn is not None:
            return self.marks.item(drawn.mark.id)
        ghost = self._map.ghost_at(at)
        if ghost is not None:
            return self.ghosts.item(ghost.mark.id)
        region = self._map.figure_view.region_at(self._map.to_point(at), reach=0)
        return None if region is None else self.regions.item(region.ref)

    def focusChild(self) -> Any:
        walked = self._map.walked_region
        if walked is not None:
            return self.regions.item(walked.ref)
        chosen = self._map.ends.chosen
        if chosen is not None:
            return self.referrals.item(chosen.end)
        if self._map.selected_ghost in self.ghosts.keys():  # noqa: SIM118 - no dictionary
            return self.ghosts.item(self._map.selected_ghost)
        return self.marks.item(self._map.attended) if self._map.attended in self.marks.keys() else None  # noqa: SIM118

    def tell_renamed(self, mark_ids: set[str]) -> None:
        """Let screen readers know that these marks are described by other words now."""
        for mark_id in mark_ids:
            item = self.marks.known(mark_id)
            if item is not None and item.isValid():
                QAccessible.updateAccessibility(QAccessibleEvent(item, QAccessible.Event.NameChanged))

    def tell_cross_hair(self) -> None:
        """Let screen readers know that the cross-hair has come, or is away."""
        changed = QAccessible.State()
        changed.checked = True
        QAccessible.updateAccessibility(QAccessibleStateChangeEvent(self.cross_hair, changed))

    def tell_of_new_parts(self) -> None:
        """Let screen readers know that the lists have other items now."""
        for listed in self._lists:
            for event in (QAccessible.Event.ObjectHide, QAccessible.Event.ObjectShow):
                QAccessible.updateAccessibility(QAccessibleEvent(listed, event))


def _marks_of(body_map: BodyMap) -> tuple[str, ...]:
    return tuple(drawn.mark.id for drawn in body_map.drawn_marks())


def _referrals_of(body_map: BodyMap) -> tuple[ReferralEnd, ...]:
    return tuple(referral.end for referral in body_map.ends.shown)


def _ghosts_of(body_map: BodyMap) -> tuple[str, ...]:
    return tuple(drawn.mark.id for drawn in body_map.ghost_layer().drawn)


def _badges_of(body_map: BodyMap) -> tuple[tuple[str, bool], ...]:
    return tuple(badge.key for badge in body_map.badges())


def _regions_of(body_map: BodyMap) -> tuple[RegionRef, ...]:
    return tuple(region.ref for region in body_map.figure_view.regions)


def _tr(words: str) -> str:
    return QCoreApplication.translate("BodyMap", words)
