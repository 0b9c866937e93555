from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.builders import mark, visit
from therapist_desk.domain.notes.edited import edited_from, own_version, with_edited
from therapist_desk.domain.notes.likeness import NEARLY_THE_SAME, same_share
from therapist_desk.domain.notes.note import Note, Origin, Paragraph, Section
from therapist_desk.domain.sentences.carried import (
    carried_forward,
    carried_from,
    dropped,
    kept,
    put_back,
    unconfirmed,
)

LAST = visit(
    service_date=date(2026, 11, 9),
    note=Note(
        limitation="turning right while driving",
        paragraphs=(
            Paragraph(Section.SUBJECTIVE, "Screen work 6 h a day.\n\nDrives 40 min each way."),
            Paragraph(Section.OBJECTIVE, "Guards on first side-bend."),
            Paragraph(Section.PLAN, "Weekly 60 min."),
            Paragraph(Section.PLAN, "Never confirmed.", Origin.UNCONFIRMED),
        ),
    ),
)


def test_what_the_client_said_and_the_plan_come_forward_line_by_line() -> None:
    note = carried_forward(Note(), LAST)

    assert [(line.section, line.text) for line in unconfirmed(note)] == [
        (Section.SUBJECTIVE, "turning right while driving"),
        (Section.SUBJECTIVE, "Screen work 6 h a day."),
        (Section.SUBJECTIVE, "Drives 40 min each way."),
        (Section.PLAN, "Weekly 60 min."),
    ]
    assert {carried_from(line) for line in unconfirmed(note)} == {date(2026, 11, 9)}


def test_a_section_that_says_something_already_is_left_alone() -> None:
    written = Note(limitation="sitting", paragraphs=(Paragraph(Section.PLAN, "Discharge."),))

    note = carried_forward(written, LAST)

    assert [line.section for line in unconfirmed(note)] == [Section.SUBJECTIVE, Section.SUBJECTIVE]


def test_kept_lines_follow_what_was_typed_and_can_be_taken_back_after_more_typing() -> None:
    note = carried_forward(Note(), LAST)
    lines = unconfirmed(note)
    typed = replace(note, paragraphs=(*note.paragraphs, Paragraph(Section.SUBJECTIVE, "Woke twice.")))

    confirmed = kept(typed, lines)
    assert confirmed.own_text(Section.SUBJECTIVE) == "Woke twice.\nScreen work 6 h a day.\nDrives 40 min each way."
    assert confirmed.limitation == "turning right while driving"
    assert unconfirmed(confirmed) == ()

    again = put_back(confirmed, lines, were_kept=True)
    assert again.own_text(Section.SUBJECTIVE) == "Woke twice."
    assert again.limitation == ""
    assert unconfirmed(again) == lines


def test_a_dropped_line_is_gone_and_can_come_back() -> None:
    note = carried_forward(Note(), LAST)
    line = unconfirmed(note)[1]

    assert line not in unconfirmed(dropped(note, (line,)))
    assert line in unconfirmed(put_back(dropped(note, (line,)), (line,), were_kept=False))


def test_an_own_version_remembers_what_it_followed_and_gives_way_again() -> None:
    sentence = Paragraph(Section.OBJECTIVE, "Right neck: tender 3/4.", Origin.GENERATED, f"mark:{mark().id}")

    note = with_edited(Note(), sentence.source, own_version(sentence, "Sore."))
    note = with_edited(note, sentence.source, own_version(note.paragraphs[0], "Sore, guarded."))

    version = edited_from(note, sentence.source)
    assert version is not None
    assert (version.text, version.followed) == ("Sore, guarded.", "Right neck: tender 3/4.")
    assert with_edited(note, sentence.source, None) == Note()


def test_a_cloned_note_is_told_from_one_with_a_fresh_sentence() -> None:
    last = (Paragraph(Section.SUBJECTIVE, "Headache most afternoons since the crash. Turning right is stiff."),)
    fresh = Paragraph(Section.SUBJECTIVE, "Slept through five nights; drove to work without stopping to stretch.")

    assert same_share(last, last) == 100
    assert same_share((*last, fresh), last) < NEARLY_THE_SAME
    assert same_share((Paragraph(Section.PLAN, "Weekly."),), (Paragraph(Section.PLAN, "Weekly."),)) == 0
