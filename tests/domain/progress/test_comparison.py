from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from domain.builders import mark, visit
from therapist_desk.domain.anatomy import Figure, RegionRef, Side
from therapist_desk.domain.findings.mark import SCALES, Mark, MarkKind, Point
from therapist_desk.domain.findings.review import RESOLVED, Verdict, review, review_id
from therapist_desk.domain.ids import MarkId, VisitId
from therapist_desk.domain.progress.comparison import Course, Moment, compare, counts, grade_at, lineage

SOLEUS = RegionRef("soleus", "soleus", Side.LEFT)
REGIONS = [RegionRef(name, name, side) for name in ("trap_upper", "soleus") for side in (Side.LEFT, Side.RIGHT)]
VISITS = [VisitId(name) for name in ("first", "second", "third")]


@st.composite
def marks(draw: st.DrawFn) -> Mark:
    kind = draw(st.sampled_from(MarkKind))
    scale = SCALES[kind]
    grade = st.none() if scale is None else st.none() | st.integers(0, scale.top)
    return mark(
        kind,
        draw(st.sampled_from(REGIONS)),
        shape=Point(draw(st.integers(0, 4)), 0),
        figure=draw(st.sampled_from(Figure)),
        before=draw(grade),
        after=draw(grade),
        note=draw(st.sampled_from(("", RESOLVED))),
    )


@st.composite
def reviewed(draw: st.DrawFn, ghosts: list[Mark], visit_id: VisitId) -> list[Mark]:
    found = [
        review(ghost, draw(st.sampled_from(Verdict)), review_id(ghost, visit_id))
        for ghost in ghosts
        if draw(st.booleans())
    ]
    return [*found, *draw(st.lists(marks(), max_size=3))]


@given(st.lists(marks(), max_size=6), st.lists(marks(), max_size=6), st.sampled_from(Moment))
def test_no_mark_is_in_two_findings_and_none_is_lost_but_what_was_over(
    first: list[Mark], second: list[Mark], moment: Moment
) -> None:
    findings = compare(first, second, moment)

    before = [finding.first.id for finding in findings if finding.first]
    after = [finding.second.id for finding in findings if finding.second]
    assert len(before) == len(set(before))
    assert len(after) == len(set(after))
    lost = {each.id: each for each in (*first, *second) if each.id not in {*before, *after}}
    for each in lost.values():
        assert each.note == RESOLVED if each.scale is None else grade_at(each, moment) == 0


@given(st.lists(marks(), max_size=6), st.sampled_from(Moment))
def test_a_visit_beside_itself_shows_no_change(found: list[Mark], moment: Moment) -> None:
    for finding in compare(found, found, moment):
        assert finding.first == finding.second
        assert finding.course in {Course.SAME, Course.NOT_GRADED}


@given(st.lists(marks(), max_size=6), st.lists(marks(), max_size=6), st.sampled_from(Moment))
def test_turned_round_better_is_worse_and_worse_is_better(
    first: list[Mark], second: list[Mark], moment: Moment
) -> None:
    there = {(f.first, f.second): f.course for f in compare(first, second, moment) if f.first and f.second}
    back = {(f.second, f.first): f.course for f in compare(second, first, moment) if f.first and f.second}
    turned = {Course.BETTER: {Course.WORSE}, Course.SAME: {Course.SAME}, Course.NOT_GRADED: {Course.NOT_GRADED}}
    for pair in there.keys() & back.keys():
        if there[pair] in turned:
            assert back[pair] in turned[there[pair]] | {Course.RESOLVED}


@given(st.data())
def test_what_was_reviewed_is_the_same_finding_over_any_number_of_visits(data: st.DataObject) -> None:
    first = data.draw(st.lists(marks(), max_size=4))
    second = data.draw(reviewed(first, VISITS[1]))
    third = data.draw(reviewed(second, VISITS[2]))
    history = [visit(id=name, marks=tuple(own)) for name, own in zip(VISITS, (first, second, third), strict=True)]
    roots = lineage(history)

    pairs = {f.first.id: f.second.id for f in compare(first, third, roots=roots) if f.first and f.second}

    for ghost in first:
        after_two = review_id(replace(ghost, id=review_id(ghost, VISITS[1])), VISITS[2])
        if after_two in {each.id for each in third} and ghost.id in pairs:
            assert pairs[ghost.id] == after_two


