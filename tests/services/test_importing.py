from __future__ import annotations

import io
from collections.abc import Generator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from therapist_desk.domain.anatomy import Figure
from therapist_desk.domain.audit import AuditAction
from therapist_desk.domain.client import Caution, CautionLevel, Client, ClientDetails
from therapist_desk.domain.errors import ExpectedError
from therapist_desk.services.clients import find_clients
from therapist_desk.services.desk import Desk
from therapist_desk.services.importing.checking import Checked, Plan, check_rows
from therapist_desk.services.importing.columns import Meaning, guess_meanings
from therapist_desk.services.importing.csv_format import find_format
from therapist_desk.services.importing.dates import DateEvidence, DateOrder, read_past_date
from therapist_desk.services.importing.errors import (
    CsvEmptyError,
    CsvNotTextError,
    CsvTooLargeError,
    CsvTooLongError,
    CsvUnreadableError,
)
from therapist_desk.services.importing.records import read_records
from therapist_desk.services.importing.survey import Survey, count_rows, survey
from therapist_desk.services.importing.taking_in import report_table, take_in

Result = TypeVar("Result")
TODAY = date(2026, 11, 23)
PLAIN = "First Name,Last Name,Date of Birth,Phone\n"


def run(steps: Generator[float, None, Result]) -> Result:
    while True:
        try:
            assert 0 <= next(steps) <= 1
        except StopIteration as end:
            result: Result = end.value
            return result


def written(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "list.csv"
    path.write_bytes(text.encode(encoding))
    return path


def look(folder: Path, text: str, encoding: str = "utf-8") -> Survey:
    return run(survey(written(folder, text, encoding)))


def check(desk: Desk, found: Survey, order: DateOrder = DateOrder.MONTH_FIRST) -> Checked:
    return run(check_rows(desk, Plan(found, found.meanings(), order)))


def reasons(checked: Checked) -> list[tuple[int, str]]:
    return [(rejected.line, rejected.reason.code) for rejected in checked.rejected]


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "Łukasz"),
        ("utf-8-sig", "Łukasz"),
        ("utf-16", "Łukasz"),
        ("utf-16-le", "Jörg"),
        ("utf-16-be", "Jörg"),
        ("cp1252", "Jörg’s"),
        ("latin-1", "Jörg"),
    ],
)
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_encoding_and_separator_are_told_by_the_content(
    desk: Desk, tmp_path: Path, encoding: str, name: str, delimiter: str
) -> None:
    rows = [("First Name", "Last Name", "DOB"), (name, "Müller", "1987-03-14"), ("Ann", "Ödipus", "1990-01-02")]
    found = look(tmp_path, "".join(delimiter.join(row) + "\r\n" for row in rows), encoding)

    checked = check(desk, found)

    assert [candidate.details.given_name for candidate in checked.ready] == [name, "Ann"]
    assert checked.rejected == ()


def test_a_list_in_latin_1_with_semicolons_and_foreign_headings_comes_in(desk: Desk, tmp_path: Path) -> None:
    text = (
        "Vorname;Nachname;Geburtsdatum;Straße;PLZ;Ort;Telefon\nJörg;Müller;14.03.1987;Weg 1, Hof;80331;München;089\n"
    )
    found = look(tmp_path, text, "latin-1")
    count = run(count_rows(found, found.meanings()))
    assert count.evidence.order is DateOrder.DAY_FIRST

    take_in(desk, check(desk, found, DateOrder.DAY_FIRST))

    [client] = find_clients(desk, "muller")
    assert client.details.date_of_birth == date(1987, 3, 14)
    assert client.details.address.lines == ("Weg 1, Hof", "München, 80331")


def test_the_headings_of_synthetic_patients_are_understood() -> None:
    headings = [
        "Id",
        "BIRTHDATE",
        "SSN",
        "FIRST",
        "MIDDLE",
        "LAST",
        "MAIDEN",
        "GENDER",
        "ADDRESS",
        "CITY",
        "STATE",
        "ZIP",
        "LAT",
    ]

    assert guess_meanings(headings) == (
        Meaning.NUMBER,
        Meaning.BIRTH,
        Meaning.NOTHING,
        Meaning.GIVEN_NAME,
        Meaning.GIVEN_NAME,
        Meaning.FAMILY_NAME,
        Meaning.NOTHING,
        Meaning.SEX,
        Meaning.STREET,
        Meaning.CITY,
        Meaning.STATE,
        Meaning.POSTAL_CODE,
        Meaning.NOTHING,
    )


