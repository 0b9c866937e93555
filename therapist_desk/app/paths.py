"""Where the program finds what came with it, and where it keeps charts."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def resources_dir() -> Path:
    """Return the folder of atlases, tables, icons and fonts.

    An installed package carries it inside itself; a checkout has it beside the package.
    """
    installed = _PACKAGE / "resources"
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"


def default_store_dir() -> Path:
    """Return this user's chart folder, where the system keeps such data. Nothing is created."""
    # Qt knows the same places as platformdirs, and is there before the first paint.
    from PySide6.QtCore import QStandardPaths  # noqa: PLC0415 - the command line's answers do without Qt

    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(place) / "TherapistDesk"
