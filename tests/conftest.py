"""What every test may rely on: a home of its own, steady hypothesis settings, no window left behind."""

from __future__ import annotations

import gc
import os
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from therapist_desk.ui.theme.apply import Theme

PASSED = pytest.StashKey[bool]()

settings.register_profile("desk", deadline=None)
# A shared runner must not fail by chance, nor because it is slow today.
settings.register_profile(
    "ci", parent=settings.get_profile("desk"), derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("ci" if os.environ.get("CI") else "desk")

HOME_VARIABLES = {
    "HOME": "",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_CACHE_HOME": "cache",
    "XDG_STATE_HOME": "state",
    "XDG_RUNTIME_DIR": "runtime",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
}


@pytest.fixture(scope="session", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home folder for this run, so that no test reads or writes the charts and settings of whoever runs it."""
    folder = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for variable, below in HOME_VARIABLES.items():
            (folder / below).mkdir(mode=0o700, parents=True, exist_ok=True)
            patch.setenv(variable, str(folder / below))
        yield folder


@pytest.fixture(scope="session")
def qapp_args(home: Path) -> list[str]:
    """Start Qt's application only after the home folder is set: it reads it once."""
    from PySide6.QtCore import QSettings  # noqa: PLC0415  (tests of the domain run without Qt)

    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
        QSettings.setPath(QSettings.Format.IniFormat, scope, str(home / "config"))
    return ["therapist-desk"]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if call.when == "call":
        item.stash[PASSED] = report.passed
    return report


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> Theme:
    """The one theme of the one application, as the program itself has it."""
    from therapist_desk.app.paths import resources_dir  # noqa: PLC0415  (tests of the domain run without Qt)
    from therapist_desk.ui.theme.apply import Scheme, Theme  # noqa: PLC0415  (the same)

    qapp.setQuitOnLastWindowClosed(False)
    return Theme(qapp, resources_dir() / "icons", Scheme.LIGHT)


def _windows() -> list[QWidget]:
    """Top-level widgets that nobody owns and that are still alive once everything asked to go is gone."""
    from PySide6.QtCore import QCoreApplication, QEvent  # noqa: PLC0415  (tests of the domain run without Qt)
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415  (the same)

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return [
        window
        for window in QApplication.topLevelWidgets()
        # Qt keeps one tool tip for all windows and drops it by a timer of its own.
        if window.parent() is None and window.metaObject().className() != "QTipLabel"
    ]


@pytest.fixture(autouse=True)
def settings_of_a_new_machine(request: pytest.FixtureRequest) -> Iterator[None]:
    """Forget after a test of windows what it set: the next one must not find it, whatever their order."""
    yield
    if "qtbot" in request.fixturenames:
        from therapist_desk.app.settings_file import settings_file  # noqa: PLC0415  (tests of the domain run without Qt)

        file = settings_file()
        file.clear()
        file.sync()


@pytest.fixture(autouse=True)
def no_widgets_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that used `qtbot` and left a window behind: a leak there is a leak in the program."""
    if "qtbot" not in request.fixturenames:
        yield
        return
    request.getfixturevalue("qapp")
    before = _windows()
    yield
    if not request.node.stash.get(PASSED, False):
        return  # the traceback of a failed test holds its windows
    if any(window not in before for window in _windows()):
        gc.collect()  # a cycle is not a leak
    left = [repr(window) for window in _windows() if window not in before]
    assert not left, f"windows left behind: {left}"
