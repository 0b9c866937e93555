"""Whether everything of a window can be read at its size: what is cut off, and where a sideways bar shows."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QCheckBox, QLabel, QScrollArea, QTabBar, QWidget

from therapist_desk.ui.kit.label import ElidedLabel

SIZES = ((1366, 768), (1366, 688), (1093, 614))
"""The windows that every screen is tested in, in logical pixels."""

RAIL = 56
COMPACT_WIDTH = 1200
"""A window at least this wide has a rail of `RAIL` beside its page."""

_SLACK = 1  # a hint is rounded up


def misfits(window: QWidget) -> list[str]:
    """Say what does not fit in `window`, which must be shown; an empty list when all is well.

    Wrapped labels need their height, others their width as well. An ElidedLabel may be short: eliding is meant.
    """
    return [*_texts(window), *_bars(window), *_overhangs(window)]


def _shown(window: QWidget) -> Iterator[QWidget]:
    return (widget for widget in window.findChildren(QWidget) if widget.isVisibleTo(window) and not widget.isWindow())


def _texts(window: QWidget) -> Iterator[str]:
    for widget in _shown(window):
        if isinstance(widget, QLabel) and widget.text() and not isinstance(widget, ElidedLabel):
            yield from _label(widget)
        elif (isinstance(widget, QAbstractButton) and widget.text()) or isinstance(widget, QTabBar):
            hint = widget.minimumSizeHint() if isinstance(widget, QCheckBox) else widget.sizeHint()
            if hint.width() > widget.width() + _SLACK or hint.height() > widget.height() + _SLACK:
                yield f"{_name(widget)} is {_size(widget)} and wants {hint.width()}x{hint.height()}"


def _label(label: QLabel) -> Iterator[str]:
    if label.wordWrap():
        wanted = label.heightForWidth(label.width())
        if wanted > label.height() + _SLACK:
            yield f"{_name(label)} is {_size(label)} and wants to be {wanted} high"
        return
    hint = label.sizeHint()
    if hint.width() > label.width() + _SLACK or hint.height() > label.height() + _SLACK:
        yield f"{_name(label)} is {_size(label)} and wants {hint.width()}x{hint.height()}"


def _bars(window: QWidget) -> Iterator[str]:
    for widget in _shown(window):
        if isinstance(widget, QAbstractScrollArea):
            bar = widget.horizontalScrollBar()
            if bar.maximum() > bar.minimum():
                yield f"{_name(widget)} scrolls sideways by {bar.maximum()}"
            upright = widget.verticalScrollBar().maximum()
            if upright > 0 and widget.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
                yield f"{_name(widget)} cuts {upright} and has no bar"


def _overhangs(window: QWidget) -> Iterator[str]:
    for widget in _shown(window):
        parent = widget.parentWidget()
        if parent is None or widget.property("floating"):
            continue
        scrolled = isinstance(parent.parentWidget(), QScrollArea)
        area, room = widget.geometry(), parent.rect()
        too_wide = area.left() < -_SLACK or area.right() > room.right() + _SLACK
        too_high = not scrolled and (area.top() < -_SLACK or area.bottom() > room.bottom() + _SLACK)
        if _is_laid_out(parent) and (too_wide or too_high):
            yield f"{_name(widget)} at {area.getRect()} leaves {_name(parent)} of {_size(parent)}"


def _is_laid_out(parent: QWidget) -> bool:
    return parent.layout() is not None or isinstance(parent.parentWidget(), QScrollArea)


def _name(widget: QWidget) -> str:
    said = widget.text() if isinstance(widget, QLabel | QAbstractButton) else widget.accessibleName()
    return f"{type(widget).__name__} {widget.objectName() or said!r}"


def _size(widget: QWidget) -> str:
    return f"{widget.width()}x{widget.height()}"
