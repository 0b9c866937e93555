"""The practice's logo at the head of documents: of one height, whatever else stands there."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from reportlab.lib.utils import ImageReader

from therapist_desk.reports.layout.ink import MM

HEIGHT: Final = 10 * MM
WIDEST: Final = 34 * MM
GAP: Final = 4 * MM


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo as a picture file; in `grey` its darkest tone becomes black, so that a fax keeps it."""

    picture: bytes
    grey: bool = False

    @property
    def size(self) -> tuple[float, float]:
        """How large it stands, in points: never stretched, and flatter where it is very wide."""
        wide, high = _drawn(self).getSize()
        scale = min(HEIGHT / high, WIDEST / wide)
        return wide * scale, high * scale

    def draw(self, canvas: Any, right: float, top: float, scale: float) -> None:
        """Draw it with its upper right corner there."""
        wide, high = self.size
        canvas.drawImage(_drawn(self), right - wide * scale, top - high * scale, wide * scale, high * scale)


_LOGO: Final[ContextVar[Logo | None]] = ContextVar("logo", default=None)


@contextmanager
def letterhead(picture: bytes | None, *, grey: bool = False) -> Iterator[None]:
    """Let documents that are drawn meanwhile carry a logo."""
    before = _LOGO.set(None if picture is None else Logo(picture, grey))
    try:
        yield
    finally:
        _LOGO.reset(before)


def logo_now() -> Logo | None:
    """Give the logo of the document that is being drawn."""
    return _LOGO.get()


@lru_cache(maxsize=4)
def _drawn(logo: Logo) -> ImageReader:
    from PIL import Image, ImageOps  # noqa: PLC0415 - only where there is a logo

    with Image.open(io.BytesIO(logo.picture)) as image:
        whole = ImageOps.autocontrast(image.convert("L")) if logo.grey else image.convert("RGB")
    return ImageReader(whole)
