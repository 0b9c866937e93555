"""The body map of a document: its panels on the page, the area shown, and the key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, TypeAlias

from therapist_desk.reports.layout.flow import Block
from therapist_desk.reports.layout.ink import ACCENT, GUTTER, MM
from therapist_desk.reports.maps.figure import Placement, Window, draw_figure
from therapist_desk.reports.maps.mapkey import KEY_WIDTH, MapKey
from therapist_desk.reports.maps.panel import Grades, NumberedMark, Panel
from therapist_desk.reports.maps.panel_drawing import draw_panel
from therapist_desk.reports.maps.panel_fit import column_width, drawn_scale, least_height, numbers_fit
from therapist_desk.reports.typography.lines import draw_words, one_line
from therapist_desk.reports.typography.rich import CELL, NOTE
from therapist_desk.reports.wording.common import AREA_SHOWN, KEY

_TITLE: Final = 11.0
_LEAST_HEIGHT: Final = 44.5 * MM
_LOW_HEIGHT: Final = 32 * MM
_MOST_HEIGHT: Final = 84 * MM
_SCALE: Final = 0.05
"""Points for each tenth of a unit, where the page has the room: half a point a unit."""
_MOST_GRID_HEIGHT: Final = 70 * MM
_LEAST_SCALE: Final = 0.045
_SCALES: Final = (_SCALE, 0.0475, _LEAST_SCALE)
_LOCATOR: Final = 19 * MM
_BETWEEN: Final = 3 * MM
_MORE_KEY: Final = 14 * MM
_MORE_LOW_KEY: Final = 24 * MM
_LEAST_KEY: Final = 33 * MM
_LOW_LOCATOR: Final = 30 * MM
_WITHOUT_LOCATOR: Final = frozenset({"whole", "closeup"})

# A panel, the small whole figure (None), or the key.
_Item: TypeAlias = Panel | str | None
_Row: TypeAlias = tuple[float, list[tuple[_Item, float]]]


class MapStrip(Block):
    """All panels of a visit in rows, a small whole figure with the window framed, and the key."""

    def __init__(
        self,
        shown: Sequence[Panel],
        marks: Sequence[NumberedMark],
        *,
        shaded: bool = True,
        above: float = 0.0,
        low: bool = False,
    ) -> None:
        self.above = above
        self._panels, self._marks, self._shaded, self._low = tuple(shown), tuple(marks), shaded, low
        self._key = MapKey(marks, paired=low)
        self._set_rows: list[_Row] | None = None

    def low(self) -> MapStrip:
        """Give the same map as low as its least scale allows."""
        return MapStrip(self._panels, self._marks, shaded=self._shaded, above=self.above, low=True)

    def height(self, width: float) -> float:
        """Give the height of all rows."""
        return sum(height + _TITLE for height, _ in self._rows(width))

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw row by row."""
        for height, row in self._rows(width):
            left = x
            for item, wide in row:
                self._draw_item(canvas, item, left, top, wide, height)
                left += wide + _BETWEEN
            top -= height + _TITLE

    def split(self, width: float, room: float, page: float) -> tuple[Block, Block] | None:
        """Part between rows of panels."""
        rows, used, fit = self._rows(width), 0.0, 0
        while fit < len(rows) and used + rows[fit][0] + _TITLE <= room:
            used += rows[fit][0] + _TITLE
            fit += 1
        if not 0 < fit < len(rows):
            return None
        return self._of(rows[:fit], self.above), self._of(rows[fit:], 0.0)

    def _of(self, rows: list[_Row], above: float) -> MapStrip:
        part = MapStrip(self._panels, self._marks, shaded=self._shaded, above=above, low=self._low)
        part._set_rows = rows
        return part

    def _draw_item(self, canvas: Any, item: _Item, x: float, top: float, wide: float, height: float) -> None:
        box = (x, top - _TITLE - height, x + wide, top - _TITLE)
        if isinstance(item, Panel):
            draw_words(canvas, item.title, NOTE, x, top - 7.5)
            draw_panel(canvas, item, box, Grades.CHANGE, shaded=self._shaded)
        elif item is None:
            draw_words(canvas, AREA_SHOWN, NOTE, x, top - 7.5)
            draw_locator(canvas, self._panels, x, top - _TITLE, wide, min(height, _LEAST_HEIGHT))
        else:
            draw_words(canvas, item, NOTE, x, top - 7.5)
            self._key.draw(canvas, x, top - _TITLE - 4, wide)

    def _rows(self, width: float) -> list[_Row]:
        if self._set_rows is None:
            self._set_rows = self._packed(width)
        return self._set_rows

    def _packed(self, width: float) -> list[_Row]:
        """Set everything in one row at the largest scale that allows it, else in several rows."""
        for scale in (_LEAST_SCALE,) if self._low else _SCALES:
            items = self._items(width, scale)
            spare = width - sum(wide for *_, wide in items) - (len(items) - 1) * _BETWEEN
            if spare >= _LEAST_KEY - KEY_WIDTH:
                shown = items[:-1]
                key = KEY_WIDTH + min(spare, _MORE_LOW_KEY if self._low else _MORE_KEY)
                height = max(self._key.height(key), *(height for _, height, _ in shown))
                return [(height, [*((item, wide) for item, _, wide in shown), (KEY, key)])]
        return self._in_rows(self._items(width, _LEAST_SCALE if self._low else _SCALE), width)

    def _in_rows(self, items: Sequence[tuple[_Item, float, float]], width: float) -> list[_Row]:
        rows: list[_Row] = []
        used = width
        for item, height, wide in items:
            if used + _BETWEEN + wide > width:
                rows.append((height, []))
                used = -_BETWEEN
            tallest, row = rows[-1]
            row.append((item, wide))
            rows[-1] = (max(tallest, height), row)
            used += _BETWEEN + wide
        rows = [(self._row_height(row, tallest), row) for tallest, row in rows]
        last = [item for item, _ in rows[-1][1]]
        if last in ([None, KEY], [KEY]):
            kept = [(None, _LOCATOR)] if None in last else []
            spread = width - len(kept) * (_LOCATOR + _BETWEEN)
            low = max(_LOW_LOCATOR if kept else 0.0, self._key.height(spread))
            rows[-1] = (low, [*kept, (KEY, spread)])
        return rows

    def _row_height(self, row: Sequence[tuple[_Item, float]], tallest: float) -> float:
        """Give the height that a row's own panels need, if their numbers still stand beside the body."""
        shown = [(item, wide) for item, wide in row if isinstance(item, Panel)]
        if not shown:
            return tallest
        height = max(self._natural_height(panel) for panel, _ in shown)
        if any(item == KEY for item, _ in row):
            height = max(height, self._key.height())
        return height if all(numbers_fit(panel, wide, height) for panel, wide in shown) else tallest

    def _items(self, width: float, scale: float) -> list[tuple[_Item, float, float]]:
        height = max((self._natural_height(panel) for panel in self._panels), default=_LEAST_HEIGHT)
        out: list[tuple[_Item, float, float]] = []
        for panel in self._panels:
            fitted = min(scale * 1.12 * panel.size, height / panel.window.height)
            titled = one_line(panel.title, NOTE).width
            wide = max(panel.window.width * fitted, 2.2 * column_width(panel, Grades.CHANGE), titled)
            # A close-up that stands alone has the room for numbers on both of its sides.
            alone = len(self._panels) == 1 and panel.view.closeup is not None
            if alone or not numbers_fit(panel, wide, height):
                wide += 2 * column_width(panel, Grades.CHANGE)
            out.append((panel, height, min(wide, width)))
        if self._panels and self._panels[0].window.name not in _WITHOUT_LOCATOR:
            out.append((None, min(_LEAST_HEIGHT, height), _LOCATOR))
        out.append((KEY, self._key.height(), KEY_WIDTH))
        return out

    def _natural_height(self, panel: Panel) -> float:
        least = _LOW_HEIGHT if self._low else _LEAST_HEIGHT
        wanted = min(_MOST_HEIGHT, max(least, panel.window.height * _LEAST_SCALE * panel.size))
        return max(wanted, least_height(panel))


