"""From a signed visit to the addendum that corrects a part of it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desks import PASSPHRASE
from therapist_desk.domain.missing import Target
from therapist_desk.domain.notes.parts import NotePart
from therapist_desk.services import signing
from therapist_desk.services.desk import Desk
from therapist_desk.ui.kit import Label, Select
from therapist_desk.ui.signing import AddendumDialog
from therapist_desk.ui.visit.page import VisitPage
from ui.visit.conftest import settle


def test_what_a_signed_visit_lacks_opens_an_addendum_to_that_part(page: VisitPage, desk: Desk) -> None:
    lacking = next(item for item in page.session.missing() if item.target is Target.PAIN_BEFORE)
    signing.sign_visit(desk, page.session.visit.id, PASSPHRASE, override_reason="test")
    page.session.open_again()
    settle(page)

    page._mending.lead(lacking)

    (dialog,) = page.window().findChildren(AddendumDialog)
    assert dialog.findChildren(Select, "corrects")[0].currentText() == "Pain scores"
    dialog.done(0)


def test_an_addendum_on_screen_says_what_it_corrects(page: VisitPage, desk: Desk) -> None:
    visit = page.session.visit.id
    signing.sign_visit(desk, visit, PASSPHRASE, override_reason="test")
    signing.add_addendum(desk, visit, "Left out", "Slept better.", PASSPHRASE, corrects=NotePart.REPORTED)
    page.session.open_again()
    settle(page)

    card = page.note.findChildren(QWidget, "addendum_1")[0]
    assert "Corrects: what the client reported" in [label.text() for label in card.findChildren(Label)]
