"""A screen reader's view of the program: the tree that it publishes by AT-SPI on the bus."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeVar

import pytest
from jeepney import DBusAddress, MessageType, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

PATIENCE: Final = 45.0
Found = TypeVar("Found")
_ROOT: Final = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
_LAUNCHERS: Final = tuple(
    Path(folder) / "at-spi-bus-launcher" for folder in ("/usr/libexec", "/usr/lib/at-spi2-core", "/usr/lib/at-spi2")
)


def why_not() -> str:
    """Why there can be no such bus here, or an empty text."""
    if shutil.which("dbus-daemon") is None:
        return "dbus-daemon is not installed"
    if not any(path.exists() for path in _LAUNCHERS):
        return "at-spi2-core is not installed"
    return "" if os.environ.get("DISPLAY") else "there is no X display"


class AtSpiError(AssertionError):
    """The bus answered with an error."""


class AtSpi:
    """The accessibility bus that belongs to a session bus."""

    def __init__(self, session: str) -> None:
        with open_dbus_connection(bus=session) as connection:
            launcher = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
            reply = connection.send_and_get_reply(new_method_call(launcher, "GetAddress"), timeout=PATIENCE)
        self._bus: DBusConnection = open_dbus_connection(bus=reply.body[0])

    def close(self) -> None:
        self._bus.close()

    def programs(self) -> list[Part]:
        """All programs that publish a tree."""
        return Part(self, *_ROOT).children

    def program(self, name: str) -> Part:
        """The program of that name, once it is there."""
        return self.once(lambda: next((each for each in self.programs() if each.name == name), None), name)

    def once(self, found: Callable[[], Found | None], what: str) -> Found:
        """What `found` gives as soon as it gives something."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if (thing := found()) is not None:
                return thing
            self._breathe()
        pytest.fail(f"AT-SPI shows no {what}")

    def call(self, part: Part, interface: str, method: str, signature: str = "", *body: object) -> Any:
        where = DBusAddress(part.path, part.owner, f"org.a11y.atspi.{interface}")
        return self._send(new_method_call(where, method, signature or None, body))

    def get(self, part: Part, interface: str, name: str) -> Any:
        return self._send(Properties(DBusAddress(part.path, part.owner, f"org.a11y.atspi.{interface}")).get(name))[1]

    def put(self, part: Part, interface: str, name: str, signature: str, value: object) -> None:
        where = DBusAddress(part.path, part.owner, f"org.a11y.atspi.{interface}")
        self._send(Properties(where).set(name, signature, value))

    def _send(self, message: Any) -> Any:
        reply = self._bus.send_and_get_reply(message, timeout=PATIENCE)
        if reply.header.message_type is MessageType.error:
            raise AtSpiError(str(reply.body))
        return reply.body[0] if reply.body else None

    def _breathe(self) -> None:
        try:
            self._bus.receive(timeout=0.05)
        except TimeoutError:
            return


@dataclass(frozen=True, slots=True)
class Part:
    """One node of the tree."""

    bus: AtSpi
    owner: str
    path: str

    @property
    def name(self) -> str:
        return str(self.bus.get(self, "Accessible", "Name"))

    @property
    def description(self) -> str:
        return str(self.bus.get(self, "Accessible", "Description"))

    @property
    def role(self) -> str:
        return str(self.bus.call(self, "Accessible", "GetRoleName"))

    @property
    def children(self) -> list[Part]:
        return [Part(self.bus, *found) for found in self.bus.call(self, "Accessible", "GetChildren")]

    @property
    def states(self) -> set[int]:
        low, high = self.bus.call(self, "Accessible", "GetState")
        bits = low | high << 32
        return {number for number in range(64) if bits >> number & 1}

    @property
    def extents(self) -> tuple[int, int, int, int]:
        """Left, top, width and height on the screen."""
        x, y, width, height = self.bus.call(self, "Component", "GetExtents", "u", 0)
        return x, y, width, height

    @property
    def actions(self) -> list[str]:
        return [action[0] for action in self.bus.call(self, "Action", "GetActions")]

    @property
    def grade(self) -> float:
        return float(self.bus.get(self, "Value", "CurrentValue"))

    def set_grade(self, grade: float) -> None:
        self.bus.put(self, "Value", "CurrentValue", "d", float(grade))

    @property
    def written(self) -> str:
        return str(self.bus.call(self, "Text", "GetText", "ii", 0, -1))

    def write(self, text: str) -> None:
        self.bus.call(self, "EditableText", "SetTextContents", "s", text)

    def do(self, action: str) -> None:
        self.bus.call(self, "Action", "DoAction", "i", self.actions.index(action))

    def walk(self) -> Iterator[Part]:
        """This part and all below it, level by level: what can be pressed lies higher than the map's many regions."""
        level = [self]
        while level:
            yield from level
            level = [child for part in level for child in part.children]

    def find(self, name: str, role: str = "") -> Part:
        """The first part of that name below, once it is there."""
        return self.bus.once(lambda: self.look_for(name, role), f"{role} {name!r}")

    def look_for(self, name: str, role: str = "") -> Part | None:
        """The same now, or None."""
        try:
            return next((part for part in self.walk() if part.name == name and role in {"", part.role}), None)
        except AtSpiError:
            return None  # the tree has changed under the walk, as it does under any screen reader