@pytest.mark.parametrize(
    ("text", "order", "expected"),
    [
        ("1987-03-14", DateOrder.MONTH_FIRST, date(1987, 3, 14)),
        ("1987-03-14T00:00:00Z", DateOrder.MONTH_FIRST, date(1987, 3, 14)),
        ("19870314", DateOrder.MONTH_FIRST, date(1987, 3, 14)),
        ("3/4/1987", DateOrder.MONTH_FIRST, date(1987, 3, 4)),
        ("3/4/1987", DateOrder.DAY_FIRST, date(1987, 4, 3)),
        ("14.03.87", DateOrder.DAY_FIRST, date(1987, 3, 14)),
        ("3/4/26", DateOrder.MONTH_FIRST, date(2026, 3, 4)),
        ("3/4/27", DateOrder.MONTH_FIRST, date(1927, 3, 4)),
        ("14 Mar 1987", DateOrder.MONTH_FIRST, date(1987, 3, 14)),
        ("March 14th, 1987", DateOrder.DAY_FIRST, date(1987, 3, 14)),
        ("3/14/1987 12:00:00 AM", DateOrder.MONTH_FIRST, date(1987, 3, 14)),
        ("14/3/1987", DateOrder.MONTH_FIRST, None),
        ("1987-02-30", DateOrder.MONTH_FIRST, None),
        ("31850", DateOrder.MONTH_FIRST, None),
        ("", DateOrder.MONTH_FIRST, None),
    ],
)
def test_dates_are_read_as_products_write_them(text: str, order: DateOrder, expected: date | None) -> None:
    assert read_past_date(text, order, TODAY) == expected


def test_the_order_of_dates_is_decided_by_all_rows_and_asked_where_they_prove_none() -> None:
    def evidence(*texts: str) -> DateEvidence:
        result = DateEvidence()
        for text in texts:
            result = result.with_date(text)
        return result

    assert evidence("3/4/1987", "14/3/1987").order is DateOrder.DAY_FIRST
    assert evidence("3/4/1987", "3/14/1987").order is DateOrder.MONTH_FIRST
    assert evidence("3/4/1987").open
    assert evidence("13/4/1987", "3/14/1987").open
    assert not evidence("1987-03-04", "5/5/1990").open


def test_every_row_that_is_not_taken_is_reported_with_its_line_and_reason(desk: Desk, tmp_path: Path) -> None:
    rows = [
        "Juniper,Hayes,3/14/1987,555",
        ",,3/14/1987,555",
        "Odo,Testcase,,",
        "Odo,Testcase,yesterday,",
        "Odo,Testcase,3/14/2041,",
        "Odo,Testcase,3/14/1787,",
        "Od\0o,Testcase,3/14/1987,",
        ",".join(["Odo"] * 40),
        "",
        '"Odo,Testcase,3/14/1987,',
        "Wren,Fictional,3/15/1987,",
    ]

    checked = check(desk, look(tmp_path, PLAIN + "\n".join(rows) + "\n"))

    assert [candidate.details.name for candidate in checked.ready] == ["Juniper Hayes", "Wren Fictional"]
    assert reasons(checked) == [
        (3, "row_name"),
        (4, "row_birth_missing"),
        (5, "row_birth_unreadable"),
        (6, "row_birth_future"),
        (7, "row_birth_early"),
        (8, "row_not_text"),
        (9, "row_cells"),
        (11, "row_quote"),
    ]


def test_values_over_lines_and_quotes_inside_values_are_read(desk: Desk, tmp_path: Path) -> None:
    text = 'Name,Birthday,Address,Alerts\n"Hayes, Juniper ""June""",1987-03-14,"12 Elm\nFlat 2","Latex\nApixaban"\n'

    [candidate] = check(desk, look(tmp_path, text)).ready

    assert candidate.details.sorted_name == 'Hayes, Juniper "June"'
    assert candidate.details.address.street == "12 Elm, Flat 2"
    assert candidate.details.cautions == (Caution("Latex"), Caution("Apixaban"))


