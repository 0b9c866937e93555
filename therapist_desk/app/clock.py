"""The machine's clock."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from therapist_desk.domain.clock import Instant

_BOOT_ID: Final = Path("/proc/sys/kernel/random/boot_id")


class SystemClock:
    """The wall clock and, beside it, a count that goes on in sleep and that nobody can set.

    Linux names each start of the machine, so there the count serves across runs of the program. Elsewhere the
    name is that of this run alone, and the wall clock decides between runs.
    """

    def __init__(self) -> None:
        self._boot = _boot_id() or f"run-{os.urandom(8).hex()}"

    def now(self) -> Instant:
        """Give the present moment."""
        utc = datetime.now(UTC)
        offset = utc.astimezone().utcoffset()
        minutes = round(offset.total_seconds() / 60) if offset is not None else 0
        return Instant(utc, minutes, _steady_ms(), self._boot)


def _boot_id() -> str:
    try:
        return _BOOT_ID.read_text(encoding="ascii").strip()
    except OSError:
        return ""


def _steady_clock() -> int | None:
    # Sleep counts in Linux's CLOCK_BOOTTIME and in macOS's CLOCK_MONOTONIC.
    boot: int | None = getattr(time, "CLOCK_BOOTTIME", None)
    return getattr(time, "CLOCK_MONOTONIC", None) if boot is None else boot


def _steady_ms() -> int:
    clock = _steady_clock()
    # Windows has neither; there monotonic() counts sleep.
    nanoseconds = time.monotonic_ns() if clock is None else time.clock_gettime_ns(clock)
    return nanoseconds // 1_000_000
