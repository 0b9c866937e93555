from __future__ import annotations

from dataclasses import replace

import pytest

from domain.builders import mark
from therapist_desk.domain.anatomy import RegionRef, Side
from therapist_desk.domain.findings.mark import SCALES, MarkKind, PainQuality
from therapist_desk.domain.findings.review import LIFTED, RESOLVED, Verdict, is_over, review, review_id, unreviewed
from therapist_desk.domain.ids import MarkId, VisitId
from therapist_desk.domain.sentences.mark_words import mark_sentence

TODAY = VisitId("today")
NEW = MarkId("new")
GRADED = [kind for kind in MarkKind if SCALES[kind] is not None]
UNGRADED = [kind for kind in MarkKind if SCALES[kind] is None]


@pytest.mark.parametrize("kind", GRADED)
def test_the_same_begins_with_the_grade_that_last_visit_ended_with(kind: MarkKind) -> None:
    treated = review(mark(kind, before=3, after=2), Verdict.SAME, NEW)
    assert (treated.id, treated.before, treated.after) == (NEW, 2, None)
    untreated = review(mark(kind, before=3), Verdict.SAME, NEW)
    assert untreated.before == 3


@pytest.mark.parametrize("verdict", [Verdict.BETTER, Verdict.WORSE])
def test_better_and_worse_wait_for_a_grade(verdict: Verdict) -> None:
    today = review(mark(before=7, after=4), verdict, NEW)
    assert verdict.wants_grade
    assert (today.before, today.after, today.note) == (None, None, "")


def test_resolved_is_nought_and_says_so_in_the_note() -> None:
    today = review(mark(before=7, after=4), Verdict.RESOLVED, NEW)
    assert (today.before, today.after, today.wants_after) == (0, None, False)
    assert mark_sentence(today) == "Right upper trapezius: active trigger point 0/10; resolved since last visit."


def test_place_quality_direction_and_referral_are_carried_and_words_are_not() -> None:
    temple = RegionRef("temporalis", "temporalis", Side.RIGHT)
    ghost = mark(
        before=5, quality=PainQuality.ACHE, direction=90, layer="deep", refers_to=(temple,), note="jump sign"
    )
    today = review(ghost, Verdict.SAME, NEW)
    assert today == replace(ghost, id=NEW, note="")


@pytest.mark.parametrize("kind", UNGRADED)
def test_findings_without_grades_keep_their_words_or_get_the_verdict(kind: MarkKind) -> None:
    ghost = mark(kind, note="sutures until 2 Dec")
    assert review(ghost, Verdict.SAME, NEW).note == "sutures until 2 Dec"
    assert review(ghost, Verdict.WORSE, NEW).note == "worse than last visit"
    gone = review(ghost, Verdict.RESOLVED, NEW)
    assert gone.note == (LIFTED if kind is MarkKind.DO_NOT_WORK else RESOLVED)
    assert gone.before is None


@pytest.mark.parametrize("kind", list(MarkKind))
def test_what_was_resolved_is_not_reviewed_again(kind: MarkKind) -> None:
    resolved = review(mark(kind), Verdict.RESOLVED, NEW)
    assert is_over(resolved)
    assert unreviewed([resolved], [], TODAY) == ()


def test_what_ended_at_nought_is_over_and_what_was_not_graded_is_not() -> None:
    assert is_over(mark(before=5, after=0))
    assert is_over(mark(before=0))
    assert not is_over(mark(before=0, after=1))
    assert not is_over(mark())


def test_a_finding_stays_unreviewed_until_its_own_review_is_there() -> None:
    first, second = mark(before=5), mark(before=3)
    own = mark(before=5)
    assert unreviewed([first, second], [own], TODAY) == (first, second)
    reviewed = review(first, Verdict.SAME, review_id(first, TODAY))
    assert unreviewed([first, second], [own, reviewed], TODAY) == (second,)


def test_a_review_has_one_identity_in_a_visit_and_another_in_the_next() -> None:
    ghost = mark()
    assert review_id(ghost, TODAY) == review_id(ghost, TODAY)
    assert review_id(ghost, TODAY) != review_id(ghost, VisitId("tomorrow"))
    assert review_id(ghost, TODAY) != review_id(mark(), TODAY)
