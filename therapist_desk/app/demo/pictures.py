"""Pictures of the real windows, on the sample store."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QMessageLogContext, QSize, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from therapist_desk.app.demo.samples import Samples
from therapist_desk.app.open_charts import OpenCharts
from therapist_desk.app.settings import Settings
from therapist_desk.services.desk import Desk
from therapist_desk.ui.jobs import Jobs
from therapist_desk.ui.shell.session_watch import SessionWatch
from therapist_desk.ui.theme.apply import Scheme, Theme

_SIZE: Final = QSize(1366, 768)
_PATIENCE_MS: Final = 20_000
_NO_NEWS: Final = "This plugin does not support propagateSizeHints()"
"""What Qt's off-screen platform says of every window; it means nothing to whoever asked for pictures."""
_QUIET_MS: Final = 200
"""For so long nothing may be asked of the store before a page counts as drawn."""
_QUIET_TURNS: Final = 10
"""And for so many turns of the event loop: cards within cards are laid out one turn after another, and on a busy
machine a single turn takes longer than the quiet."""


def take_pictures(desk: Desk, samples: Samples, resources: Path, out: Path) -> Iterator[Path]:
    """Open the windows on `desk`, visit Home, a chart and the visit in progress, and save each as a PNG in `out`."""
    with Studio(desk, resources) as studio:
        yield studio.picture(out / "home.png")
        studio.charts.navigator.open_chart(samples.client_id)
        yield studio.picture(out / "chart.png")
        studio.charts.navigator.open_visit(samples.in_session)
        yield studio.picture(out / "visit.png")


class Studio:
    """The main window at 1366x768, open at Home, for as long as the block lasts."""

    def __init__(self, desk: Desk, resources: Path, scheme: Scheme = Scheme.LIGHT) -> None:
        self._earlier = qInstallMessageHandler(_pass_on)
        application = QApplication.instance() or QApplication(sys.argv[:1])
        if not isinstance(application, QApplication):
            raise TypeError("a Qt application without widgets is running")
        self.theme = Theme(application, resources / "icons", scheme)
        self._jobs = Jobs()
        self.charts = OpenCharts(desk, self._jobs, SessionWatch(desk.clock), Settings(), self.theme, resources)

    def __enter__(self) -> Self:
        self.charts.window.resize(_SIZE)
        self.charts.window.show()
        self.charts.window.go_home()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._jobs.close()
        self.charts.window.hide()
        self.charts.window.deleteLater()
        qInstallMessageHandler(self._earlier)

    def picture(self, path: Path) -> Path:
        """Wait until the window shows all it has asked for, and save it."""
        self.settle()
        self.charts.window.grab().save(str(path))
        return path

    def settle(self) -> None:
        """Wait until nothing has been asked of the store for a moment."""
        limit, quiet, turns = QDeadlineTimer(_PATIENCE_MS), QDeadlineTimer(_QUIET_MS), 0
        while not limit.hasExpired() and (turns < _QUIET_TURNS or not quiet.hasExpired()):
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
            turns += 1
            if not self._jobs.idle():
                quiet.setRemainingTime(_QUIET_MS)
                turns = 0


def _pass_on(_kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
    if words != _NO_NEWS:
        sys.stderr.write(f"{words}\n")
