"""Walking through rows found: headings are passed over, and the ends meet."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from therapist_desk.ui.finding.found_rows import first_choice, next_choice
from therapist_desk.ui.kit.rows import Row

ROWS = st.lists(st.booleans(), max_size=8).map(
    lambda kinds: [Row(key=str(place), title="row", heading=heading) for place, heading in enumerate(kinds)]
)


@given(ROWS, st.integers(0, 7), st.sampled_from([-1, 1]))
def test_a_step_never_ends_on_a_heading_where_there_is_a_row(rows: list[Row], place: int, step: int) -> None:
    there = next_choice(rows, place, step)

    assert not any(not row.heading for row in rows) or not rows[there].heading


@given(ROWS.filter(lambda rows: any(not row.heading for row in rows)), st.sampled_from([-1, 1]))
def test_as_many_steps_as_rows_lead_back(rows: list[Row], step: int) -> None:
    here = first_choice(rows)

    for _ in [row for row in rows if not row.heading]:
        here = next_choice(rows, here, step)

    assert here == first_choice(rows)
