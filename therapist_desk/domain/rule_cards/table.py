"""One table of a rule card as it was typed: each value is asked for by kind, and refused by line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from therapist_desk.domain.rule_cards.errors import CardKeyError, CardMissingError, CardSourceError, CardValueError
from therapist_desk.domain.rule_cards.toml_lines import TomlLines, TomlPath

_Choice = TypeVar("_Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class CardTable:
    """The `values` under `path`, noted by `today`. Every way to ask raises a RuleCardError where it can't be had."""

    file: str
    lines: TomlLines
    path: TomlPath
    values: Mapping[str, object]
    today: date = date.max

    def line(self, key: str | None = None) -> int:
        """Give the line of a value, or of the table itself."""
        return self.lines.of(self.path if key is None else (*self.path, key))

    def has(self, key: str) -> bool:
        """Whether the value stands there, right or wrong."""
        return key in self.values

    def wrong(self, key: str, wanted: str) -> CardValueError:
        """Make the error for a value that should have been `wanted`."""
        return CardValueError(file=self.file, line=self.line(key), key=key, wanted=wanted)

    def check_keys(self, *known: str) -> None:
        """Refuse what nobody would read: it is a slip of the pen, or meant for something else."""
        for key in self.values:
            if key not in known:
                raise CardKeyError(file=self.file, line=self.line(key), key=key, known=", ".join(known))

    def text(self, key: str) -> str:
        """Give words, without the blanks around them."""
        value = self._there(key)
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(key, "some words in quotes")
        return value.strip()

    def label(self, key: str) -> str:
        """Give words that stand in a row of a list."""
        words = self.text(key)
        if len(words.splitlines()) > 1:
            raise self.wrong(key, "words on one line")
        return words

    def texts(self, key: str) -> tuple[str, ...]:
        """Give a list of words; none where the key is left out."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise self.wrong(key, "a list of words in quotes")
        return tuple(value)

    def count(self, key: str) -> int:
        """Give a whole number above zero."""
        value = self._there(key)
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise self.wrong(key, "a whole number, 1 or more")
        return value

    def optional_count(self, key: str) -> int | None:
        """Give a whole number above zero; None where the key is left out."""
        return self.count(key) if self.has(key) else None

    def choice(self, key: str, kinds: type[_Choice]) -> _Choice:
        """Give one of `kinds`."""
        value = self._there(key)
        for kind in kinds:
            if value == kind.value:
                return kind
        raise self.wrong(key, f"one of: {', '.join(kind.value for kind in kinds)}")

    def source_text(self, key: str) -> str:
        """Give the words of a source, without which no value is taken."""
        if self.values.get(key, "") == "":
            raise CardSourceError(file=self.file, line=self.line(), key=key)
        return self.text(key)

    def source_day(self, key: str) -> date:
        """Give the day of a source, without which no value is taken."""
        if not self.has(key):
            raise CardSourceError(file=self.file, line=self.line(), key=key)
        value = self.values[key]
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self.wrong(key, "a day without quotes, such as 2026-11-23")
        if value > self.today:
            raise self.wrong(key, f"a day that has been; today is {self.today}")
        return value

    def table(self, key: str) -> CardTable | None:
        """Give the table under `key`; None where it is left out."""
        if not self.has(key):
            return None
        return self._table((key,), self.values[key], f"a table: [{key}]")

    def tables(self, key: str) -> tuple[CardTable, ...]:
        """Give the list of tables under `key`; empty where it is left out."""
        value = self.values.get(key, [])
        wanted = f"a list of tables: [[{key}]]"
        if not isinstance(value, list):
            raise self.wrong(key, wanted)
        return tuple(self._table((key, number), each, wanted) for number, each in enumerate(value))

    def _table(self, path: TomlPath, value: object, wanted: str) -> CardTable:
        if not isinstance(value, dict):
            raise self.wrong(str(path[0]), wanted)
        return CardTable(self.file, self.lines, (*self.path, *path), value, self.today)

    def _there(self, key: str) -> object:
        if not self.has(key):
            raise CardMissingError(file=self.file, line=self.line(), key=key)
        return self.values[key]
