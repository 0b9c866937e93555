"""What can be wrong with the file of a rule card: every error names the file, the line and the reason."""

from __future__ import annotations

from therapist_desk.domain.errors import ExpectedError


class RuleCardError(ExpectedError):
    """A rule card that is not taken, as nothing else is of it. `line` counts from 1."""

    code = "rule_card"
    sentence = "{file}, line {line}: this rule card can't be used."

    def __init__(self, *, file: str, line: int, **values: str | int) -> None:
        self.file = file
        self.line = line
        super().__init__(file=file, line=line, **values)


class CardSyntaxError(RuleCardError):
    """The text is not TOML. `detail` is what its reader says."""

    code = "card_syntax"
    sentence = "{file}, line {line}: this can't be read as TOML ({detail})."


class CardKeyError(RuleCardError):
    """A key that a card does not have."""

    code = "card_key"
    sentence = "{file}, line {line}: “{key}” is not known here. Known are: {known}."


class CardMissingError(RuleCardError):
    """A value without which the others mean nothing."""

    code = "card_missing"
    sentence = "{file}, line {line}: “{key}” is missing."


class CardSourceError(RuleCardError):
    """A value that does not say where it is from, or when that was."""

    code = "card_source"
    sentence = "{file}, line {line}: this has no “{key}”. Say where it is from and when, or leave it out."


class CardValueError(RuleCardError):
    """A value of the wrong kind or out of its range."""

    code = "card_value"
    sentence = "{file}, line {line}: “{key}” must be {wanted}."


class CardRepeatedError(RuleCardError):
    """The same thing a second time: it is not known which one holds."""

    code = "card_repeated"
    sentence = "{file}, line {line}: “{what}” stands in line {first} already. Keep one of the two."
