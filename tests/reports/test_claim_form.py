"""The CMS-1500 read back: each value in its place on the grid, none cut, and what is left for a hand named."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from pypdf import PdfReader

from reports import samples
from reports.bills import FEES, basis, bill, record
from reports.pdfs import flat, fonts, overlaps, words
from therapist_desk.domain.care.case import Diagnosis, Mechanism
from therapist_desk.domain.claims.bill import Bill, make_bill
from therapist_desk.domain.claims.details import (
    ClaimDetails,
    CoverageKind,
    Insured,
    OtherPlan,
    ReferrerQualifier,
    Relationship,
    Sex,
)
from therapist_desk.domain.claims.form import NoPayerError, forms
from therapist_desk.domain.claims.grid import GRID, Entry, Place, all_places
from therapist_desk.domain.claims.ledger import EntryKind, LedgerEntry, Method
from therapist_desk.domain.claims.open_boxes import open_boxes
from therapist_desk.domain.claims.terms import BillingTerms, ClaimReference, Pointing, Resubmission
from therapist_desk.domain.fee import Fee
from therapist_desk.domain.ids import LedgerEntryId, TherapistId
from therapist_desk.domain.people import Address, TaxIdKind
from therapist_desk.domain.procedures import PROCEDURES, Timing
from therapist_desk.domain.session.technique import Technique
from therapist_desk.reports.claim_form import COLUMN, LEFT, LINE, TOP, claim_alignment, claim_print, claim_values
from therapist_desk.reports.layout.ink import MM
from therapist_desk.reports.layout.page import Paper
from therapist_desk.reports.wording.claim import EMPTY_BOXES


def entries(made: Bill) -> tuple[Entry, ...]:
    (found,) = forms(made)
    return found


def value_of(box: str, made: Bill) -> list[str]:
    return [entry.value for entry in entries(made) if entry.box == box]


def places(pdf: bytes) -> dict[tuple[int, int], str]:
    """The text of the sheet as pypdf finds it, by line and column."""
    found: dict[tuple[int, int], str] = {}

    def take(text: str, _user: list[float], matrix: list[float], _font: object, _size: float) -> None:
        if text.strip():
            column = (matrix[4] - LEFT) / COLUMN + 1
            line = (792 - TOP - matrix[5]) / LINE
            assert abs(column - round(column)) < 0.01
            assert abs(line - round(line)) < 0.01
            found[round(line), round(column)] = text.rstrip("\n")

    PdfReader(io.BytesIO(pdf)).pages[0].extract_text(visitor_text=take)
    return found


def paid_by_client() -> LedgerEntry:
    return LedgerEntry(
        id=LedgerEntryId("one"),
        visit_id=record().visit.id,
        kind=EntryKind.CLIENT_PAID,
        on=date(2026, 11, 18),
        cents=2500,
        method=Method.CARD,
        entered_at=samples.seal().signed_at,
        therapist_id=TherapistId("t"),
    )


def test_each_value_stands_in_the_line_and_column_of_its_box() -> None:
    made = bill()

    found = places(claim_print(made))

    assert found == {(entry.line, entry.column): entry.value for entry in entries(made) if entry.fits}


def test_letters_stand_ten_to_the_inch() -> None:
    (letters,) = words(claim_print(bill()))
    single = [word for word in letters if len(word.text) == 1]

    assert len(single) > 100
    for letter in single:
        middle = ((letter.left + letter.right) / 2 - LEFT) / COLUMN
        assert abs(middle % 1 - 0.35) < 0.15, letter  # half of a letter's own width, which is 5 of 7.2 points


def test_it_can_be_moved_by_points() -> None:
    still, moved = (words(claim_print(bill(), right=right, down=right / 2))[0] for right in (0.0, 9.0))

    assert [round(b.left - a.left, 1) for a, b in zip(still, moved, strict=True)] == [9.0] * len(still)
    assert [round(a.bottom - b.bottom, 1) for a, b in zip(still, moved, strict=True)] == [4.5] * len(still)


def test_values_are_those_of_the_bill() -> None:
    made = bill()

    assert value_of("24F", made) == ["   34 00", "   76 00"]
    assert value_of("28", made) == ["   110 00"]
    assert value_of("21", made) == ["0", "S161XXD", "G44209", "M542"]
    assert value_of("24E", made) == ["ABC", "ABC"]
    assert value_of("3", made) == ["03", "14", "1987"]
    assert value_of("17b", made) == ["1999999984"]


def test_boxes_never_run_into_each_other() -> None:
    many = tuple(Diagnosis(code=f"M54.{i}", title="a title") for i in range(12))
    made = bill(replace(record(), case=replace(record().case, diagnoses=many)))
    by_line: dict[int, list[Entry]] = {}
    for entry in entries(made):
        by_line.setdefault(entry.line, []).append(entry)

    for line in by_line.values():
        for left, right in pairwise(line):
            assert left.column + left.width <= right.column, (left, right)
        assert line[-1].column + line[-1].width <= 81


def test_what_is_longer_than_its_box_is_not_cut_but_left_for_a_hand_and_said() -> None:
    base = record()
    practice = replace(base.practice, name="Solberg and Daughters Medical Massage of Bellingham")
    made = bill(replace(base, practice=practice))

    assert "BELLINGHAM WA" in flat(claim_print(made))
    assert "SOLBERG AND" not in flat(claim_print(made))
    said = flat(claim_values(made, Paper.LETTER))
    assert "SOLBERG AND DAUGHTERS MEDICAL MASSAGE OF BELLINGHAM (26)" in said


DETAILS = ClaimDetails(
    coverage=CoverageKind.GROUP,
    client_sex=Sex.FEMALE,
    relationship=Relationship.SPOUSE,
    insured=Insured(
        family_name="Whitlock",
        given_name="Sol",
        date_of_birth=date(1985, 2, 3),
        sex=Sex.MALE,
        address=Address(street="27 Sample Lane", city="Bellingham", state="WA", postal_code="98229"),
        phone="(360) 555-0111",
    ),
    plan_name="Tidewater Gold",
    other_plan=OtherPlan(insured_name="Whitlock, Dana", policy="SECOND-1", plan_name="Second Example"),
    accident_state="WA",
    referrer=ReferrerQualifier.ORDERING,
    released_on=date(2026, 9, 1),
    assigned_on=date(2026, 9, 1),
    accepts_assignment=True,
)


def detailed(details: ClaimDetails = DETAILS, **more: Any) -> Bill:
    base = record()
    case = replace(base.case, mechanism=Mechanism.MOTOR_VEHICLE)
    practice = replace(base.practice, tax_id_kind=TaxIdKind.EIN)
    return make_bill(basis(replace(base, case=case, practice=practice), claim=details, **more))


def ticked(made: Bill) -> list[tuple[str, str]]:
    return [(entry.box, entry.means) for entry in entries(made) if entry.means]


def test_what_was_said_once_fills_the_boxes_that_the_chart_alone_leaves_open() -> None:
    made = detailed()

    assert set(ticked(made)) == {
        ("1", "group health plan"),
        ("3", "female"),
        ("6", "spouse"),
        ("11a", "male"),
        ("10a", "no"),
        ("10b", "yes"),
        ("10c", "no"),
        ("11d", "yes"),
        ("25", "EIN"),
        ("27", "yes"),
    }
    assert value_of("4", made) == ["WHITLOCK, SOL"]
    assert value_of("7", made) == ["27 SAMPLE LANE", "BELLINGHAM", "WA", "98229", "360", "5550111"]
    assert value_of("11a", made) == ["02", "03", "1985", "X"]
    assert value_of("11c", made) == ["TIDEWATER GOLD"]
    assert (value_of("9", made), value_of("9a", made), value_of("9d", made)) == (
        ["WHITLOCK, DANA"],
        ["SECOND1"],
        ["SECOND EXAMPLE"],
    )
    assert value_of("10b", made) == ["X", "WA"]
    assert (value_of("12", made), value_of("13", made)) == (["SIGNATURE ON FILE"], ["SIGNATURE ON FILE"])
    assert value_of("17", made)[0] == "DK"
    assert [each.box for each in open_boxes(made)] == []
    assert "Nothing is open" in flat(claim_values(made, Paper.LETTER))
    assert not [pair for page in words(claim_values(made, Paper.A4)) for pair in overlaps(page)]


def test_a_client_insured_in_their_own_name_is_the_insured() -> None:
    made = detailed(replace(DETAILS, relationship=Relationship.SELF))

    assert value_of("4", made) == value_of("2", made)
    assert value_of("7", made)[0] == "27 SAMPLE LANE"
    assert value_of("11a", made) == ["03", "14", "1987", "X"]


def test_dates_carry_what_they_are() -> None:
    made = detailed()
    pregnant = detailed(replace(DETAILS, last_period_on=date(2026, 6, 1)))

    assert value_of("14", made)[-1] == "431"
    assert value_of("15", made)[0] == "439"
    assert value_of("14", pregnant) == ["06", "01", "26", "484"]


def test_only_dates_of_birth_have_years_of_four_digits() -> None:
    made = detailed(replace(DETAILS, unable_from=date(2026, 8, 22), unable_to=date(2026, 9, 30)))

    long = {each.box for each in entries(made) if len(each.value) == 4 and each.value[:2] in ("19", "20")}

    assert long == {"3", "11a"}


@pytest.mark.parametrize(
    ("phone", "area", "rest"),
    [
        ("(360) 555-0142 ext. 1207", ["360"], ["5550142"]),
        ("1-360-555-0142 (after 6 pm)", ["360"], ["5550142"]),
        ("13605550142", ["360"], ["5550142"]),
        ("360.555.0142 x7", ["360"], ["5550142"]),
        ("555-0142", [], ["5550142"]),
        ("", [], []),
    ],
)
def test_a_telephone_goes_onto_the_form_without_hyphen_and_extension(
    phone: str, area: list[str], rest: list[str]
) -> None:
    base = record()

    made = bill(replace(base, practice=replace(base.practice, phone=phone)))

    assert value_of("33", made)[: len(area + rest)] == area + rest
    assert all(each.fits for each in entries(made) if each.box == "33" and each.line == GRID["33 phone"].line)


def test_numbers_of_policies_and_authorizations_stand_without_hyphen_and_space() -> None:
    base = record()
    assert base.referral is not None
    assert base.case.coverage is not None
    coverage = replace(base.case.coverage, group_number="GRP-00 991")
    known = replace(base, referral=replace(base.referral, authorization="A-77 120"))

    made = bill(replace(known, case=replace(base.case, coverage=coverage)))

    assert (value_of("11", made), value_of("23", made)) == (["GRP00991"], ["A77120"])


def test_no_last_period_is_claimed_for_a_man() -> None:
    made = detailed(replace(DETAILS, client_sex=Sex.MALE, last_period_on=date(2026, 6, 1)))

    assert value_of("14", made)[-1] == "431"


def test_what_nobody_has_said_is_left_empty_and_named_with_where_to_say_it() -> None:
    made = bill()

    assert {each.box for each in open_boxes(made)} >= {"3", "4, 6, 7, 11a", "9, 11d", "12", "13", "27"}
    assert "27" not in {entry.box for entry in entries(made)}
    said = flat(claim_values(made, Paper.LETTER))
    assert "who is insured Claim details" in said
    assert made.record.payer is not None
    unshaped = bill(replace(record(), payer=replace(made.record.payer, billing_tax_id="000000000")))
    assert "whether the tax ID is an SSN or an EIN Settings, Billing" in flat(claim_values(unshaped, Paper.LETTER))


def test_the_shape_of_a_tax_id_says_whose_it_is() -> None:
    base = record()
    assert base.payer is not None
    for number, kind in (("12-3456789", "EIN"), ("123-45-6789", "SSN")):
        made = bill(replace(base, payer=replace(base.payer, billing_tax_id=number)))
        assert ("25", kind) in ticked(made)


def test_where_the_visit_was_is_on_each_line_and_names_the_place() -> None:
    terms = BillingTerms(
        visit_id=record().visit.id, place="12", settled_at=samples.seal().signed_at, therapist_id=TherapistId("t")
    )
    at_home, elsewhere = (make_bill(basis(terms=replace(terms, place=place))) for place in ("12", "18"))

    assert value_of("24B", at_home) == ["12", "12"]
    assert value_of("32", at_home)[0] == "WHITLOCK, DANA M."
    assert value_of("32a", at_home) == []
    assert value_of("32", elsewhere) == []
    assert "32" in {each.box for each in open_boxes(elsewhere)}


def test_payments_of_the_client_and_the_signature_are_on_the_form() -> None:
    paid = paid_by_client()

    made = detailed(entries=(paid,))

    assert value_of("29", made) == ["   25 00"]
    assert value_of("31", made)[0] == made.record.therapist.signature_name.upper().replace(",", "").replace(".", "")


def test_a_claim_to_nobody_is_refused_with_a_sentence() -> None:
    own = replace(record(), payer=None)
    own = replace(own, practice=replace(own.practice, fees=FEES, tax_id="12-3456789"))

    with pytest.raises(NoPayerError, match="superbill"):
        entries(bill(own))


def test_the_page_for_lining_up_frames_every_room_and_moves_with_the_claim() -> None:
    still, moved = claim_alignment(), claim_alignment(right=3 * MM, down=-2 * MM)

    assert "Moved by +3.0 mm to the right and -2.0 mm down" in flat(moved)
    drawn = PdfReader(io.BytesIO(still)).pages[0].get_contents()
    assert drawn is not None
    assert drawn.get_data().count(b" re") >= len(all_places())
    assert still != moved


def test_rooms_never_lie_over_each_other() -> None:
    by_line: dict[int, list[Place]] = {}
    for place in all_places().values():
        by_line.setdefault(place.line, []).append(place)

    for line in by_line.values():
        for left, right in pairwise(sorted(line, key=lambda place: place.column)):
            assert left.column + left.width <= right.column, (left, right)


@pytest.mark.parametrize("paper", list(Paper))
def test_the_page_of_values_says_all_of_them_and_what_is_left_to_write(paper: Paper) -> None:
    pdf = claim_values(bill(), paper)

    said = flat(pdf)
    for entry in entries(bill()):
        assert " ".join(entry.shown.split()) in said
    assert "Still open" in said
    assert "whether assignment is accepted" in said
    for boxes, why in EMPTY_BOXES:
        assert f"{boxes} {why}" in said
    assert not [pair for page in words(pdf) for pair in overlaps(page)]
    assert all(fonts(pdf).values())


def many_services(count: int, **more: Any) -> Bill:
    """A bill of as many services, each of fifteen minutes, all pointing to the first diagnosis."""
    codes = [code for code, timing in sorted(PROCEDURES.items()) if timing is Timing.TIMED][:count]
    segments = [
        samples.segment(Technique(code, code, code), 15.0 * at, 15.0 * at + 15) for at, code in enumerate(codes)
    ]
    base = record()
    assert base.payer is not None
    payer = replace(base.payer, fees=tuple(Fee(code, 1000) for code in codes))
    return make_bill(basis(replace(base, segments=tuple(segments), payer=payer), **more))


def of_box(box: str, form: Iterable[Entry]) -> list[str]:
    return [entry.value.strip() for entry in form if entry.box == box]


def test_a_seventh_service_begins_a_second_form_and_the_total_stands_on_the_last() -> None:
    made = many_services(8)

    first, second = forms(made)

    assert (len(of_box("24D", first)), len(of_box("24D", second))) == (6, 2)
    assert (of_box("28", first), of_box("28", second)) == (["CONTINUED"], ["80 00"])
    assert (of_box("page", first), of_box("page", second)) == (["PAGE 1 OF 2"], ["PAGE 2 OF 2"])
    for box in ("1a", "2", "21", "25", "33"):
        assert of_box(box, first) == of_box(box, second)
    printed = PdfReader(io.BytesIO(claim_print(made)))
    assert len(printed.pages) == 2
    said = flat(claim_values(made, Paper.LETTER))
    assert "Values, form 1 of 2" in said
    assert "Values, form 2 of 2" in said
    assert "Total charge 80 00" in said


def test_a_payer_that_wants_a_total_on_each_form_gets_one() -> None:
    paid = paid_by_client()
    made = many_services(8, claim=ClaimDetails(total_on_each=True), entries=(paid,))

    first, second = forms(made)

    assert (of_box("28", first), of_box("28", second)) == (["60 00"], ["20 00"])
    assert (of_box("29", first), of_box("29", second)) == (["25 00"], [])


def test_six_services_are_one_form_without_a_page_number() -> None:
    (only,) = forms(many_services(6))

    assert of_box("page", only) == []
    assert of_box("28", only) == ["60 00"]


def test_of_more_than_twelve_diagnoses_those_pointed_to_are_on_the_form_and_the_rest_are_named() -> None:
    many = tuple(Diagnosis(code=f"M54.{at:02d}", title="a title") for at in range(14))
    base = replace(record(), case=replace(record().case, diagnoses=many))
    terms = BillingTerms(
        visit_id=base.visit.id,
        pointing=(Pointing("97140", "NA"),),
        settled_at=samples.seal().signed_at,
        therapist_id=TherapistId("t"),
    )
    made = make_bill(basis(base, terms=terms))

    (only,) = forms(made)

    codes = of_box("21", only)[1:]
    assert len(codes) == 12
    assert codes[-1] == "M5413"  # the fourteenth, under the last letter of the form
    pointed = dict(zip(of_box("24D", only), of_box("24E", only), strict=True))
    assert pointed["97140"] == "LA"
    assert "No room on the form for M54.11, M54.12" in flat(claim_values(made, Paper.LETTER))


def test_services_that_point_to_more_than_twelve_diagnoses_are_claims_of_their_own() -> None:
    many = tuple(Diagnosis(code=f"M54.{at:02d}", title="a title") for at in range(16))
    made = many_services(4)
    base = replace(made.record, case=replace(made.record.case, diagnoses=many))
    codes = [line.code for line in made.lines]
    pointing = tuple(
        Pointing(code, letters) for code, letters in zip(codes, ("ABCD", "EFGH", "IJKL", "MNOP"), strict=True)
    )
    terms = BillingTerms(
        visit_id=base.visit.id, pointing=pointing, settled_at=samples.seal().signed_at, therapist_id=TherapistId("t")
    )

    first, second = forms(make_bill(basis(base, terms=terms)))

    assert of_box("24D", first) == codes[:3]
    assert of_box("24E", first) == ["ABCD", "EFGH", "IJKL"]
    assert (of_box("24D", second), of_box("28", second)) == (codes[3:], ["10 00"])
    listed = of_box("21", second)[1:]
    assert [listed[ord(letter) - ord("A")] for letter in of_box("24E", second)[0]] == [
        "M5412",
        "M5413",
        "M5414",
        "M5415",
    ]
    assert of_box("page", first) == of_box("page", second) == []


def test_numbers_that_the_payer_gave_and_what_it_wants_besides_are_on_the_form() -> None:
    details = replace(
        DETAILS,
        unable_from=date(2026, 8, 22),
        unable_to=date(2026, 9, 30),
        referrer_other="0B MD00012345",
        additional="Order on file",
    )
    base = record()
    assert base.payer is not None
    payer = replace(base.payer, rendering_id="G2 0123456", billing_id="G2 765432")
    terms = BillingTerms(
        visit_id=base.visit.id,
        claim=ClaimReference("W2", Resubmission.REPLACEMENT, "CLM-2026-77"),
        settled_at=samples.seal().signed_at,
        therapist_id=TherapistId("t"),
    )

    made = make_bill(basis(replace(base, payer=payer), claim=details, terms=terms))

    assert value_of("10d", made) == ["W2"]
    assert value_of("16", made) == ["08", "22", "26", "09", "30", "26"]
    assert value_of("17a", made) == ["0B", "MD00012345"]
    assert value_of("19", made) == ["ORDER ON FILE"]
    assert value_of("22", made) == ["7", "CLM-2026-77"]
    assert value_of("24I", made) == ["G2", "0123456", "G2", "0123456"]
    assert value_of("33b", made) == ["G2765432"]
    shaded = [entry.line for entry in entries(made) if entry.box == "24I"]
    assert set(shaded) == {43, 45}
    said = flat(claim_values(made, Paper.LETTER))
    assert "22 Sent again: code, number of the earlier claim 7 CLM-2026-77" in said
    assert "24I Payer’s own number of who treated, shaded, line 2 G2 0123456" in said
    assert not [pair for page in words(claim_values(made, Paper.LETTER)) for pair in overlaps(page)]


def test_the_payers_address_takes_the_lines_of_the_carrier_block() -> None:
    payer = [(entry.line, entry.value) for entry in entries(bill()) if entry.box == "payer"]

    assert [line for line, _ in payer] == [2, 3, 5]
    assert payer[1][1] == "27 SAMPLE LANE"
