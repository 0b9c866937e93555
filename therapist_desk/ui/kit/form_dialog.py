"""A dialog with a form: saves, says what was refused, and asks before typed words are lost."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.errors import ExpectedError, InvalidError
from therapist_desk.ui.kit.banner import Banner, BannerKind
from therapist_desk.ui.kit.buttons import Button, ButtonRole, LinkButton
from therapist_desk.ui.kit.dialog import Dialog
from therapist_desk.ui.kit.form import Form
from therapist_desk.ui.wording import field_sentence, sentence


class FormDialog(Dialog):
    """Subclasses fill `form` and write in `save`, with `refuse` for errors and `close_saved` once it is written."""

    def __init__(self, title: str, save_words: str, form: Form, *, width: int, parent: QWidget) -> None:
        super().__init__(title, width=width, parent=parent)
        self.form = form
        self._changed = False
        self._writing = False
        self._message = Banner("", BannerKind.AMBER)
        self._message.setObjectName("message")
        self._links: list[LinkButton] = []
        self._discard = self.add_link(self.tr("Discard"), "discard")
        self._save = Button(save_words, role=ButtonRole.PRIMARY)
        self._save.setObjectName("save")
        cancel = Button(self.tr("Cancel"))
        cancel.setObjectName("cancel")
        self.body.addWidget(form)
        self.add_foot(self._message)
        self.add_action(cancel)
        self.add_action(self._save)
        self.say("")
        form.changed.connect(self._note_change)
        self._save.clicked.connect(self.save)
        cancel.clicked.connect(self.reject)
        self.first_focus = form.focusProxy()
        self._discard.clicked.connect(self.discard)

    @property
    def save_button(self) -> Button:
        """The button that saves; its words may change with what is typed."""
        return self._save

    def hand_over(self) -> None:
        """Save what is complete before the window goes; safe to repeat."""
        if self._changed and not self._writing:
            self.save_now()

    @Slot()
    def save(self) -> None:
        """Write what the form holds."""
        raise NotImplementedError

    def save_now(self) -> None:
        """Write what the form holds without asking anything."""
        self.save()

    def reject(self) -> None:
        """Close, unless something typed would be lost: then ask first."""
        if not self._changed:
            super().reject()
            return
        self.say(self.tr("What you changed is not saved."), self._discard)
        self._discard.setFocus()

    @Slot()
    def discard(self) -> None:
        """Close and forget what was typed."""
        self._changed = False
        super().reject()

    def add_link(self, words: str, name: str) -> LinkButton:
        """Add an action to the message; `say` shows it."""
        link = self._message.add_action(words)
        link.setObjectName(name)
        self._links.append(link)
        return link

    def say(self, words: str, *shown: LinkButton) -> None:
        """Say something above the buttons, with these links; nothing takes the message away."""
        self._message.set_sentence(words)
        for link in self._links:
            link.setVisible(link in shown)
        self._message.setVisible(bool(words))

    def begin_writing(self) -> None:
        """Take the message away and keep the button from being pressed twice."""
        self.say("")
        self._writing = True
        self._save.setEnabled(False)

    def refuse(self, error: ExpectedError) -> None:
        """Say why it was not written; every word stays."""
        self._writing = False
        self._save.setEnabled(True)
        if isinstance(error, InvalidError):
            elsewhere = self.form.show_problems(error.problems)
            self.say(" ".join(field_sentence(problem) for problem in elsewhere))
        else:
            self.say(sentence(error))

    def close_saved(self) -> None:
        """Close after everything is written."""
        self._changed = False
        self.accept()

    @Slot()
    def _note_change(self) -> None:
        self._changed = True
