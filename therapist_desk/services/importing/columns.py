"""What the columns of a file mean: guessed from their headings, changed by the therapist."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from therapist_desk.domain.names import fold_words


class Meaning(StrEnum):
    """What a column holds. Columns of one meaning are joined; `NOTHING` is left out."""

    NOTHING = ""
    FULL_NAME = "full name"
    GIVEN_NAME = "given name"
    FAMILY_NAME = "family name"
    BIRTH = "date of birth"
    PRONOUNS = "pronouns"
    PHONE = "phone"
    EMAIL = "e-mail"
    STREET = "street"
    CITY = "city"
    STATE = "state"
    POSTAL_CODE = "postal code"
    EMERGENCY = "emergency contact"
    SEX = "sex"
    ABSOLUTE = "no treatment at all"
    LOCAL = "not at that place"
    PRECAUTION = "take care"
    CONSENT = "consent signed on"
    NUMBER = "record number"


# Headings as the products write them, without blanks and signs, in the order of preference.
_HEADINGS: Final[Mapping[Meaning, str]] = MappingProxyType(
    {
        Meaning.GIVEN_NAME: "givenname givennames firstname first forename middle middlename vorname prenom nombre "
        "nombres patientfirstname clientfirstname legalfirstname additionalname fname mname namegiven",
        Meaning.FAMILY_NAME: "familyname lastname last surname nachname familienname nomdefamille apellido apellidos "
        "patientlastname clientlastname legallastname lname namefamily",
        Meaning.FULL_NAME: "name fullname clientname patientname client patient customer customername clientfullname "
        "nomcomplet nombrecompleto",
        Meaning.BIRTH: "dateofbirth birthdate birthday dob born dateborn geburtsdatum geboren geburtstag "
        "datedenaissance naissance fechadenacimiento nacimiento bday clientdob patientdob",
        Meaning.PRONOUNS: "pronouns pronoun preferredpronouns",
        Meaning.PHONE: "phone phonenumber mobile mobilephone cell cellphone homephone telephone tel telefon telefono "
        "handy mobil portable primaryphone clientphone contactnumber workphone telno telnumber mobilenumber "
        "mobilephonenumber cellnumber cellphonenumber homephonenumber workphonenumber homenumber daytimephone "
        "dayphone eveningphone nightphone otherphone phonenumbers phonehome phonecell phonebiz phone1value "
        "phone2value phone3value telecomphone",
        Meaning.EMAIL: "email emailaddress mail courriel correo correoelectronico clientemail primaryemail "
        "email1value telecomemail",
        Meaning.STREET: "street address streetaddress address1 addressline1 address2 addressline2 street1 street2 "
        "strasse anschrift adresse rue direccion calle homeaddress address3 addressline3 "
        "streetaddress1 streetaddress2 streetline1 streetline2 apt aptsuite aptunit suite mailingaddress unit "
        "apartment apartmentsuite homestreet homestreet1 homestreet2 homestreet3 address1street addressline",
        Meaning.CITY: "city town suburb ort stadt wohnort ville ciudad homecity address1city addresscity",
        Meaning.STATE: "state province region stateprovince bundesland provincia estado homestate "
        "address1region addressstate",
        Meaning.POSTAL_CODE: "postalcode postcode postal zip zipcode zippostal plz postleitzahl codepostal "
        "codigopostal cp homezip homepostalcode homepostcode homezipcode address1postalcode addresspostalcode",
        Meaning.EMERGENCY: "emergencycontact emergencycontactname emergencyname emergencyphone emergencycontactphone "
        "emergencycontactnumber emergencycontactrelationship emergencyrelationship notfallkontakt "
        "contacturgence contactodeemergencia emergencycontactfirstname emergencycontactlastname emergencyfirstname "
        "emergencylastname emergencycontactrelation emergencycontactmobile emergencymobile emergencycontactcell",
        Meaning.SEX: "sex gender figure figureonthebodymap geschlecht sexe sexo genero sexatbirth birthsex "
        "sexassignedatbirth assignedsex administrativesex legalsex",
        Meaning.ABSOLUTE: "contraindicationsabsolute absolutecontraindications notreatmentatall",
        Meaning.LOCAL: "contraindicationslocal localcontraindications notatthatplace",
        Meaning.PRECAUTION: "precautions precaution contraindications allergies allergy alerts alert medicalalert "
        "medicalalerts medicalconditions conditions takecare allergien alergias",
        Meaning.CONSENT: "consentsignedon consenton consentdate consentsigned",
        Meaning.NUMBER: "id recordnumber clientid patientid clientnumber patientnumber chartnumber recordno mrn "
        "accountnumber guid patientguid kundennummer clientno fileno filenumber "
        "referenceid chartid externalid pid pubpid",
    }
)
_MEANING_OF: Final[Mapping[str, Meaning]] = MappingProxyType(
    {heading: meaning for meaning, headings in _HEADINGS.items() for heading in headings.split()}
)
_OWNERS: Final = ("client", "patient", "customer", "primary", "legal")
# Where several columns are one thing, the first is taken: a second number or date is another thing.
_ALONE: Final = frozenset({Meaning.BIRTH, Meaning.SEX, Meaning.CONSENT, Meaning.NUMBER, Meaning.EMAIL})


def guess_meanings(headings: Sequence[str]) -> tuple[Meaning, ...]:
    """Guess what each column means; a column that says nothing known is left out."""
    meanings: list[Meaning] = []
    for heading in headings:
        meaning = _meaning_of(heading)
        meanings.append(Meaning.NOTHING if meaning in _ALONE and meaning in meanings else meaning)
    if Meaning.FAMILY_NAME not in meanings and Meaning.FULL_NAME not in meanings and Meaning.GIVEN_NAME in meanings:
        # French lists say "Nom" beside "Prénom".
        meanings = [
            Meaning.FAMILY_NAME if fold_words(heading) == ("nom",) else meaning
            for heading, meaning in zip(headings, meanings, strict=True)
        ]
    if Meaning.FAMILY_NAME in meanings:
        meanings = [Meaning.NOTHING if meaning is Meaning.FULL_NAME else meaning for meaning in meanings]
    return tuple(meanings)


def _meaning_of(heading: str) -> Meaning:
    """Look a heading up as it stands, then without what only says how it is written, whose it is, or which of two."""
    plain = re.sub(r"\([^)]*\)", " ", heading.replace("_", " "))
    for words in (fold_words(heading.replace("_", " ")), fold_words(plain), fold_words(plain.partition("/")[0])):
        bare = words[1:] if words and words[0] in _OWNERS else words
        for said in (words, bare, bare[:-1] if bare and bare[-1].isdigit() else ()):
            meaning = _MEANING_OF.get("".join(said))
            if meaning is not None:
                return meaning
    return Meaning.NOTHING


def looks_like_headings(cells: Sequence[str]) -> bool:
    """Say whether a first row names columns: one of its cells is a known heading, and none has a digit alone."""
    named = sum(meaning is not Meaning.NOTHING for meaning in guess_meanings(cells))
    return named > 0 and not any(cell.strip().isdigit() for cell in cells)


def with_meaning(meanings: Sequence[Meaning], column: int, meaning: Meaning) -> tuple[Meaning, ...]:
    """Give one column another meaning; where only one column can have it, the other loses it."""
    changed = [Meaning.NOTHING if meaning in _ALONE and meaning is other else other for other in meanings]
    changed[column] = meaning
    return tuple(changed)


def has_enough(meanings: Sequence[Meaning]) -> bool:
    """Say whether there are a name and a date of birth: nobody is taken in without."""
    named = {Meaning.FULL_NAME, Meaning.GIVEN_NAME, Meaning.FAMILY_NAME} & set(meanings)
    return bool(named) and Meaning.BIRTH in meanings
