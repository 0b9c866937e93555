"""From where a body is seen, and how its picture is measured."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

# Rows: the picture's right, its up, towards the viewer. The mesh has +x to the client's left, +y up, +z ahead.
VIEWS = MappingProxyType(
    {
        "anterior": np.array([[1.0, 0, 0], [0, 1, 0], [0, 0, 1]]),
        "posterior": np.array([[-1.0, 0, 0], [0, 1, 0], [0, 0, -1]]),
        "left": np.array([[0.0, 0, -1], [0, 1, 0], [1, 0, 0]]),
    }
)
MARGIN = 0.25


@dataclass(frozen=True, eq=False)
class Frame:
    """A window on the body: `basis` as in VIEWS; the box in mesh units; `unit` figure units for each of them."""

    basis: NDArray[np.float64]
    left: float
    bottom: float
    right: float
    top: float
    unit: float

    @property
    def width(self) -> float:
        return (self.right - self.left) * self.unit

    @property
    def height(self) -> float:
        return (self.top - self.bottom) * self.unit

    def project(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """Take points to figure units: x rightwards, y downwards, depth towards the viewer."""
        seen = points @ self.basis.T
        out = np.stack([seen[..., 0] - self.left, self.top - seen[..., 1], seen[..., 2]], axis=-1)
        return out * self.unit


def body_frame(view: str, skin: NDArray[np.float64], height: float = 1000.0) -> Frame:
    """Frame a whole body; from the front and back the midline is exactly the picture's middle."""
    basis = VIEWS[view]
    seen = skin @ basis.T
    low, high = seen.min(0) - MARGIN, seen.max(0) + MARGIN
    left, right = float(low[0]), float(high[0])
    if view != "left":
        right = max(-left, right)
        left = -right
    return Frame(basis, left, float(low[1]), right, float(high[1]), height / float(high[1] - low[1]))