def test_who_may_be_here_already_is_kept_apart_and_added_only_when_wanted(
    desk: Desk, juniper: Client, tmp_path: Path
) -> None:
    rows = "Juniper,Hayes,3/14/1987,\nWren,Fictional,4/1/1990,\nWREN,Fictional,4/1/1990,\nWren,Other,4/2/1990,\n"
    checked = check(desk, look(tmp_path, PLAIN + rows))
    assert [candidate.line for candidate in checked.ready] == [3, 5]
    assert [(twin.candidate.line, twin.known, twin.earlier_line) for twin in checked.twins] == [
        (2, juniper, 0),
        (4, None, 3),
    ]

    report = take_in(desk, checked, also={4})

    assert [(taken.candidate.line, taken.record_number) for taken in report.taken] == [
        (3, "TD-000002"),
        (4, "TD-000003"),
        (5, "TD-000004"),
    ]
    assert len(find_clients(desk, "")) == 4
    lines = report_table(report).decode("utf-8-sig").splitlines()
    assert lines[1] == "2,skipped,like record TD-000001,TD-000001,"
    assert "Juniper" not in report_table(report).decode()


def test_an_import_called_off_or_refused_leaves_the_store_as_it_was(desk: Desk, tmp_path: Path) -> None:
    rows = "".join(f"Given{n},Family{n},3/14/1987,\n" for n in range(450))
    found = look(tmp_path, PLAIN + rows)
    steps = check_rows(desk, Plan(found, found.meanings(), DateOrder.MONTH_FIRST))
    next(steps)
    steps.close()

    with pytest.raises(CsvTooLongError):
        run(check_rows(desk, Plan(found, found.meanings(), DateOrder.MONTH_FIRST), most=400))

    assert find_clients(desk, "") == ()


def test_an_import_that_fails_while_writing_adds_nobody(desk: Desk, tmp_path: Path) -> None:
    checked = check(desk, look(tmp_path, PLAIN + "Wren,Fictional,4/1/1990,\nOdo,Testcase,4/2/1990,\n"))
    first, second = checked.ready
    unwritable = replace(second, details=replace(second.details, phone="\ud800"))

    with pytest.raises(UnicodeEncodeError):
        take_in(desk, Checked((first, unwritable), (), ()))

    assert find_clients(desk, "") == ()


def test_an_import_is_one_line_of_the_audit_trail_without_names(desk: Desk, tmp_path: Path) -> None:
    take_in(desk, check(desk, look(tmp_path, PLAIN + "Wren,Fictional,4/1/1990,\nOdo,,4/2/2990,\n")))

    with desk.store.reading() as charts:
        [event] = [each for each in charts.audit.recent() if each.action is AuditAction.CLIENTS_IMPORTED]
    assert event.detail == "1 added TD-000001 to TD-000001, 0 skipped, 1 rejected"


def test_files_that_are_no_list_are_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(CsvUnreadableError):
        run(survey(tmp_path / "gone.csv"))
    with pytest.raises(CsvEmptyError):
        run(survey(written(tmp_path, "\n\n  \n")))
    (tmp_path / "book.csv").write_bytes(b"PK\x03\x04 a workbook")
    with pytest.raises(CsvNotTextError):
        run(survey(tmp_path / "book.csv"))


