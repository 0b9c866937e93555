"""What makes a note a clone of the last, and what only reads much like it."""

from __future__ import annotations

from therapist_desk.domain.notes.likeness import likeness, said_again
from therapist_desk.domain.notes.note import Origin, Paragraph, Section

S, O, A, P = Section  # noqa: E741 - as the sections are called
TOLD = Paragraph(S, "Headache behind the right eye most afternoons, worse at the desk and when reading in bed.")
FOUND = Paragraph(
    O, "Right upper trapezius ropy from C5 to the acromion; guards on the first side-bend, eases with breath."
)
MEANT = Paragraph(
    A, "Temple pain no longer comes on under pressure. Turning right is freer, still short of the goal."
)
NEXT = Paragraph(P, "Weekly; same regions, heat in the evening, chin tucks at the desk.")
LAST = (TOLD, FOUND, MEANT, NEXT)


def test_a_copied_note_is_a_clone_whatever_the_marks_say() -> None:
    marks = Paragraph(
        O, "Right upper trapezius: active trigger point 3/4, after 1/4. " * 9, Origin.GENERATED, "mark:1"
    )
    others = Paragraph(O, "Left levator scapulae: tender 2/4, after 0/4. " * 9, Origin.GENERATED, "mark:2")

    assert likeness(LAST, LAST) == 100
    assert likeness((*LAST, marks), (*LAST, others)) == 100


def test_changing_a_word_here_and_there_makes_no_other_note() -> None:
    touched = (
        Paragraph(S, "Headache behind the right eye most evenings, worse at the desk and when reading in bed."),
        Paragraph(
            O, "Right upper trapezius ropy from C5 to the acromion; guards on first side-bend, eases with breath."
        ),
        Paragraph(A, "Temple pain no longer comes on under pressure. Turning right is freer, yet short of the goal."),
        NEXT,
    )

    assert likeness(touched, LAST) >= 90


def test_saying_it_in_other_words_makes_another_note() -> None:
    anew = (
        Paragraph(
            S, "Eye pain on the right came on three afternoons this week; could read in bed on the other four."
        ),
        Paragraph(O, "Upper trapezius on the right still stringy along its length, less guarding from the start."),
        Paragraph(A, "Pressure no longer refers to the temple, and rotation to the right goes a little further."),
        NEXT,
    )

    assert likeness(anew, LAST) == 0


def test_other_numbers_make_another_note() -> None:
    week_one = (
        Paragraph(S, "Drives 20 min before the neck stiffens. Woke 4 times on the worst night, 2 on the others."),
        Paragraph(A, "Rotation right 58 to 66 degrees, pain 6 to 3. Reads 15 min without a break."),
    )
    week_two = (
        Paragraph(S, "Drives 35 min before the neck stiffens. Woke 2 times on the worst night, 1 on the others."),
        Paragraph(A, "Rotation right 62 to 70 degrees, pain 5 to 2. Reads 25 min without a break."),
    )

    assert likeness(week_two, week_one) == 0


def test_an_unchanged_client_whose_lines_were_kept_is_no_clone_where_something_was_written() -> None:
    generated = Paragraph(O, "Right upper trapezius: tender 2/4, after 1/4.", Origin.GENERATED, "mark:1")
    of_today = Paragraph(
        A, "Much as last week; the long drive on Sunday undid some of the gain, which came back today."
    )

    assert likeness((TOLD, generated, of_today, NEXT), (TOLD, generated, MEANT, NEXT)) == 0


def test_stock_phrases_and_what_the_program_writes_are_no_clone() -> None:
    stock = (Paragraph(A, "Tolerated well, no adverse effects."), Paragraph(P, "Weekly, heat at home."))
    one = Paragraph(O, "Right upper trapezius: tender 3/4, after 1/4.", Origin.GENERATED, "mark:1")
    other = Paragraph(O, "Right upper trapezius: tender 2/4, after 1/4.", Origin.GENERATED, "mark:1")

    assert likeness((*stock, other), (*stock, one)) == 0
    assert likeness((other,), (other,)) == 0


def test_a_short_note_that_is_the_last_one_in_everything_is_a_clone() -> None:
    short = (Paragraph(S, "Neck stiff on the right, worse driving."), Paragraph(A, "Tolerated well."))
    mark = Paragraph(O, "Right upper trapezius: tender 3/4, after 1/4.", Origin.GENERATED, "mark:1")

    assert likeness((*short, mark), (*short, mark)) == 100


def test_a_passage_said_for_the_third_time_is_found_though_the_rest_is_new() -> None:
    before = ((TOLD, FOUND), (TOLD, MEANT))

    assert said_again((TOLD, Paragraph(A, "Freer.")), before) == TOLD
    assert said_again((TOLD,), ((FOUND,), (TOLD, MEANT))) is None
    assert said_again((NEXT,), ((NEXT,), (NEXT,))) is None
    assert (
        said_again((Paragraph(S, "Neck sore on the right."),), ((Paragraph(S, "Neck sore on the right."),),) * 2)
        is None
    )
