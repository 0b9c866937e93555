"""What can be done from anywhere: the same actions in the menu, by shortcut and in the palette."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from therapist_desk.ui.kit.dialog import EVERYWHERE
from therapist_desk.ui.navigator import Navigator


class Commands(QObject):
    """Owned by the main window, which they are added to so that their shortcuts work on every page."""

    def __init__(self, window: QWidget, navigator: Navigator) -> None:
        super().__init__(window)
        self._window = window
        self.home = self._action("home", self.tr("Home"), "Alt+H")
        self.clients = self._action("clients", self.tr("Clients"), "Alt+C")
        self.new_client = self._action("new_client", self.tr("New client"), "Ctrl+N")
        self.import_clients = self._action("import_clients", self.tr("Import clients…"), "")
        self.find = self._action("find", self.tr("Find a client or an action"), "Ctrl+K")
        self.back = self._action("back", self.tr("Back"), "Alt+Left")
        self.settings = self._action("settings", self.tr("Settings"), "Ctrl+,")
        self.check_pdf = self._action("check_pdf", self.tr("Check a PDF…"), "")
        self.check_records = self._action("check_records", self.tr("Check all signed records…"), "")
        self.export = self._action("export", self.tr("Export all charts…"), "")
        self.lock = self._action("lock", self.tr("Lock"), "Ctrl+L")
        self.lock.setProperty(EVERYWHERE, True)  # noqa: FBT003 - Qt's own: whoever comes in sees nothing, dialog or not
        self.quit = self._action("quit", self.tr("Quit"), "Ctrl+Q")
        self.home.triggered.connect(navigator.home_asked)
        self.clients.triggered.connect(navigator.clients_asked)
        self.new_client.triggered.connect(navigator.new_client_asked)
        self.import_clients.triggered.connect(navigator.import_asked)
        self.find.triggered.connect(navigator.palette_asked)
        self.settings.triggered.connect(navigator.settings_asked)
        self.export.triggered.connect(navigator.export_asked)
        self.lock.triggered.connect(navigator.lock_asked)
        self.quit.triggered.connect(window.close)

    def places(self) -> tuple[QAction, ...]:
        """Those that the menu of a narrow window shows."""
        return (
            self.home,
            self.clients,
            self.new_client,
            self.find,
            self.settings,
            self.check_pdf,
            self.lock,
            self.quit,
        )

    def offered(self) -> tuple[QAction, ...]:
        """Those that the palette shows."""
        return (
            self.home,
            self.clients,
            self.new_client,
            self.import_clients,
            self.settings,
            self.check_pdf,
            self.check_records,
            self.export,
            self.lock,
            self.quit,
        )

    def _action(self, name: str, text: str, key: str) -> QAction:
        action = QAction(text, self)
        action.setObjectName(name)
        action.setShortcut(QKeySequence(key))
        self._window.addAction(action)
        return action