def test_a_file_far_too_large_is_refused_unread_and_one_with_too_many_rows_early(tmp_path: Path) -> None:
    with (tmp_path / "sparse.csv").open("wb") as stream:
        stream.truncate(257 * 1024 * 1024)
    with pytest.raises(CsvTooLargeError, match="257 MB"):
        run(find_format(tmp_path / "sparse.csv"))
    found = look(tmp_path, PLAIN + "Wren,Fictional,4/1/1990,\n" * 30)
    with pytest.raises(CsvTooLongError, match="more than 20 rows"):
        run(count_rows(found, found.meanings(), most=20))


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=400))
@example(b'"' * 80)
@example(b'a,b\n"never closed\n' + b"x,y\n" * 40)
@example(b"\xff\xfe\x00\xd8,")
@example(b"sep=;\na;b\n")
@example(b"name,dob\n\xff\xfe,1990-01-01\n")
def test_any_bytes_give_rows_or_an_expected_error(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "any.csv"
    path.write_bytes(content)
    with suppress(ExpectedError):
        found = run(survey(path))
        assert run(count_rows(found, found.meanings())).rows >= 0


@settings(deadline=None, max_examples=50)
@given(st.text(max_size=200), st.sampled_from(",;\t|"))
def test_no_line_is_lost(text: str, delimiter: str) -> None:
    records = list(read_records(io.StringIO(text, newline=""), delimiter))

    assert [record.line for record in records] == sorted({record.line for record in records})
    assert bool(records) == bool(text)


def test_sex_chooses_the_figure_and_a_consent_day_comes_along(desk: Desk, tmp_path: Path) -> None:
    text = "Name,DOB,Gender,Consent signed on,Contraindications absolute\nWren F,1990-04-01,F,2026-01-02,DVT\n"

    [candidate] = check(desk, look(tmp_path, text)).ready

    assert candidate.details == ClientDetails(
        given_name="Wren",
        family_name="F",
        date_of_birth=date(1990, 4, 1),
        figure=Figure.FEMALE,
        cautions=(Caution("DVT", CautionLevel.ABSOLUTE),),
        consent_on=date(2026, 1, 2),
    )


@pytest.mark.parametrize(
    ("heading", "meaning"),
    [
        ("Client First Name", Meaning.GIVEN_NAME),
        ("Legal Last Name *", Meaning.FAMILY_NAME),
        ("Name (Last, First)", Meaning.FULL_NAME),
        ("Birth Date (YYYY-MM-DD)", Meaning.BIRTH),
        ("Patient DOB", Meaning.BIRTH),
        ("Phone 2", Meaning.PHONE),
        ("Email 1", Meaning.EMAIL),
        ("Street Address 2", Meaning.STREET),
        ("Apt/Suite", Meaning.STREET),
        ("Province/State", Meaning.STATE),
        ("Postal/Zip Code", Meaning.POSTAL_CODE),
        ("Sex at birth", Meaning.SEX),
        ("Client Since", Meaning.NOTHING),
        ("Phone 1 Type", Meaning.NOTHING),
        ("Preferred Name", Meaning.NOTHING),
        ("Primary Clinician", Meaning.NOTHING),
        ("Patient", Meaning.FULL_NAME),
        ("()", Meaning.NOTHING),
    ],
)
def test_a_heading_is_understood_with_whose_it_is_how_it_is_written_and_its_number(
    heading: str, meaning: Meaning
) -> None:
    assert guess_meanings([heading]) == (meaning,)


def test_a_title_above_the_headings_is_nobody(desk: Desk, tmp_path: Path) -> None:
    text = (
        "Client list,,\nas of 1/2/2026,,\n,,\nFirst Name,Last Name,DOB\nAnn,Sample,1990-01-02\nBob,Mock,1991-02-02\n"
    )
    found = look(tmp_path, text)

    checked = check(desk, found)

    assert found.headings == ("First Name", "Last Name", "DOB")
    assert found.title_lines == 3
    assert run(count_rows(found, found.meanings())).rows == 2
    assert [(candidate.line, candidate.details.name) for candidate in checked.ready] == [
        (5, "Ann Sample"),
        (6, "Bob Mock"),
    ]
    assert checked.rejected == ()


def test_numbers_that_a_spreadsheet_kept_as_text_come_in_bare(desk: Desk, tmp_path: Path) -> None:
    found = look(tmp_path, 'First Name,Last Name,DOB,Zip,Phone\nAnn,="Sample",1990-01-02,="02134","=""5550100"""\n')

    (ann,) = check(desk, found).ready

    assert (ann.details.address.postal_code, ann.details.phone) == ("02134", "5550100")


def test_two_addresses_in_one_cell_are_told(desk: Desk, tmp_path: Path) -> None:
    found = look(tmp_path, "First Name,DOB,Email\nAnn,1990-01-02,a@example.org;b@example.org\n")

    assert reasons(check(desk, found)) == [(2, "row_email")]


@pytest.mark.parametrize(
    "content",
    [
        b"<html><body><table><tr><td>First Name</td></tr></table></body></html>",
        b'\n <?xml version="1.0"?><Workbook/>',
        b'[{"first": "Ann", "dob": "1990-01-01"}]',
        b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann Sample\r\nEND:VCARD\r\n",
        bytes(range(256)) * 20,
    ],
)
def test_what_only_calls_itself_csv_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "clients.csv"
    path.write_bytes(content)

    with pytest.raises(CsvNotTextError):
        run(survey(path))
