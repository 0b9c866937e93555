"""Bugs: what was typed is kept, a report without a word about clients is written, and one dialog says so."""

from __future__ import annotations

import logging
import platform
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, Slot, qInstallMessageHandler, qVersion

from therapist_desk.app.log_file import frames_of
from therapist_desk.app.version import VERSION
from therapist_desk.domain.errors import ExpectedError

_LOG = logging.getLogger("therapist_desk.crash")


class CrashHandler(QObject):
    """Takes what nobody caught. `keep_draft` hands all typed text to the store; `ask` shows the dialog.

    An expected failure that reached this place is shown as the sentence it is (`expected`).
    """

    expected = Signal(object)

    def __init__(self, folder: Path, ask: Callable[[Path | None], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._ask = ask
        self._keep_draft: Callable[[], None] | None = None
        self._crashed = False

    def install(self) -> None:
        """Take uncaught exceptions and Qt's messages from now on."""
        sys.excepthook = self.take
        qInstallMessageHandler(_log_message)

    def keep_draft_by(self, keep: Callable[[], None] | None) -> None:
        """Say how typed text is handed to the store, while there is any."""
        self._keep_draft = keep

    @Slot(object, object, object)
    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Deal with an exception that nobody caught; only the first crash asks, what follows is only logged."""
        if isinstance(error, ExpectedError):
            _LOG.warning("expected failure unhandled: %s", error.code)
            self.expected.emit(error)
            return
        if issubclass(kind, KeyboardInterrupt):
            raise SystemExit(130)
        frames = frames_of(kind, error, trace)
        _LOG.error("crash\n%s", frames)
        if self._crashed:
            return
        self._crashed = True
        if self._keep_draft is not None:
            self._keep_draft()
        self._ask(write_report(self._folder, frames))


def write_report(folder: Path, frames: str) -> Path | None:
    """Write what a developer needs beside the log; gives None where that is impossible."""
    now = datetime.now(UTC)
    about = (
        f"Therapist Desk {VERSION}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}",
        now.isoformat(timespec="seconds"),
    )
    path = folder / f"crash-{now:%Y%m%d-%H%M%S}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join((*about, "", frames, "")), encoding="utf-8")
    except OSError:
        return None
    return path


def _log_message(kind: QtMsgType, context: QMessageLogContext, _words: str) -> None:
    # The words may quote what a widget holds; kind and category tell where to look.
    level = logging.INFO if kind in {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg} else logging.WARNING
    logging.getLogger("qt").log(level, "%s in %s", kind.name, context.category)
