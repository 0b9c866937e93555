from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapist_desk.domain.identifiers import is_valid_npi

# 1234567893 is the example of the CMS check-digit description (45 CFR 162.406).
PUBLISHED = "1234567893"


@pytest.mark.parametrize("text", [PUBLISHED, "1999999984", "2000000002"])
def test_numbers_with_a_right_check_digit_are_taken(text: str) -> None:
    assert is_valid_npi(text)


@pytest.mark.parametrize(
    "text", ["", "123456789", "12345678930", "3234567893", "123456789O", " 1234567893", "١٢٣٤٥٦٧٨٩٣", "1234567890"]
)
def test_anything_else_is_refused(text: str) -> None:
    assert not is_valid_npi(text)


@given(st.integers(0, 9), st.integers(0, 9))
def test_any_single_wrong_digit_is_found(place: int, digit: int) -> None:
    changed = PUBLISHED[:place] + str(digit) + PUBLISHED[place + 1 :]

    assert is_valid_npi(changed) == (changed == PUBLISHED)
