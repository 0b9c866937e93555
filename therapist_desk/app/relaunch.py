"""Starts the program anew in a process of its own."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QProcess, QProcessEnvironment

Relaunch = Callable[[Path, Mapping[str, str]], bool]


def relaunch(store: Path, told: Mapping[str, str]) -> bool:
    """Start the program on `store` with `told` added to its environment; gives whether it started."""
    environment = QProcessEnvironment.systemEnvironment()
    for name, value in told.items():
        environment.insert(name, value)
    process = QProcess()
    process.setProgram(sys.executable)
    process.setArguments([*own_start(sys.orig_argv, sys.argv), "--store", str(store)])
    process.setProcessEnvironment(environment)
    started = process.startDetached()
    # PySide gives (started, process id).
    return bool(started[0]) if isinstance(started, tuple) else bool(started)


def own_start(original: Sequence[str], arguments: Sequence[str]) -> list[str]:
    """Give what follows the interpreter's name on the command line that started this process, without our own words.

    That is `main.py`, `-m therapist_desk`, the installed script, or nothing in a frozen program.
    """
    own = len(arguments) - 1
    return list(original[1 : len(original) - own])
