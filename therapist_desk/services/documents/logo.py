"""The practice's logo: taken from a picture, kept in the encrypted store, shown at the head of documents."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, Final

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.services.desk import Desk

if TYPE_CHECKING:
    from PIL.Image import Image

LARGEST_MB: Final = 5
_MB: Final = 1024 * 1024
_MOST_PIXELS: Final = 40_000_000
_LEAST: Final = 24
_MOST_WIDE: Final = 4
"""A logo wider than so many times its height would be too flat to see at the head."""
_KEPT: Final = (900, 300)
"""What is kept, in pixels: three times what a 300 dpi printer draws."""
_KINDS: Final = ("PNG", "JPEG")
_PALE: Final = 140
_WHITE: Final = 250


class LogoUnreadableError(ExpectedError):
    """A file that the system does not give."""

    code = "logo_unreadable"
    sentence = "{file} cannot be read. Check that it is still there, then choose it again."


class LogoTooLargeError(ExpectedError):
    """A picture beyond the limit."""

    code = "logo_too_large"
    sentence = "{file} is too large for a logo: up to {most} MB and 40 million dots are taken. Save a smaller one."


class LogoUnknownError(ExpectedError):
    """A file of another kind, or a broken one."""

    code = "logo_unknown"
    sentence = "{file} is not a PNG or JPEG picture that can be read. Save the logo as one of these, then choose it."


class LogoShapeError(ExpectedError):
    """A picture that nobody could make out at the head of a page."""

    code = "logo_shape"
    sentence = (
        "{file} is empty, too small, or too long and flat for a logo: it should be at least 24 dots high, "
        "and no more than four times as wide as high, or as high as wide."
    )


def choose_logo(desk: Desk, path: Path) -> bytes:
    """Keep a picture as the logo, in place of the one before; gives it as it is kept: a small PNG.

    White edges, transparency and whatever the file says beside the picture are left out.

    Raises:
        LogoUnreadableError: the file cannot be read.
        LogoTooLargeError: it is larger than is taken.
        LogoUnknownError: it is no picture that is taken.
        LogoShapeError: it would not be seen.
    """
    picture = _taken(_read(path), path.name)
    with desk.store.writing() as charts:
        charts.practice.keep_logo(picture)
    return picture


def remove_logo(desk: Desk) -> None:
    """Take the logo away; documents name the practice in words as before."""
    with desk.store.writing() as charts:
        charts.practice.remove_logo()


def read_logo(desk: Desk) -> bytes | None:
    """Give the logo as a PNG, or None where there is none."""
    with desk.store.reading() as charts:
        return charts.practice.logo()


def is_pale(picture: bytes) -> bool:
    """Tell whether a logo has hardly anything dark: on a fax, which knows black and white, it may be gone."""
    from PIL import Image  # noqa: PLC0415 - only where there is a logo

    with Image.open(io.BytesIO(picture)) as image:
        tones = image.convert("L").histogram()
    return not any(tones[: _PALE + 1])


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_MB * _MB:  # before it is read: it may be a film
            raise LogoTooLargeError(file=path.name, most=LARGEST_MB)
        return path.read_bytes()
    except OSError as error:
        raise LogoUnreadableError(file=path.name) from error


def _taken(content: bytes, file: str) -> bytes:
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - only where a logo is chosen

    try:
        with Image.open(io.BytesIO(content), formats=_KINDS) as image:
            if image.width * image.height > _MOST_PIXELS:
                raise LogoTooLargeError(file=file, most=LARGEST_MB)
            whole = _on_white(image)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:  # what broken pictures raise
        raise LogoUnknownError(file=file) from error
    trimmed = _without_edges(whole)
    if trimmed is None or min(trimmed.size) < _LEAST or max(trimmed.size) > _MOST_WIDE * min(trimmed.size):
        raise LogoShapeError(file=file)
    trimmed.thumbnail(_KEPT, Image.Resampling.LANCZOS)
    out = io.BytesIO()
    trimmed.save(out, "PNG", optimize=True)
    return out.getvalue()


def _on_white(image: Image) -> Image:
    """Turn a picture the way its camera held it, and lay it on white paper."""
    from PIL import Image as Images  # noqa: PLC0415
    from PIL import ImageOps  # noqa: PLC0415

    upright = ImageOps.exif_transpose(image).convert("RGBA")
    paper = Images.new("RGBA", upright.size, "white")
    paper.alpha_composite(upright)
    return paper.convert("RGB")


def _without_edges(image: Image) -> Image | None:
    """Cut white edges off; None where everything is white."""
    box = image.convert("L").point([255 if level < _WHITE else 0 for level in range(256)]).getbbox()
    return None if box is None else image.crop(box)
