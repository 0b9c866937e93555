"""Says when the computer is about to sleep, where the system tells."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

_LOGIN: Final = "org.freedesktop.login1"
_SLOT: Final = b"1_prepare(bool)"  # as Qt's SLOT() writes it


class SuspendWatch(QObject):
    """Listens to logind on Linux. Elsewhere, and without it, a sleep is noticed afterwards by IdleWatch."""

    about_to_sleep = Signal()

    def listen(self) -> bool:
        """Begin; gives whether the system will tell."""
        try:
            from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 - not part of Qt on every system
        except ImportError:
            return False
        bus = QDBusConnection.systemBus()
        return bus.isConnected() and bus.connect(
            _LOGIN,
            "/org/freedesktop/login1",
            f"{_LOGIN}.Manager",
            "PrepareForSleep",
            self,
            _SLOT,
        )

    @Slot(bool)
    def _prepare(self, beginning: bool) -> None:  # noqa: FBT001 - a slot takes what the signal gives
        if beginning:
            self.about_to_sleep.emit()
