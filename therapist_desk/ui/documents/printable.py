"""What a document must have to be looked at, printed and saved."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QSizeF

from therapist_desk.services.desk import Desk
from therapist_desk.services.documents.kinds import PaperSize


class Printable(Protocol):
    """A PDF with what the preview, the printer and the file dialog need to know of it."""

    @property
    def data(self) -> bytes:
        """The PDF."""
        ...

    @property
    def name(self) -> str:
        """The file name to suggest."""
        ...

    @property
    def pages(self) -> Sequence[QSizeF]:
        """The sizes of its pages, in points."""
        ...

    @property
    def paper(self) -> PaperSize:
        """What it is laid out for."""
        ...

    def log(self, desk: Desk, how: str) -> None:
        """Write into the audit trail that it left the store. A job of the writing lane."""
        ...
