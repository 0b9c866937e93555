"""A bus of its own for each run of these tests, and the program under test on it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from accessibility.at_spi import AtSpi, Part, why_not
from accessibility.visit_window import NAME

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def session_bus(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a session bus that nobody else uses."""
    if reason := why_not():
        pytest.skip(f"no accessibility bus: {reason}")
    folder = tmp_path_factory.mktemp("bus")
    command = [
        "dbus-daemon",
        "--session",
        "--nofork",
        "--nopidfile",
        "--print-address",
        f"--address=unix:dir={folder}",
    ]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "HOME": str(home)},
    ) as daemon:
        assert daemon.stdout is not None
        address = daemon.stdout.readline().strip()
        try:
            if not address:
                pytest.skip("no accessibility bus: dbus-daemon did not start")
            yield address
        finally:
            daemon.terminate()


@pytest.fixture(scope="module")
def at_spi(session_bus: str) -> Iterator[AtSpi]:
    bus = AtSpi(session_bus)
    yield bus
    bus.close()


@pytest.fixture
def program(at_spi: AtSpi, session_bus: str, tmp_path: Path) -> Iterator[Part]:
    """The window of a visit in a process of its own, as a screen reader finds it."""
    environment = {
        **os.environ,
        "DBUS_SESSION_BUS_ADDRESS": session_bus,
        "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "QT_QPA_PLATFORM": "xcb",
    }
    command = [sys.executable, "-X", "faulthandler", str(ROOT / "tests/accessibility/visit_window.py"), str(tmp_path)]
    with subprocess.Popen(command, env=environment) as process:
        try:
            yield at_spi.program(NAME)
            assert process.poll() is None, "the program ended by itself"
        finally:
            process.terminate()
