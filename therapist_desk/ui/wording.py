"""Sentences for expected errors and for the problems of a form, through Qt's translation.

An error brings its English sentence with it, which is the source text in the context "error". The sentences for
fields are here, by code: the domain only names what is wrong.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from therapist_desk.domain.errors import ExpectedError, FieldProblem

_FIELD: Final[Mapping[str, object]] = MappingProxyType(
    {
        "abbreviation_invalid": QT_TRANSLATE_NOOP("field", "Up to 20 letters or digits, without spaces."),
        "abbreviation_taken": QT_TRANSLATE_NOOP("field", "Another phrase of yours has these letters."),
        "amount_required": QT_TRANSLATE_NOOP("field", "Type an amount, such as 45.00."),
        "amount_too_large": QT_TRANSLATE_NOOP("field", "This is more than one visit can cost. Check the amount."),
        "at_least_one": QT_TRANSLATE_NOOP("field", "At least 1."),
        "before_birth": QT_TRANSLATE_NOOP("field", "This date lies before the date of birth."),
        "before_consent": QT_TRANSLATE_NOOP("field", "This date lies before the consent was signed."),
        "before_case": QT_TRANSLATE_NOOP("field", "The case was opened later. Check the day."),
        "birth_in_future": QT_TRANSLATE_NOOP("field", "This date of birth lies in the future."),
        "birth_too_early": QT_TRANSLATE_NOOP("field", "Nobody has been older than {age} years. Check the year."),
        "date_in_future": QT_TRANSLATE_NOOP("field", "This date lies in the future."),
        "email_invalid": QT_TRANSLATE_NOOP("field", "This is not an e-mail address."),
        "expires_before_start": QT_TRANSLATE_NOOP("field", "The end lies before the start."),
        "guardian_required": QT_TRANSLATE_NOOP(
            "field", "The client is a minor: say who signs for them, such as mother or guardian."
        ),
        "goal_beyond_scale": QT_TRANSLATE_NOOP("field", "This measure goes from {lowest} to {highest}."),
        "goal_wrong_way_lower": QT_TRANSLATE_NOOP("field", "Lower is better here: choose at most."),
        "goal_wrong_way_higher": QT_TRANSLATE_NOOP("field", "Higher is better here: choose at least."),
        "goal_due_before_first": QT_TRANSLATE_NOOP("field", "This lies before the first value was taken."),
        "goal_reached_already": QT_TRANSLATE_NOOP(
            "field", "The first value is as good already. Want more, or turn at least and at most round."
        ),
        "goal_without_day": QT_TRANSLATE_NOOP("field", "A goal needs a day. A reviewer turns down one without."),
        "goal_without_number": QT_TRANSLATE_NOOP(
            "field", "A goal needs two numbers: the first value and the one wanted, such as 46 and 70."
        ),
        "minutes_reversed": QT_TRANSLATE_NOOP("field", "The second number is the smaller one."),
        "name_required": QT_TRANSLATE_NOOP("field", "Enter a given name or a family name."),
        "not_negative": QT_TRANSLATE_NOOP("field", "This can't be less than 0."),
        "npi_invalid": QT_TRANSLATE_NOOP(
            "field", "This is not an NPI: ten digits, of which the last is a check digit. Compare it with the card."
        ),
        "passphrases_differ": QT_TRANSLATE_NOOP("field", "The two passphrases differ. Type the second one again."),
        "qualified_number": QT_TRANSLATE_NOOP(
            "field", "Two letters or digits that say what number it is, then the number, such as G2 12345."
        ),
        "required": QT_TRANSLATE_NOOP("field", "Please fill this in."),
        "signature_empty": QT_TRANSLATE_NOOP("field", "Nobody has signed yet. Draw the signature in the box."),
        "treatment_not_agreed": QT_TRANSLATE_NOOP("field", "Without consent to treatment there is nothing to sign."),
        "state_letters": QT_TRANSLATE_NOOP("field", "Two letters, such as WA."),
        "too_many_minutes": QT_TRANSLATE_NOOP("field", "At most {most} minutes."),
        "unknown_procedure": QT_TRANSLATE_NOOP(
            "field", "Not in the table of procedure numbers: {codes}. Compare it with a bill or the payer's list."
        ),
        "whole_number": QT_TRANSLATE_NOOP("field", "Type a whole number, such as 12."),
    }
)
_NO_SENTENCE: Final = QT_TRANSLATE_NOOP("field", "This can't be taken as it is.")


def sentence(error: ExpectedError) -> str:
    """Say what happened and what to do next, in the language of the windows."""
    words = {key: _word(value) for key, value in error.values.items()}
    return QCoreApplication.translate("error", type(error).sentence).format(**words)


def field_sentence(problem: FieldProblem) -> str:
    """Say what is wrong with a field."""
    template = _FIELD.get(problem.code, _NO_SENTENCE)
    return QCoreApplication.translate("field", str(template)).format(**problem.values)


def _word(value: str | int) -> str | int:
    """Translate a word of the program's own, such as a state of the timer; names of files stay as they are."""
    return QCoreApplication.translate("word", value) if isinstance(value, str) and value.isalpha() else value
