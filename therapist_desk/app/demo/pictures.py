"""Pictures of the real windows, on the sample store."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QSize
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
_QUIET_MS: Final = 200
"""For so long nothing may be asked of the store before a page counts as drawn."""


def take_pictures(desk: Desk, samples: Samples, resources: Path, out: Path) -> Iterator[Path]:
    """Open the windows on `desk`, visit Home, a chart and the visit in progress, and save each as a PNG in `out`."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(application, QApplication):
        raise TypeError("a Qt application without widgets is running")
    theme = Theme(application, resources / "icons", Scheme.LIGHT)
    jobs = Jobs()
    charts = OpenCharts(desk, jobs, SessionWatch(desk.clock), Settings(), theme, resources)
    try:
        charts.window.resize(_SIZE)
        charts.window.show()
        charts.window.go_home()
        yield _picture(charts, jobs, out / "home.png")
        charts.navigator.open_chart(samples.client_id)
        yield _picture(charts, jobs, out / "chart.png")
        charts.navigator.open_visit(samples.in_session)
        yield _picture(charts, jobs, out / "visit.png")
    finally:
        jobs.close()
        charts.window.hide()
        charts.window.deleteLater()


def _picture(charts: OpenCharts, jobs: Jobs, path: Path) -> Path:
    """Wait until the page has read all it shows, and save it."""
    limit, quiet = QDeadlineTimer(_PATIENCE_MS), QDeadlineTimer(_QUIET_MS)
    while not limit.hasExpired() and not quiet.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        if not jobs.idle():
            quiet.setRemainingTime(_QUIET_MS)
    charts.window.grab().save(str(path))
    return path