def test_an_active_trigger_point_that_is_latent_now_is_the_same_finding_and_better() -> None:
    (finding,) = compare([mark(before=7)], [mark(MarkKind.TRIGGER_LATENT, before=7)])

    assert (finding.course, finding.kind_changed) == (Course.BETTER, True)


def test_the_other_side_is_another_finding() -> None:
    right, left = mark(MarkKind.TENDER, SOLEUS, before=3), replace(SOLEUS, side=Side.RIGHT)

    findings = compare([right], [mark(MarkKind.TENDER, left, before=2)])

    assert [finding.course for finding in findings] == [Course.NEW, Course.NOT_CHARTED]


def test_what_the_later_visit_does_not_mention_is_not_called_resolved() -> None:
    (finding,) = compare([mark(before=7)], [])
    assert finding.course is Course.NOT_CHARTED
    (finding,) = compare([mark(before=7)], [mark(before=0)])
    assert finding.course is Course.RESOLVED


def test_of_two_in_a_region_the_nearer_is_the_same() -> None:
    high, low = mark(shape=Point(3000, 1500), before=7), mark(shape=Point(3000, 1900), before=4)

    findings = compare([high, low], [mark(shape=Point(3010, 1880), before=3)])

    assert [(finding.first, finding.course) for finding in findings] == [
        (low, Course.BETTER),
        (high, Course.NOT_CHARTED),
    ]


def test_an_area_that_shrank_is_the_same_although_another_region_is_its_largest_now() -> None:
    nape, head = RegionRef("suboccipital", "suboccipitals", Side.RIGHT), RegionRef("occipitalis", "o", Side.RIGHT)
    wide, narrow = mark(MarkKind.PAIN, nape, head, before=8), mark(MarkKind.PAIN, head, before=6)

    (finding,) = compare([wide], [narrow])

    assert finding.course is Course.BETTER


def test_marks_of_another_figure_are_matched_by_their_region() -> None:
    other = mark(figure=Figure.FEMALE, shape=Point(10, 10), before=5)

    (finding,) = compare([mark(before=7)], [other])

    assert (finding.second, finding.course) == (other, Course.BETTER)


def test_a_finding_whose_kind_was_corrected_when_it_was_reviewed_has_no_grades_to_compare() -> None:
    ghost = mark(before=7)
    today = mark(MarkKind.TENDER, before=3, id=review_id(ghost, VISITS[1]))
    roots = lineage([visit(id=VISITS[0], marks=(ghost,)), visit(id=VISITS[1], marks=(today,))])

    (finding,) = compare([ghost], [today], roots=roots)

    assert (finding.second, finding.course) == (today, Course.NOT_GRADED)


def test_after_treatment_the_grades_that_the_visits_ended_with_are_compared() -> None:
    first, second = mark(before=8, after=6), mark(before=8, after=3)

    (before,) = compare([first], [second], Moment.BEFORE)
    (after,) = compare([first], [second], Moment.AFTER)

    assert (before.course, before.first_grade, before.second_grade) == (Course.SAME, 8, 8)
    assert (after.course, after.first_grade, after.second_grade) == (Course.BETTER, 6, 3)


def test_what_changed_is_counted_in_a_fixed_order() -> None:
    gone = mark(MarkKind.TENDER, SOLEUS, before=2)
    first = [mark(before=7), gone]
    second = [mark(MarkKind.PAIN, before=3), mark(before=4), replace(gone, id=MarkId("now"), before=0)]

    found = counts(compare(first, second))

    assert list(found.items()) == [(Course.BETTER, 1), (Course.RESOLVED, 1), (Course.NEW, 1)]
