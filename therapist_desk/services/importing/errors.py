"""Why a file, or a row of it, is not taken in. The sentences name lines and fields, never what stands in them."""

from __future__ import annotations

from therapist_desk.domain.errors import ExpectedError


class CsvUnreadableError(ExpectedError):
    """The file cannot be opened or read to its end."""

    code = "csv_unreadable"
    sentence = "This file cannot be read. Check that it is still there, close it in other programs, and try again."


class CsvTooLargeError(ExpectedError):
    """The file is far larger than any list of clients."""

    code = "csv_too_large"
    sentence = (
        "This file has {size} MB; a list of clients has at most {most} MB. Export the clients alone, without notes, "
        "pictures or appointments."
    )


class CsvTooLongError(ExpectedError):
    """The file has more rows than are taken in at once."""

    code = "csv_too_long"
    sentence = "This file has more than {most} rows. Split it into smaller files and import one after the other."


class CsvNotTextError(ExpectedError):
    """The file is a workbook, a picture, anything but text."""

    code = "csv_not_text"
    sentence = "This is not a CSV file. In the other program, or in a spreadsheet, save the list of clients as CSV."


class CsvEmptyError(ExpectedError):
    """There is no row in the file."""

    code = "csv_empty"
    sentence = "There are no rows in this file. Export the clients again and look into the file before importing it."


class RowError(ExpectedError):
    """A row that is not taken in, and why."""

    code = "row"


class QuoteNotClosedError(RowError):
    """A quotation mark opens a value that never ends."""

    code = "row_quote"
    sentence = "A quotation mark opens here and is never closed."


class LineTooLongError(RowError):
    """The line is longer than a client's details can be."""

    code = "row_long"
    sentence = "The line is too long to be one client."


class RowNotTextError(RowError):
    """The row holds characters that no text has."""

    code = "row_not_text"
    sentence = "The row holds characters that are not text, such as NUL."


class TooManyCellsError(RowError):
    """The row has more values than there are columns."""

    code = "row_cells"
    sentence = "The row has {cells} values for {columns} columns: there may be a separator inside a value."


class NameMissingError(RowError):
    """No name."""

    code = "row_name"
    sentence = "There is no name."


class BirthMissingError(RowError):
    """No date of birth."""

    code = "row_birth_missing"
    sentence = "There is no date of birth."


class BirthUnreadableError(RowError):
    """The date of birth cannot be read in the order of the file."""

    code = "row_birth_unreadable"
    sentence = "The date of birth cannot be read as a date in the order chosen."


class BirthInFutureError(RowError):
    """Born after today."""

    code = "row_birth_future"
    sentence = "The date of birth lies in the future."


class BirthTooEarlyError(RowError):
    """Older than anybody has been."""

    code = "row_birth_early"
    sentence = "Nobody is that old. Check the year of birth."


class EmailWrongError(RowError):
    """Not an e-mail address."""

    code = "row_email"
    sentence = "The e-mail address cannot be one. Correct it in the file, or leave that column out."


class ConsentWrongError(RowError):
    """The date of consent cannot be read, or has not come yet."""

    code = "row_consent"
    sentence = "The date of consent cannot be read, or lies in the future."
