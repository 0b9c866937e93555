"""What is offered for a word that the dictionary does not know, put on top of a field's own menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from therapist_desk.ui.spelling.spelling import Spelling


def open_menu(
    menu: QMenu,
    place: QPoint,
    word: str,
    meant: tuple[str, ...],
    spelling: Spelling,
    replace: Callable[[str], object],
) -> None:
    """Offer what may be meant, and to learn or ignore the word; `replace` takes what is chosen."""
    menu.setObjectName("spelling_menu")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    first = menu.actions()[0]
    for each in meant:
        _add(menu, first, each).triggered.connect(partial(replace, each))
    if not meant:
        _add(menu, first, _tr("No suggestion")).setEnabled(False)
    menu.insertSeparator(first)
    _add(menu, first, _tr("Add “{word}” to my words").format(word=word)).triggered.connect(
        partial(spelling.learn, word)
    )
    _add(menu, first, _tr("Ignore “{word}” for now").format(word=word)).triggered.connect(
        partial(spelling.ignore, word)
    )
    menu.insertSeparator(first)
    menu.popup(place)
    menu.setActiveAction(menu.actions()[0])


def _add(menu: QMenu, before: QAction, words: str) -> QAction:
    action = QAction(words, menu)
    menu.insertAction(before, action)
    return action


def _tr(words: str) -> str:
    return QCoreApplication.translate("SpellingHelp", words)