class MapGrid(Block):
    """Panels of equal size, so many in a row, each under its own head."""

    def __init__(
        self,
        shown: Sequence[tuple[Panel, Grades, str, str]],
        height: float,
        *,
        most: float = _MOST_GRID_HEIGHT,
        across: int = 2,
        shaded: bool = True,
    ) -> None:
        self._shown, self._least, self._most, self._shaded = tuple(shown), height, most, shaded
        self._across = across

    def least_scale(self, width: float) -> float:
        """Give the smallest scale at which a grid of this width shows the body."""
        wide, high = self._panel_width(width), self._panel_height()
        return min(drawn_scale(panel, wide, high) for panel, *_ in self._shown)

    def height(self, width: float) -> float:
        """Give the height of all rows."""
        rows = -(-len(self._shown) // self._across)
        return rows * (self._panel_height() + _TITLE + 2) + (rows - 1) * 4

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw row by row."""
        wide, high = self._panel_width(width), self._panel_height()
        narrow = any(one_line(head, CELL.bold).width > wide for *_, head, _ in self._shown)
        style = NOTE.bold if narrow else CELL.bold
        for i, (panel, grades, head, aside) in enumerate(self._shown):
            left = x + (i % self._across) * (wide + GUTTER)
            upper = top - (i // self._across) * (high + _TITLE + 6)
            used = draw_words(canvas, head, style, left, upper - 8)
            draw_words(canvas, aside, NOTE, left + used + 6, upper - 8)
            box = (left, upper - _TITLE - 2 - high, left + wide, upper - _TITLE - 2)
            draw_panel(canvas, panel, box, grades, shaded=self._shaded)

    def split(self, width: float, room: float, page: float) -> tuple[Block, Block] | None:
        """Part between rows of panels."""
        each = self._panel_height() + _TITLE + 6
        fit = self._across * int((room + 4) / each)
        if not 0 < fit < len(self._shown):
            return None
        first, rest = (
            MapGrid(part, self._least, most=self._most, across=self._across, shaded=self._shaded)
            for part in (self._shown[:fit], self._shown[fit:])
        )
        return first, rest

    def _panel_width(self, width: float) -> float:
        return (width - (self._across - 1) * GUTTER) / self._across

    def _panel_height(self) -> float:
        shown = [panel for panel, *_ in self._shown]
        tallest = max(panel.window.height * panel.size for panel in shown) * _LEAST_SCALE
        return max(self._least, min(self._most, tallest), *(least_height(panel) for panel in shown))


def draw_locator(canvas: Any, shown: Sequence[Panel], x: float, top: float, width: float, height: float) -> None:
    """Draw the whole figure of the first panel's view, with every window of that view framed."""
    view = shown[0].view
    whole = Window("whole", 0, 0, view.width, view.height)
    scale = min(width / whole.width, height / whole.height)
    placement = Placement(view, whole, x + (width - whole.width * scale) / 2, top, scale)
    draw_figure(canvas, placement, shaded=False, weight=0.6)
    canvas.setStrokeColor(ACCENT)
    canvas.setLineWidth(0.9)
    for window in {panel.window for panel in shown if panel.view is view}:
        left, upper = placement.at(max(0, window.left), max(0, window.top))
        right, lower = placement.at(min(view.width, window.right), min(view.height, window.bottom))
        canvas.rect(left, lower, right - left, upper - lower, stroke=1, fill=0)
