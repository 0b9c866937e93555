"""A date that is typed."""

from __future__ import annotations

import datetime as dt
from typing import Final

from PySide6.QtCore import QDate, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from therapist_desk.ui.kit.date_text import date_words, read_date

# A two-digit year may lie this far ahead (a referral's expiry), and is a year of birth otherwise.
_YEARS_AHEAD = 10
A_BIRTH: Final = dt.date(1987, 3, 14)  # the example where a date of birth is asked for


class DateEdit(QLineEdit):
    """Takes a date in the forms people use and writes it back with the month as a word.

    Leaving the field reads it: `date_changed` tells a new date or None, `problem_changed` a sentence when the text is
    not a date, and an empty one once it is (or is empty). What was typed stays for correction.
    While it is empty it shows an example: today, unless the date asked for is far from it.
    """

    date_changed = Signal(object)  # dt.date | None
    problem_changed = Signal(str)

    def __init__(
        self,
        *,
        newest_year: int | None = None,
        example: dt.date | None = None,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._date: dt.date | None = None
        self._problem = ""
        today = QDate.currentDate()
        self._newest_year = newest_year or today.year() + _YEARS_AHEAD
        self._example = example or dt.date(today.year(), today.month(), today.day())
        self.setAccessibleName(name)
        words = self.tr("such as {example}").format(example=date_words(self._example, self.locale()))
        self.setPlaceholderText(words)
        self.editingFinished.connect(self.read)

    def date(self) -> dt.date | None:
        """The date last understood; None while the text is empty or not a date."""
        return self._date

    def problem(self) -> str:
        """Why the text is not a date, or an empty string."""
        return self._problem

    def set_date(self, date: dt.date | None) -> None:
        """Show `date` without saying `date_changed`."""
        self._date = date
        self._write(date)
        self._tell_problem("")

    @Slot()
    def read(self) -> None:
        """Read what is typed now, as leaving the field does."""
        typed = self.text().strip()
        found = read_date(typed, self.locale(), self._newest_year)
        wrong = bool(typed) and found is None
        if found is not None:
            self._write(found)
        example = date_words(self._example, self.locale())
        sentence = self.tr("This is not a date. Type it like {example} or {numbers}.")
        sentence = sentence.format(example=example, numbers=self._example.isoformat())
        self._tell_problem(sentence if wrong else "")
        if found != self._date:
            self._date = found
            self.date_changed.emit(found)

    def _write(self, date: dt.date | None) -> None:
        self.setText("" if date is None else date_words(date, self.locale()))
        self.setCursorPosition(0)  # a narrow field shows its beginning

    def _tell_problem(self, sentence: str) -> None:
        if sentence != self._problem:
            self._problem = sentence
            self.problem_changed.emit(sentence)
