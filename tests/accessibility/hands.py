"""What a hand does on the visit by way of the accessibility tree, and the map's own lists."""

from __future__ import annotations

from functools import partial
from typing import Final

from accessibility.at_spi import AtSpi, Part

PRESSED: Final = 20
CHECKED: Final = 4
SELECTABLE: Final = 22
SELECTED: Final = 23
SHOWING: Final = 25


class Hands:
    """Knows the parts of the map and how to wait for what a press brings."""

    def __init__(self, at_spi: AtSpi, program: Part) -> None:
        self._bus = at_spi
        self.program = program
        self.map = program.find("Body map", "panel")
        parts = {part.name: part for part in self.map.children}
        self.marks, self.referrals = parts["Marks"], parts["Referrals"]
        self.ghosts, self.badges = parts["Last visit, to review"], parts["On other pictures"]
        self.regions, self.cross_hair = parts["Regions"], parts["Cross-hair"]

    def press(self, name: str, role: str = "") -> None:
        """Press a button of the visit, or of what has popped up over it."""
        self.program.find(name, role).do("Press")

    def take(self, kind: str) -> None:
        """Choose a kind from the palette."""
        tool = self.program.find(kind, "check box")
        tool.do("Press")
        self._bus.once(lambda: tool if CHECKED in tool.states else None, "chosen kind")  # Qt presses with a delay

    def turn(self, side: str, known: str) -> None:
        """Show another side of the figure, which is known by one of its regions."""
        self.press(side, "check box")
        self.regions.find(known, "list item")

    def mark(self, region: str) -> Part:
        """Mark a region with the kind in the hand, close the window that opens, and give the mark."""
        before = names(self.marks)
        self.regions.find(region, "list item").do("Press")
        self._bus.once(lambda: True if len(self.marks.children) > len(before) else None, "new mark")
        self.close()
        return self.marks.children[-1]

    def close(self) -> None:
        """Close the small window over the visit, and wait: Qt presses with a delay, which might close the next."""
        self.press("Close (Esc)", "push button")
        self._bus.once(lambda: True if len(self._window.children) == 1 else None, "visit without a window over it")

    def popup(self, beginning: str) -> Part:
        """Give the small window over the visit whose name begins so, once it is there."""
        return self._bus.once(partial(self._popup, beginning), f"window {beginning!r}")

    def _popup(self, beginning: str) -> Part | None:
        return next((part for part in self._window.children if part.name.startswith(beginning)), None)

    @property
    def _window(self) -> Part:
        (window,) = self.program.children
        return window


def names(part: Part) -> list[str]:
    return [child.name for child in part.children]
