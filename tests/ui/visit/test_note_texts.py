"""The kinds of text in a section: carried, generated, edited and own, and the phrases put into them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desks import HandClock
from therapist_desk.app.paths import resources_dir
from therapist_desk.domain.ids import VisitId
from therapist_desk.domain.notes.note import Note, Origin, Paragraph, Section
from therapist_desk.domain.notes.phrase import Phrase, PhraseId, offered
from therapist_desk.domain.sentences.wording import Wording
from therapist_desk.services import writing
from therapist_desk.services.desk import Desk
from therapist_desk.services.visit import notes, visits
from therapist_desk.ui.visit.page import VisitPage
from ui.visit.conftest import OpenPage, press, settle, stored

SAID = Note(
    limitation="turning right",
    paragraphs=(Paragraph(Section.SUBJECTIVE, "Screen work 6 h a day."), Paragraph(Section.PLAN, "Weekly.")),
)


@pytest.fixture
def follow_up(desk: Desk, clock: HandClock, visit_id: VisitId, open_page: OpenPage) -> VisitPage:
    notes.save_note(desk, visit_id, SAID)
    clock.wait(7 * 24 * 60)
    page = open_page()
    page.show_visit(visits.start_visit(desk, visits.open_visit(desk, visit_id).visit.case_id).id)
    settle(page)
    return page


def test_carried_lines_are_kept_edited_and_dropped_by_one_key_each(follow_up: VisitPage) -> None:
    note = follow_up.note
    assert note.lead_to_carried()
    first, second = note.subjective.words.carried
    assert first.accessibleName() == "Unconfirmed: Limits: turning right"
    QTest.keyClick(first, Qt.Key.Key_K)
    QTest.keyClick(second, Qt.Key.Key_E)
    QTest.keyClicks(note.subjective.text, " Drives.")
    (third,) = note.plan.words.carried
    QTest.keyClick(third, Qt.Key.Key_D)

    kept = stored(follow_up).note
    assert kept.limitation == "turning right"
    assert kept.paragraphs == (Paragraph(Section.SUBJECTIVE, "Screen work 6 h a day. Drives."),)


def test_all_are_kept_by_one_key_and_unconfirmed_again_by_undo(follow_up: VisitPage) -> None:
    follow_up.note.keep_all()
    assert stored(follow_up).note.own_text(Section.PLAN) == "Weekly."

    follow_up.session.undo_stack.undo()

    assert [each.origin for each in stored(follow_up).note.paragraphs] == [Origin.UNCONFIRMED] * 3


def test_an_edited_sentence_no_longer_follows_tells_of_changes_and_follows_again(page: VisitPage) -> None:
    press(page, "t/infraspinatus left\n2\n")
    words = page.note.objective.words
    source = f"mark:{page.session.visit.marks[0].id}"
    words.generated.show_hot(source)
    QTest.keyClick(words.generated, Qt.Key.Key_Return)
    row = words.edited(source)
    assert row is not None
    QTest.keyClicks(row.text, " Guarded.")
    page.map_panel.editor.grade(page.session.visit.marks[0].id, 3)

    (version,) = stored(page).note.paragraphs
    assert (version.origin, version.text) == (Origin.EDITED, "Left infraspinatus: tender 2/4. Guarded.")
    assert row.text.accessibleName().startswith("Edited: Left infraspinatus")
    assert row._news.text() == "Changed since: Left infraspinatus: tender 3/4."
    row.follow.click()
    assert stored(page).note.paragraphs == ()
    assert words.generated.words == "Left infraspinatus: tender 3/4."


def test_letters_become_a_phrase_whose_gaps_are_filled_in_by_tab(page: VisitPage) -> None:
    page.note.show_phrases(offered(writing.load_phrases(resources_dir())))
    text = page.note.plan.text
    text.setFocus()
    QTest.keyClicks(text, "Better. freq")
    QTest.keyClick(text, Qt.Key.Key_Tab)
    QTest.keyClicks(text, "2")
    QTest.keyClick(text, Qt.Key.Key_Tab)
    QTest.keyClicks(text, "4")

    assert stored(page).note.own_text(Section.PLAN) == (
        "Better. Continue 2 times a week for 4 weeks, then re-assess."
    )


def test_an_own_phrase_is_found_by_its_words_and_never_overwrites(page: VisitPage, desk: Desk) -> None:
    own = Phrase(id=PhraseId("mine"), abbreviation="hy", text="Drink as you like.")
    writing.save_phrase(desk, own)
    page.note.show_phrases(writing.own_phrases(desk))
    text = page.note.plan.text
    text.setFocus()
    QTest.keyClicks(text, "Weekly.")
    text.selectAll()
    page.note.find_phrase()
    QTest.keyClicks(page.note.finder.search, "drink")
    QTest.keyClick(page.note.finder, Qt.Key.Key_Return)

    assert stored(page).note.own_text(Section.PLAN) == "Weekly. Drink as you like."


def test_the_wording_of_the_therapist_is_that_of_the_sentences(page: VisitPage, desk: Desk) -> None:
    press(page, "a/upper trapezius right\n7\n")
    writing.set_wording(desk, Wording.SHORT)
    page.session.open_again()
    settle(page)

    assert page.note.objective.generated.words == "R UT: active TrP 7/10."
