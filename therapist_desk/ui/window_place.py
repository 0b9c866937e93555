"""How large a window opens: as drawn where the screen has room for it and its frame, else over the whole screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

WIDTH: Final = 1366
HEIGHT: Final = 768
FRAME_WIDTH: Final = 16
FRAME_HEIGHT: Final = 40
"""What a title bar and borders may take; the system tells only after the window stands."""


def show_fitting(window: QWidget, *, placed: bool = False) -> None:
    """Show a window. One that is `placed` already, from the last time, keeps its place as far as the screen goes."""
    room = window.screen().availableGeometry()
    wide, high = room.width() - FRAME_WIDTH, room.height() - FRAME_HEIGHT
    if placed and not window.isMaximized():
        place = window.geometry()
        window.resize(min(place.width(), wide), min(place.height(), high))
        left = max(room.x(), min(place.x(), room.x() + wide - window.width()))
        top = max(room.y() + FRAME_HEIGHT, min(place.y(), room.y() + room.height() - window.height()))
        window.move(left, top)
        window.show()
    elif window.isMaximized() or wide < WIDTH or high < HEIGHT:
        # The size and place to go back to; without a window manager also those it has. Qt puts a window from the last
        # time below a title bar that may not be there.
        window.resize(min(WIDTH, room.width()), min(HEIGHT, room.height()))
        left = max(room.x(), min(window.x(), room.x() + room.width() - window.width()))
        top = max(room.y(), min(window.y(), room.y() + room.height() - window.height()))
        window.move(left, top)
        window.showMaximized()
    else:
        window.resize(WIDTH, HEIGHT)
        window.show()
