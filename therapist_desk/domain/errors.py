"""Expected failures: types that the edge catches and words; everything else is a bug."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import ClassVar


class ExpectedError(Exception):
    """Something that may happen to a careful user.

    `code` is stable and names the sentence that the windows show; `values` fill it. Neither ever carries
    what a client said: both may reach a log. `str()` gives a plain English sentence for the command line.
    """

    code: ClassVar[str] = "expected"
    sentence: ClassVar[str] = "Something could not be done."

    def __init__(self, **values: str | int) -> None:
        self.values: Mapping[str, str | int] = values
        super().__init__(self.sentence.format(**values))


@dataclasses.dataclass(frozen=True, slots=True)
class FieldProblem:
    """What is wrong with one field of a form: `code` names the sentence, `values` fill it."""

    field: str
    code: str
    values: Mapping[str, str | int] = dataclasses.field(default_factory=dict)


class InvalidError(ExpectedError):
    """A form that cannot be taken as it is; nothing was changed."""

    code = "invalid"
    sentence = "Please look at these fields: {fields}."

    def __init__(self, problems: Sequence[FieldProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__(fields=", ".join(problem.field for problem in problems))


class NotFoundError(ExpectedError):
    """The thing asked for is not in this store."""

    code = "not_found"
    sentence = "This {what} is no longer in the store. Go back and open it again."


class ChangedElsewhereError(ExpectedError):
    """The value was changed since it was read; nothing was written."""

    code = "changed_elsewhere"
    sentence = "This {what} was changed in another window. It has been read again; please repeat your change."
