"""Every figure by the name it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from benchmarks.figure import Figure
from benchmarks.save import measure_save
from benchmarks.start import measure_start

BENCHMARKS: Final[dict[str, Callable[[], Figure]]] = {
    "start": measure_start,
    "save": measure_save,
}
