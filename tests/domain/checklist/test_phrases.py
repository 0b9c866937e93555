from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapist_desk.domain.checklist.phrases import in_english, sentences, told, unquoted
from therapist_desk.domain.checklist.shorthand import written_out

MOST = 400


@given(st.text(max_size=3000))
def test_cutting_loses_no_word_and_leaves_nothing_endless(text: str) -> None:
    pieces = sentences(text)

    assert "".join("".join(piece.split()) for piece in pieces) == "".join(text.split())
    assert all(len(piece) <= MOST for piece in pieces)


def test_dictated_text_without_a_stop_is_cut_between_words() -> None:
    words = {word for piece in sentences("massage of the neck and " * 200) for word in piece.split()}

    assert words == {"massage", "of", "the", "neck", "and"}


def test_titles_and_short_forms_do_not_end_a_sentence() -> None:
    assert sentences("Saw Dr. Raman; pt. says e.g. driving hurts. Better.") == (
        "Saw Dr. Raman;",
        "pt. says e.g. driving hurts.",
        "Better.",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Dolor en el hombro derecho desde mayo.",
        "Douleur à la nuque, pas de maux de tête.",
        "Боль в шее справа.",
        "右の首が痛い。",
    ],
)
def test_other_languages_are_not_judged(text: str) -> None:
    assert not in_english(text)


@pytest.mark.parametrize("text", ["R UT TTP, AROM WNL", "Client drove to La Jolla and the neck is stiff.", ""])
def test_english_and_short_forms_are_judged(text: str) -> None:
    assert in_english(text)


def test_what_is_quoted_is_left_out() -> None:
    assert unquoted('She calls it "my sciatica" and laughs.') == "She calls it   and laughs."


@pytest.mark.parametrize(
    ("short", "plain"),
    [
        (
            "Pt c/o ↑ pn, cont POC q2wk prn",
            "client complains of increased pain, continue plan of care every 2 weeks as needed",
        ),
        ("tx'd w/ MFR bilat UT, maint. 1x/mo", "treated with MFR bilat UT, maintenance 1 times a month"),
        ("no Δ x 10 visits; pn 6→3", "no change for 10 visits; pain 6 to 3"),
        ("Sees PT, 3 x 30 s, R/O HNP", "Sees PT, 3 x 30 s, rule out herniated disc"),
    ],
)
def test_shorthand_is_written_out(short: str, plain: str) -> None:
    assert written_out(short) == plain


@given(st.text(max_size=300))
def test_any_text_can_be_written_out(text: str) -> None:
    assert "  " not in written_out(text)


def test_what_a_sentence_says_comes_with_the_sentence_as_it_stands() -> None:
    assert told('Pt says "my maint day". Cont. tx.') == (
        ('Pt says "my maint day".', "client says ."),
        ("Cont. tx.", "continue treatment"),
    )
