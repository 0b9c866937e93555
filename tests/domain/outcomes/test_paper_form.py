from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapist_desk.domain.outcomes.paper_form import (
    PAPER_FORMS,
    AnswerNotReadError,
    answers_text,
    as_answers,
    read_answers,
)


@pytest.mark.parametrize(
    ("name", "typed", "given_answers"),
    [
        ("QuickDASH", "3 2 4", (3, 2, 4)),
        ("QuickDASH", "3,2;4 -", (3, 2, 4, None)),
        ("QuickDASH", "324-", (3, 2, 4, None)),
        ("NDI", "0–x?", (0, None, None, None)),
        ("BPI-severity", "10 3 5 6", (10, 3, 5, 6)),
        ("BPI-severity", "10", (10,)),
        ("HIT-6", "6 8 10 11 13 13", (6, 8, 10, 11, 13, 13)),
        ("ODI", "", ()),
        ("JFLS-8", "0 0 1 – 10 n/a", (0, 0, 1, None, 10, None)),
    ],
)
def test_answers_are_read_in_their_order(name: str, typed: str, given_answers: tuple[int | None, ...]) -> None:
    assert read_answers(name, typed) == given_answers


@pytest.mark.parametrize(
    ("name", "typed", "choices"),
    [
        ("QuickDASH", "3 0 4", "11 of 1 to 5"),
        ("ODI", "3 6", "10 of 0 to 5"),
        ("HIT-6", "6 7", "6 of 6, 8, 10, 11 or 13"),
        ("LEFS", "1 two", "20 of 0 to 4"),
        ("PEG", "1 2 3 4", "3 of 0 to 10"),
        ("BPI-severity", "1.5", "4 of 0 to 10"),
    ],
)
def test_what_the_form_has_not_is_named_with_what_it_has(name: str, typed: str, choices: str) -> None:
    with pytest.raises(AnswerNotReadError, match=choices):
        read_answers(name, typed)


@given(st.sampled_from(sorted(PAPER_FORMS)), st.data())
def test_answers_written_are_read_again(name: str, data: st.DataObject) -> None:
    form = PAPER_FORMS[name]
    one = st.none() | st.sampled_from(sorted(form.choices))
    answers = tuple(data.draw(st.lists(one, min_size=form.count, max_size=form.count)))

    assert read_answers(name, answers_text(as_answers(answers))) == answers
