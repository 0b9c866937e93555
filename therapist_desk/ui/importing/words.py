"""The words of an import: what columns mean, how a file is written, rows as they would come in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QCoreApplication

from therapist_desk.domain.names import initials
from therapist_desk.services.importing.checking import Twin
from therapist_desk.services.importing.columns import Meaning
from therapist_desk.services.importing.rows import Candidate, Rejected
from therapist_desk.ui.clients.client_rows import born_words
from therapist_desk.ui.dates import day_text
from therapist_desk.ui.kit.label import Tone
from therapist_desk.ui.kit.rows import Row
from therapist_desk.ui.wording import sentence


def meaning_names() -> list[tuple[Meaning, str]]:
    """Every meaning of a column with its name, in the order of the list."""
    return [
        (Meaning.NOTHING, _tr("Leave out")),
        (Meaning.GIVEN_NAME, _tr("Given name")),
        (Meaning.FAMILY_NAME, _tr("Family name")),
        (Meaning.FULL_NAME, _tr("Full name")),
        (Meaning.BIRTH, _tr("Date of birth")),
        (Meaning.PRONOUNS, _tr("Pronouns")),
        (Meaning.PHONE, _tr("Phone")),
        (Meaning.EMAIL, _tr("E-mail")),
        (Meaning.STREET, _tr("Street")),
        (Meaning.CITY, _tr("City")),
        (Meaning.STATE, _tr("State")),
        (Meaning.POSTAL_CODE, _tr("Postal code")),
        (Meaning.EMERGENCY, _tr("Emergency contact")),
        (Meaning.SEX, _tr("Sex, for the figure")),
        (Meaning.ABSOLUTE, _tr("Caution: no treatment at all")),
        (Meaning.LOCAL, _tr("Caution: not at that place")),
        (Meaning.PRECAUTION, _tr("Caution: take care")),
        (Meaning.CONSENT, _tr("Consent signed on")),
        (Meaning.NUMBER, _tr("Former record number")),
    ]


def encoding_names(found: str) -> list[tuple[str, str]]:
    """The encodings to choose from, the one that was found out among them."""
    names = {
        "utf-8": "UTF-8",
        "cp1252": "Windows-1252",
        "latin-1": "Latin-1",
        "utf-16": "UTF-16",
        "mac_roman": _tr("Mac Roman"),
        "cp1250": _tr("Windows-1250, Central Europe"),
        "cp1251": _tr("Windows-1251, Cyrillic"),
    }
    # The same encoding, written with a mark or in the other order of bytes.
    alike = {"utf-8-sig": "utf-8", "utf-16-le": "utf-16", "utf-16-be": "utf-16"}.get(found, found)
    return [(found if name == alike else name, words) for name, words in names.items()]


def separator_names(found: str) -> list[tuple[str, str]]:
    """The separators to choose from, the one that was found out among them."""
    names = {
        ",": _tr("commas"),
        ";": _tr("semicolons"),
        "\t": _tr("tabs"),
        "|": _tr("vertical bars"),
    }
    return list(names.items()) if found in names else [(found, found), *names.items()]


def preview_rows(read: Iterable[Candidate | Rejected], today: date) -> list[Row]:
    """The first rows as they would come in."""
    return [_candidate_row(row, today) if isinstance(row, Candidate) else rejected_row(row) for row in read]


def rejected_row(rejected: Rejected) -> Row:
    """A row that is not taken, and why."""
    return Row(
        key=str(rejected.line),
        icon="alert",
        icon_tone=Tone.RED,
        title=_tr("Line {n} is not taken").format(n=rejected.line),
        caption=sentence(rejected.reason),
    )


def twin_words(twin: Twin, today: date) -> str:
    """A row beside whom it resembles."""
    details = twin.candidate.details
    who = _tr("Line {n}: {name}, born {born}").format(
        n=twin.candidate.line, name=details.name, born=born_words(details.date_of_birth, today)
    )
    if twin.known is not None:
        like = _tr("like {name}, record {number}").format(name=twin.known.name, number=twin.known.record_number)
    else:
        like = _tr("like line {n}").format(n=twin.earlier_line)
    return f"{who} ({like})"


def _candidate_row(candidate: Candidate, today: date) -> Row:
    details = candidate.details
    parts = (
        _tr("Born {day}").format(day=day_text(details.date_of_birth)),
        details.phone,
        details.email,
        ", ".join(details.address.lines),
        details.emergency_contact,
        *(caution.text for caution in details.cautions),
    )
    return Row(
        key=str(candidate.line),
        initials=initials(details.name),
        title=details.sorted_name,
        caption="; ".join(part for part in parts if part),
        spoken=", ".join((details.name, born_words(details.date_of_birth, today), *filter(None, parts[1:]))),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Import", text)
