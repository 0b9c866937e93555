"""Draws the pictures of docs/mark-kinds.md into docs/images: python tools/draw_mark_kinds.py."""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from PySide6.QtWidgets import QApplication  # noqa: E402 - after the platform is chosen

from tools.mark_kinds.colour_sheet import colour_sheet  # noqa: E402
from tools.mark_kinds.colour_vision import DEFICIENCIES, picture_seen_as  # noqa: E402
from tools.mark_kinds.fax_sheet import fax_sheet  # noqa: E402

IMAGES = ROOT / "docs" / "images"


def main() -> None:
    """Draw the sheet in colour, as a fax, and as seen without one kind of cone."""
    application = QApplication.instance() or QApplication(["draw_mark_kinds"])
    sheet = colour_sheet()
    sheet.save(str(IMAGES / "kinds.png"))
    fax_sheet().save(str(IMAGES / "kinds-fax.png"))
    for name, matrix in DEFICIENCIES.items():
        picture_seen_as(sheet, matrix).save(str(IMAGES / f"kinds-{name}.png"))
    application.quit()


if __name__ == "__main__":
    main()
