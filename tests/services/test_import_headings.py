"""Headings as other products write them: what each column is taken for, and which are left out."""

from __future__ import annotations

import pytest

from therapist_desk.services.importing.columns import Meaning, guess_meanings

OUTLOOK = (
    "Title,First Name,Middle Name,Last Name,Company,Business Street,Business City,Home Street,Home Street 2,"
    "Home City,Home State,Home Postal Code,Business Phone,Home Fax,Home Phone,Mobile Phone,Birthday,E-mail Address,"
    "E-mail Type,E-mail 2 Address,Gender,Notes"
)
GOOGLE = (
    "First Name,Middle Name,Last Name,Phonetic First Name,Birthday,Notes,E-mail 1 - Label,E-mail 1 - Value,"
    "Phone 1 - Label,Phone 1 - Value,Phone 2 - Value,Address 1 - Formatted,Address 1 - Street,Address 1 - City,"
    "Address 1 - Region,Address 1 - Postal Code,Address 1 - Country"
)
CLIENT_DETAILS = (
    "Client,First Name,Middle Name,Last Name,Preferred Name,Client Type,Date of birth,Sex,Gender Identity,"
    "Mobile Phone,Other Phone,Email,Street,City,State,Zip,Emergency Contact First Name,Emergency Contact Last Name,"
    "Emergency Contact Phone"
)
SALON = (
    "Client ID,First Name,Last Name,Full Name,Gender,Mobile Number,Telephone,Email,Address,Apartment Suite,City,"
    "State,Post Code,Date of Birth,Added,Referral Source"
)
RECORDS = "pid,title,fname,lname,mname,DOB,street,postal_code,city,state,ss,phone_home,phone_cell,sex,email"
SYNTHETIC = (
    "Id,BIRTHDATE,DEATHDATE,SSN,DRIVERS,PASSPORT,PREFIX,FIRST,MIDDLE,LAST,SUFFIX,MAIDEN,MARITAL,RACE,ETHNICITY,GENDER,"
    "BIRTHPLACE,ADDRESS,CITY,STATE,COUNTY,FIPS,ZIP,LAT,LON,HEALTHCARE_EXPENSES,HEALTHCARE_COVERAGE,INCOME"
)


def of(headings: str, meaning: Meaning) -> list[str]:
    """The columns taken for `meaning`."""
    cells = headings.split(",")
    return [cell for cell, found in zip(cells, guess_meanings(cells), strict=True) if found is meaning]


@pytest.mark.parametrize(
    ("headings", "meaning", "columns"),
    [
        (OUTLOOK, Meaning.STREET, ["Home Street", "Home Street 2"]),
        (OUTLOOK, Meaning.POSTAL_CODE, ["Home Postal Code"]),
        (OUTLOOK, Meaning.CITY, ["Home City"]),
        (OUTLOOK, Meaning.PHONE, ["Home Phone", "Mobile Phone"]),
        (OUTLOOK, Meaning.EMAIL, ["E-mail Address"]),
        (GOOGLE, Meaning.PHONE, ["Phone 1 - Value", "Phone 2 - Value"]),
        (GOOGLE, Meaning.EMAIL, ["E-mail 1 - Value"]),
        (GOOGLE, Meaning.STREET, ["Address 1 - Street"]),
        (GOOGLE, Meaning.STATE, ["Address 1 - Region"]),
        (GOOGLE, Meaning.POSTAL_CODE, ["Address 1 - Postal Code"]),
        (CLIENT_DETAILS, Meaning.FULL_NAME, []),
        (CLIENT_DETAILS, Meaning.SEX, ["Sex"]),
        (CLIENT_DETAILS, Meaning.PHONE, ["Mobile Phone", "Other Phone"]),
        (
            CLIENT_DETAILS,
            Meaning.EMERGENCY,
            ["Emergency Contact First Name", "Emergency Contact Last Name", "Emergency Contact Phone"],
        ),
        (SALON, Meaning.STREET, ["Address", "Apartment Suite"]),
        (SALON, Meaning.NUMBER, ["Client ID"]),
        (RECORDS, Meaning.GIVEN_NAME, ["fname", "mname"]),
        (RECORDS, Meaning.FAMILY_NAME, ["lname"]),
        (RECORDS, Meaning.PHONE, ["phone_home", "phone_cell"]),
        (SYNTHETIC, Meaning.GIVEN_NAME, ["FIRST", "MIDDLE"]),
        (SYNTHETIC, Meaning.FAMILY_NAME, ["LAST"]),
        (SYNTHETIC, Meaning.BIRTH, ["BIRTHDATE"]),
    ],
)
def test_columns_of_other_products_are_known(headings: str, meaning: Meaning, columns: list[str]) -> None:
    assert of(headings, meaning) == columns


def test_nothing_is_made_of_numbers_that_only_an_office_needs() -> None:
    for column in ("SSN", "PASSPORT", "DEATHDATE", "MAIDEN", "LAT"):
        assert column in of(SYNTHETIC, Meaning.NOTHING)
