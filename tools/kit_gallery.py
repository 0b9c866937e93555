"""Show every widget of the kit in its states: `python tools/kit_gallery.py [--dark] [--save FILE.png]`."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)

sys.path.insert(0, str(Path(__file__).parent.parent))

from therapist_desk.ui import kit
from therapist_desk.ui.theme.apply import Scheme, Theme
from therapist_desk.ui.theme.fonts import Text

ICONS = Path(__file__).parent.parent / "resources" / "icons"
PILLS = (
    ("Ready", kit.Kind.GREEN),
    ("Due", kit.Kind.AMBER),
    ("1 to fix", kit.Kind.RED),
    ("On track", kit.Kind.ACCENT),
    ("60 min", kit.Kind.NEUTRAL),
)
BANNERS = (
    (kit.BannerKind.INFO, "Signing locks the visit."),
    (kit.BannerKind.AMBER, "Weekly visits use 10 of 12."),
    (kit.BannerKind.RED, "The backup failed."),
    (kit.BannerKind.GREEN, "Ready."),
)


def controls() -> kit.Card:
    """Buttons, chips, pills and choices."""
    card = kit.Card()
    card.body.addWidget(kit.CardHeader("Controls", "every state"))
    grid = QGridLayout()
    for line, (words, enabled) in enumerate((("Default", True), ("Disabled", False))):
        grid.addWidget(kit.Label(words, Text.CAPTION, kit.Tone.LABELS), line, 0)
        primary = kit.Button("Sign…", role=kit.ButtonRole.PRIMARY, icon_name="pen")
        default = kit.Button("Save PDF…", icon_name="save")
        quiet = kit.Button("Add goal", role=kit.ButtonRole.QUIET, icon_name="plus")
        danger = kit.Button("Delete", role=kit.ButtonRole.DANGER, icon_name="trash")
        chips = kit.row(kit.Chip("Heat", checked=True), kit.Chip("Sleep"), kit.Chip("Temple", removable=True))
        box = QWidget()
        box.setLayout(chips)
        for place, widget in enumerate((primary, default, quiet, danger, box), start=1):
            widget.setEnabled(enabled)
            grid.addWidget(widget, line, place)
    card.body.addLayout(grid)
    card.body.addLayout(
        kit.row(
            kit.Button("Small", size=kit.ButtonSize.SMALL),
            kit.Button("Large", size=kit.ButtonSize.LARGE, role=kit.ButtonRole.PRIMARY),
            kit.IconButton("trash", "Delete"),
            kit.IconButton("list", "List", checkable=True, framed=True),
            kit.LinkButton("Open progress"),
            kit.AddChip("Add"),
            kit.KeyCap("Ctrl K"),
            None,
        )
    )
    pills = [kit.StatusPill(words, kind) for words, kind in PILLS]
    card.body.addLayout(kit.row(*pills, kit.CautionChip("Apixaban: no deep pressure"), None))
    toggle = kit.ToggleGroup([("f", "Front"), ("b", "Back"), ("l", "Left"), ("r", "Right")], value="b", name="View")
    pain = kit.NumberRow(name="Pain now")
    pain.set_number(6)
    grade = kit.NumberRow(3, name="Tone")
    card.body.addLayout(kit.row(toggle, pain, grade, None, spacing=16))
    checked, unchecked = QCheckBox("Body map"), QCheckBox("Visit list")
    checked.setChecked(True)
    radio = QRadioButton("Female")
    radio.setChecked(True)
    card.body.addLayout(kit.row(checked, unchecked, radio, QRadioButton("Male"), None, spacing=16))
    card.body.addStretch(1)
    return card


def fields() -> kit.Card:
    """What is typed into, right and wrong."""
    card = kit.Card()
    card.body.addWidget(kit.CardHeader("Fields"))
    choice = kit.Select()
    choice.addItems(["Ilse Placeholder, MD", "Other"])
    wrong = kit.Field("Rotation, right", QLineEdit("580°"))
    wrong.set_problem("Between 0 and 180.")
    born = kit.DateEdit()
    born.set_date(dt.date(1987, 3, 14))
    card.body.addLayout(
        kit.row(kit.Field("Name", QLineEdit("Juniper"), help_text="As on the card"), kit.Field("Born", born), wrong)
    )
    late = kit.DateEdit()
    late.setText("soon")
    late_field = kit.Field("Expiry", late, optional=True)
    late.problem_changed.connect(late_field.set_problem)
    late.read()
    card.body.addLayout(kit.row(kit.Field("To", choice), late_field))
    passphrase = kit.PassphraseEdit()
    passphrase.setText("correct horse")
    meter = kit.StrengthMeter()
    meter.show_score(3)
    card.body.addWidget(kit.Field("Passphrase", passphrase))
    card.body.addWidget(kit.CapsLockHint(passphrase))
    card.body.addWidget(meter)
    card.body.addWidget(kit.SearchEdit("Find a client, visit, phone number or action", key_hint="Ctrl K"))
    note = QPlainTextEdit("Guards on first side-bend.")
    note.setFixedHeight(56)
    card.body.addWidget(kit.Field("Note", note))
    card.body.addStretch(1)
    return card


def session() -> kit.Card:
    """The strip of the session timer."""
    card = kit.Card(padding=12)
    timer = kit.TimerDisplay()
    timer.show_time(38 * 60 + 12, 60)
    timer.show_state("Running", kit.Kind.GREEN, "of 60 min planned", running=True)
    techniques = kit.SegmentRow()
    techniques.add("intake", "Intake", "6 min · no code")
    techniques.add("massage", "Massage", "14 min · 97124")
    techniques.add("manual", "Manual therapy", "18:12 · 97140")
    techniques.set_running("manual")
    pause = kit.Button("Pause", size=kit.ButtonSize.ENTRY, icon_name="pause")
    card.body.addLayout(kit.row(timer, techniques, None, pause))
    return card


def meters() -> kit.Card:
    """Meters and messages."""
    card = kit.Card()
    dots, boxes = kit.VisitDots(), kit.ReferralMeter()
    dots.show_visits(4, 12, today=True)
    boxes.show_visits(4, 12, today=True)
    card.body.addLayout(kit.row(kit.Label("Visit 5 of 12"), dots, None))
    card.body.addWidget(boxes)
    card.body.addWidget(kit.LineBar(0.53))
    for kind, sentence in BANNERS:
        banner = kit.Banner(sentence, kind)
        banner.add_action("Open")
        card.body.addWidget(banner)
    card.body.addWidget(
        kit.EmptyState("clients", "No clients yet", "Add one, or import a list.", kit.Button("New client"))
    )
    return card


def gallery() -> QWidget:
    """Everything on one page."""
    page = QWidget()
    page.setWindowTitle("Kit")
    page.resize(1366, 768)
    rail = kit.Rail()
    rail.add("home", "home", "Home")
    rail.add("clients", "clients", "Clients")
    rail.add("client", "clients", "Juniper").show_person("Juniper Sample-Hayes", running=True)
    rail.add("settings", "gear", "Settings", at_bottom=True)
    rail.add("lock", "lock", "Lock", at_bottom=True)
    rail.set_current("client")
    tabs = kit.Tabs(
        [("overview", "Overview"), ("visits", "Visits"), ("case", "Case and plan")], name="Parts of the chart"
    )
    grid = QGridLayout()
    grid.setContentsMargins(16, 8, 16, 16)
    grid.setSpacing(12)
    grid.addWidget(tabs, 0, 0)
    grid.addWidget(session(), 1, 0)
    grid.addWidget(controls(), 2, 0)
    grid.addWidget(fields(), 0, 1, 3, 1)
    grid.addWidget(meters(), 0, 2, 3, 1)
    grid.setRowStretch(2, 1)
    whole = QHBoxLayout(page)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    whole.addWidget(rail)
    whole.addLayout(grid, 1)
    return page


def main() -> None:
    """Show the gallery, or save its picture."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--dialog", action="store_true")
    parser.add_argument("--save", type=Path)
    wanted = parser.parse_args()
    application = QApplication(sys.argv[:1])
    Theme(application, ICONS, Scheme.DARK if wanted.dark else Scheme.LIGHT)
    page = gallery()
    page.show()
    page.activateWindow()
    application.processEvents()
    if wanted.dialog:
        show_dialog(page)
    toast = kit.Toast(page)
    toast.say("Mark deleted", "Undo")
    if wanted.save is None:
        application.exec()
        return
    search = page.findChild(kit.SearchEdit)
    if search is not None and not wanted.dialog:
        search.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(3):
        application.processEvents()
    page.grab().save(str(wanted.save))


def show_dialog(page: QWidget) -> None:
    """Open a dialog over the page."""
    dialog = kit.Dialog("Sign visit 5", caption="Juniper Sample-Hayes, Mon 23 Nov 2026", width=622, parent=page)
    dialog.body.addWidget(kit.Banner("Ready: 21 of 21 checks passed", kit.BannerKind.GREEN))
    dialog.body.addWidget(kit.Field("Passphrase of Robin Mockford, LMT", kit.PassphraseEdit()))
    dialog.add_aside(QCheckBox("Open the PDF after signing"))
    dialog.add_action(kit.Button("Not yet", size=kit.ButtonSize.LARGE))
    sign = kit.Button("Sign and lock", role=kit.ButtonRole.PRIMARY, size=kit.ButtonSize.LARGE, icon_name="pen")
    dialog.add_action(sign)
    dialog.open()


if __name__ == "__main__":
    main()
