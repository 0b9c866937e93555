"""The style sheet: radius, borders and padding of Qt's own controls, by dynamic property."""

from __future__ import annotations

import dataclasses
from string import Template

from PySide6.QtGui import QColor

from therapist_desk.ui.theme.tokens import Tokens

_SHEET = Template("""
QPushButton { background: $surface; color: $ink; border: 1px solid $line2; border-radius: 6px; padding: 0 15px;
  min-height: 30px; font-weight: 500; outline: none; }
QPushButton[scale="small"] { min-height: 26px; padding: 0 11px; }
QPushButton[scale="large"] { min-height: 38px; padding: 0 19px; font-size: 14px; }
QPushButton[scale="entry"] { min-height: 42px; padding: 0 19px; font-size: 14px; }
QPushButton:hover, QPushButton:pressed { background: $hover; }
QPushButton:checked { background: $soft; color: $accent; border-color: $accent; }
QPushButton:disabled { background: $hover; color: $ink3; border-color: $line; }
QPushButton[role="primary"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton[role="primary"]:hover, QPushButton[role="primary"]:pressed { background: $accent_hover;
  border-color: $accent_hover; }
QPushButton[role="primary"]:disabled { background: $hover; color: $ink3; border-color: $line; }
QPushButton[role="quiet"] { background: transparent; color: $ink2; border-color: transparent; }
QPushButton[role="quiet"]:hover, QPushButton[role="quiet"]:pressed { background: $hover; }
QPushButton[role="quiet"]:disabled { background: transparent; color: $ink3; }
QPushButton[role="danger"] { color: $red; border-color: $red_line; }
QPushButton[role="danger"]:hover, QPushButton[role="danger"]:pressed { background: $red_fill; }
QPushButton[role="danger"]:disabled { background: $hover; color: $ink3; border-color: $line; }
QPushButton::menu-indicator { image: none; width: 0; }

QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QTextEdit { background: $surface;
  color: $ink; border: 1px solid $ctl; border-radius: 6px; padding: 0 11px; selection-background-color: $accent;
  selection-color: $on_accent; }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: 30px; }
QLineEdit[scale="small"], QComboBox[scale="small"] { min-height: 26px; padding: 0 7px; }
QLineEdit[scale="cell"] { min-height: 20px; padding: 0 7px; }
QLineEdit[scale="entry"] { min-height: 42px; font-size: 15px; padding: 0 13px; }
QPlainTextEdit, QTextEdit { padding: 6px 7px; }
QLineEdit[role="plain"], QPlainTextEdit[role="plain"], QTextEdit[role="plain"] { background: transparent;
  border: none; padding: 0; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled, QPlainTextEdit:disabled, QTextEdit:disabled {
  background: $hover; color: $ink3; border-color: $line; }
QLineEdit:read-only { background: $sunken; border-color: $line; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus, QPlainTextEdit:focus, QTextEdit:focus {
  border-color: $accent; }
QAbstractSpinBox { min-height: 28px; padding: 0; }
QAbstractSpinBox QLineEdit { background: transparent; border: none; padding: 0; min-height: 0; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { subcontrol-origin: margin; width: 0; height: 0;
  border: none; }
*[error="true"] { border-color: $red; }
QComboBox { padding-right: 30px; }
QComboBox:hover { background: $hover; }
QComboBox::drop-down { border: none; width: 0; }
QComboBox QAbstractItemView, QListView[role="completions"] { background: $surface; border: 1px solid $line2;
  padding: 4px; outline: none; selection-background-color: $soft; selection-color: $accent; }
QComboBox QAbstractItemView::item { min-height: 28px; padding: 0 8px; }

QFrame[role="card"] { background: $surface; border: 1px solid $line; border-radius: 8px; }
QFrame[role="bar"] { background: $surface; border: none; }
QFrame[role="sunken"] { background: $sunken; border: 1px solid $line; border-radius: 8px; }
QFrame[role="popover"] { background: $surface; border: 1px solid $line2; border-radius: 8px; }
QFrame[role="dialog"] { background: $surface; border: 1px solid $line2; border-radius: 12px; }

QLabel { background: transparent; }
QLabel[tone="labels"] { color: $ink2; }
QLabel[tone="quiet"] { color: $ink3; }
QLabel[tone="accent"] { color: $accent; }
QLabel[tone="red"] { color: $red; }
QLabel[tone="amber"] { color: $amber; }
QLabel[tone="green"] { color: $green; }
QLabel[tone="inverse"] { color: $win; }

QCheckBox, QRadioButton { spacing: 8px; min-height: 24px; background: transparent; }
QCheckBox:disabled, QRadioButton:disabled { color: $ink3; }

QScrollArea, QScrollArea > QWidget > QWidget[role="page"] { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QScrollBar::handle { background: $line2; border-radius: 3px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: $ctl; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QListView, QTreeView, QTableView { background: $surface; border: none; outline: none;
  selection-background-color: $soft; selection-color: $ink; gridline-color: $line; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section { background: $surface; color: $ink3; border: none; border-bottom: 1px solid $line;
  padding: 4px 8px; font-size: 11px; font-weight: 600; }
QTableView::item { padding: 0 8px; border-bottom: 1px solid $line; }
QTableView::item:selected { background: $soft; color: $ink; }

QTabBar { background: transparent; border: none; qproperty-drawBase: 0; }
QTabBar::tab { color: $ink2; background: transparent; border: none; border-bottom: 3px solid transparent;
  min-height: 37px; padding: 0 12px; margin-right: 8px; font-weight: 500; }
QTabBar::tab:hover { color: $ink; }
QTabBar::tab:selected { color: $accent; border-bottom-color: $accent; }
QTabWidget::pane { border: none; }

QMenu { background: $surface; border: 1px solid $line2; padding: 4px; }
QMenu::item { padding: 7px 28px 7px 12px; border-radius: 4px; color: $ink; }
QMenu::item:selected { background: $soft; color: $accent; }
QMenu::item:disabled { color: $ink3; }
QMenu::separator { height: 1px; background: $line; margin: 4px 0; }
QToolTip { background: $ink; color: $surface; border: none; padding: 5px 8px; }
QSplitter::handle { background: transparent; }
""")


def style_sheet(tokens: Tokens) -> str:
    """The application's style sheet in the colours of `tokens`."""
    values = ((field.name, getattr(tokens, field.name)) for field in dataclasses.fields(tokens))
    return _SHEET.substitute({name: value.name() for name, value in values if isinstance(value, QColor)})
