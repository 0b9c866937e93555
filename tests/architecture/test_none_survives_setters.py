"""The fault that pins PySide6 below 6.12: it dropped a reference to None at each setter call (decision 14)."""

from __future__ import annotations

import subprocess
import sys

import pytest

# In a process of its own, because the failing version takes the interpreter with it.
LOOP = """
from PySide6.QtCore import Property, QObject, Slot


class Counter(QObject):
    def __init__(self):
        super().__init__()
        self._value = 0

    def _get(self):
        return self._value

    def _set(self, value):
        self._value = value
        return None

    @Slot()
    def touch(self):
        return None

    value = Property(int, _get, _set)


counter = Counter()
for number in range(20_000):
    counter.setProperty("value", number)
    counter.value = number
    counter.setObjectName("counter")
    counter.touch()
print("alive")
"""


@pytest.mark.timeout(60)
@pytest.mark.slow
def test_twenty_thousand_setter_calls_leave_none_alive() -> None:
    result = subprocess.run([sys.executable, "-c", LOOP], capture_output=True, text=True, check=False)

    assert result.returncode == 0, result.stderr[-2000:]
    assert result.stdout == "alive\n"
