"""The log: a few rotating files with ids, counts and codes, never a word about a client."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Final

_BYTES: Final = 512 * 1024
_KEPT: Final = 3
_NAME: Final = "therapist-desk.log"
ExceptionInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class PlainFormatter(logging.Formatter):
    """Writes an exception as its type and its frames: its message may quote what was typed."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def formatException(self, ei: ExceptionInfo) -> str:  # noqa: N802 - logging's name
        kind, error, trace = ei
        return "" if kind is None or error is None else frames_of(kind, error, trace)


def frames_of(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """Write an exception without its message: type, code, and file, line and function of each frame.

    What caused it comes first, as Python prints it. Source lines are left out: they add nothing to a line number.
    """
    lines = [] if error.__cause__ is None else _cause(error.__cause__)
    code = getattr(kind, "code", "")
    lines.append(f"{kind.__module__}.{kind.__qualname__}{f' [{code}]' if isinstance(code, str) and code else ''}")
    while trace is not None:
        place = trace.tb_frame.f_code
        lines.append(f"  {_short(place.co_filename)}:{trace.tb_lineno} in {place.co_qualname}")
        trace = trace.tb_next
    return "\n".join(lines)


def log_dir() -> Path:
    """Give the folder where this user's logs go."""
    import platformdirs  # noqa: PLC0415 - not needed before the first window stands

    return Path(platformdirs.user_log_dir("TherapistDesk", appauthor=False))


def start_log(folder: Path) -> None:
    """Log to a file in `folder` from now on; a folder that cannot be written leaves the program without a log."""
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(folder / _NAME, maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8")
    except OSError:
        root.addHandler(logging.NullHandler())
        return
    handler.setFormatter(PlainFormatter())
    root.addHandler(handler)


def _cause(error: BaseException) -> list[str]:
    return [frames_of(type(error), error, error.__traceback__), "which led to"]


def _short(path: str) -> str:
    """The last three parts of a path: enough to find the line, nothing about whose machine it was."""
    return "/".join(Path(path).parts[-3:])
