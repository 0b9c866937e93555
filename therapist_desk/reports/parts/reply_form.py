"""The form on which a physician ticks an answer and faxes it back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from therapist_desk.domain.record import VisitRecord
from therapist_desk.reports.layout.blocks import Framed
from therapist_desk.reports.layout.flow import Block, Gap, Text
from therapist_desk.reports.layout.ink import ABOVE_FORM, INK, rule
from therapist_desk.reports.typography.lines import draw_words
from therapist_desk.reports.typography.rich import LABEL, NOTE, Rich, Style, phrase
from therapist_desk.reports.wording import course as say
from therapist_desk.reports.wording.formats import day

_ANSWER: Final = Style(9.5, 12)
_HEAD: Final = Style(11, 14).bold
_BLANK: Final = 52.0
_BOX: Final = 11.0


def reply_form(record: VisitRecord) -> Block:
    """Set the form whole: continue, modify, discharge, see first; who the client is, once more."""
    practice, client = record.practice, record.client
    head = say.REPLY_FAX.format(fax=practice.fax) if practice.fax else say.REPLY
    who = phrase(
        say.REPLY_WHO,
        name=client.details.sorted_name,
        day=day(client.details.date_of_birth),
        record=client.record_number,
    )
    return Framed(
        (
            Text(head, _HEAD),
            Text(who, NOTE),
            Gap(5),
            Answer(phrase(say.CONTINUE), say.CONTINUE_PARTS),
            Answer(phrase(say.MODIFY)),
            Answer(phrase(say.DISCHARGE), ("",)),
            Answer(phrase(say.SEE_FIRST), None),
            Answer(say.REMARKS, box=False),
            SignHere((say.REPLY_SIGNATURE, say.REPLY_NAME, say.REPLY_DATE)),
        ),
        above=ABOVE_FORM,
    )


class Answer(Block):
    """A box to tick, what it says, and room to write in.

    `after` are words that follow blanks; None means there is nothing to write, and no words a line to the end.
    """

    def __init__(self, words: Rich, after: Sequence[str] | None = (), *, box: bool = True) -> None:
        self._words, self._after, self._box = words, after, box

    def height(self, width: float) -> float:
        """Room for a hand."""
        return 25.0

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw box, words and lines."""
        baseline, right = top - 17.0, x + width
        canvas.setStrokeColor(INK)
        if self._box:
            canvas.setLineWidth(0.9)
            canvas.rect(x, baseline - 2.0, _BOX, _BOX, stroke=1, fill=0)
            x += _BOX + 7
        x += draw_words(canvas, self._words, _ANSWER, x, baseline) + 6
        if self._after is None:
            return
        for words in self._after:
            rule(canvas, x, x + _BLANK, baseline - 2, 0.6)
            x += _BLANK + 5
            x += draw_words(canvas, words, _ANSWER, x, baseline) + 5
        if not self._after:
            rule(canvas, x, right, baseline - 2, 0.6)
        elif self._after[-1]:
            rule(canvas, x, min(right, x + 2 * _BLANK), baseline - 2, 0.6)


class SignHere(Block):
    """Lines to sign on, with what belongs on each under it."""

    _SHARES: Final = (0.44, 0.32, 0.24)

    def __init__(self, labels: tuple[str, str, str], above: float = 0.0) -> None:
        self.above = above
        self._labels = labels

    def height(self, width: float) -> float:
        """Room for a signature and the labels."""
        return 46.0

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw three lines."""
        for label, share in zip(self._labels, self._SHARES, strict=True):
            wide = width * share
            rule(canvas, x, x + wide - (12 if label != self._labels[-1] else 0), top - 34, 0.6)
            draw_words(canvas, label, LABEL, x, top - 43)
            x += wide
