"""How much of something is used: a bar, dots of visits, numbered visits of a referral."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from therapist_desk.ui.kit.paint import draw_panel, draw_text
from therapist_desk.ui.kit.pill import Kind, kind_colors
from therapist_desk.ui.kit.wrapping import WrappingWidget
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Radius, current_tokens

_DOT_WIDTH = 10
_DOT_HEIGHT = 6
_DOT_GAP = 2
_BOX = 20  # at least; they share the width
_BOX_GAP = 4
_BOX_HEIGHT = 32


class LineBar(QWidget):
    """A thin bar filled to a share between 0 and 1."""

    def __init__(
        self, share: float = 0.0, kind: Kind = Kind.ACCENT, *, thickness: int = 4, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._share = share
        self._kind = kind
        self._thickness = thickness
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float, kind: Kind | None = None) -> None:
        """Fill to `share`, cut to the bar; in the colour of `kind` if given."""
        self._share = max(0.0, min(1.0, share))
        self._kind = kind or self._kind
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(80, self._thickness)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        area = QRectF(self.rect())
        draw_panel(painter, area, area.height() / 2, fill=tokens.line)
        if self._share > 0:
            area.setWidth(max(area.height(), area.width() * self._share))
            draw_panel(painter, area, area.height() / 2, fill=kind_colors(tokens, self._kind)[0])


class _Visits(WrappingWidget):
    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._done = 0
        self._allowed = 0
        self._today = False

    def show_visits(self, done: int, allowed: int, *, today: bool = False) -> None:
        """Show `done` of `allowed` visits; `today` marks the one after those as today's."""
        self._done, self._allowed, self._today = done, allowed, today
        self.setAccessibleName(self.tr("{done} of {allowed} visits used").format(done=done, allowed=allowed))
        self.updateGeometry()
        self.update()


class VisitDots(_Visits):
    """Visits of a referral as small dashes: done, today's, left."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._allowed * (_DOT_WIDTH + _DOT_GAP), _DOT_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        for visit in range(self._allowed):
            today = self._today and visit == self._done
            fill = tokens.accent if visit < self._done else tokens.soft_line if today else tokens.line2
            draw_panel(painter, QRectF(visit * (_DOT_WIDTH + _DOT_GAP), 0, _DOT_WIDTH, _DOT_HEIGHT), 3, fill=fill)


class ReferralMeter(_Visits):
    """Visits of a referral as numbered boxes, in as many lines as their number needs."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = -(-max(1, self._allowed) // self._per_line(width))
        return lines * (_BOX_HEIGHT + _BOX_GAP) - _BOX_GAP

    def sizeHint(self) -> QSize:
        width = self.width() if self.isVisible() else min(self._allowed, 12) * (_BOX + _BOX_GAP) or _BOX
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(4 * (_BOX + _BOX_GAP), _BOX_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        per_line = self._per_line(self.width())
        step = (self.width() + _BOX_GAP) / min(per_line, max(1, self._allowed))
        step = min(step, _BOX_HEIGHT + _BOX_GAP)
        for visit in range(self._allowed):
            line, place = divmod(visit, per_line)
            left = round(place * step)
            box = QRectF(left, line * (_BOX_HEIGHT + _BOX_GAP), round(step) - _BOX_GAP, _BOX_HEIGHT)
            if visit < self._done:
                fill, edge, ink = tokens.accent, tokens.accent, tokens.on_accent
            elif self._today and visit == self._done:
                fill, edge, ink = tokens.soft, tokens.accent, tokens.accent
            else:
                fill, edge, ink = tokens.surface, tokens.line2, tokens.ink2
            draw_panel(painter, box, Radius.TAG, fill=fill, line=edge)
            number = str(visit + 1)
            draw_text(painter, box, number, Text.CAPTION_STRONG, ink, align=Qt.AlignmentFlag.AlignHCenter)

    def _per_line(self, width: int) -> int:
        # Lines of equal length: no single box is left over for the last one.
        visits = max(1, self._allowed)
        most = max(1, (width + _BOX_GAP) // (_BOX + _BOX_GAP))
        lines = -(-visits // most)
        return -(-visits // lines)
