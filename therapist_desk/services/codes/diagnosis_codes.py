"""The ICD-10-CM codes: searched, checked for a date of service, and looked at together."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from therapist_desk.domain.icd10.code import dotted, normalise_code
from therapist_desk.domain.icd10.exclusions import CodeRange, Conflict, ExclusionNote, Exclusions
from therapist_desk.domain.icd10.release import Release
from therapist_desk.domain.icd10.retired import NotYetCodeError, RetiredCode, RetiredCodeError, predecessor
from therapist_desk.domain.icd10.search import CodeIndex, FoundCode, Term, Wordings
from therapist_desk.domain.icd10.table import CodeTable
from therapist_desk.services.resources import ResourceDamagedError, whole

BUNDLED_RELEASE: Final = Release(date(2026, 4, 1))
_STEM: Final = "icd10cm-2026-04"
_NAMES: Final = "names.json"
_SECTIONS: Final = frozenset({"names", "usual", "spellings", "alike", "filling", "qualifying", "vague", "retired"})


@dataclass(frozen=True, slots=True)
class CheckedCode:
    """A code that may be used for a date of service, as far as this release tells.

    For a date that the release does not cover it is right by the codes known to have been replaced, and by nothing
    else.
    """

    code: str
    title: str


class DiagnosisCodes:
    """The table of a release. Nothing is read before it is first needed, and each part once.

    Reading takes some tenths of a second: make the first call in a job, and every later one is quick.
    Every method raises ResourceDamagedError where a file that came with the program cannot be used.
    """

    def __init__(self, resources: Path, newer: CodeTable | None = None) -> None:
        """Use the table in `resources`, or `newer` (see `read_official_table`) in its place."""
        self._folder = resources / "codes"
        self._newer = newer

    @property
    def release(self) -> Release:
        """The release of the table in use."""
        return self._newer.release if self._newer else BUNDLED_RELEASE

    def search(self, text: str, limit: int = 20) -> tuple[FoundCode, ...]:
        """Find codes by their beginning, by words in any order, or by a common name; the likeliest first."""
        return self._index.find(text, limit)

    def lookup(self, text: str, on_date: date) -> CheckedCode:
        """Check a code for a date of service.

        Raises:
            MalformedCodeError: it is not written as a code is.
            RetiredCodeError: it was retired by then; the error carries what replaced it.
            NotYetCodeError: it came into force later; the error carries the code that held on that date.
            HeadingCodeError: it is a heading; the error carries the codes below it.
            UnknownCodeError: the release does not have it.
        """
        code = normalise_code(text)
        old = predecessor(code, self._retired)
        if old is not None and old.code == code:
            if on_date >= old.retired_on:
                raise RetiredCodeError(old, [self._table[place] for place in self._table.below(code)])
            return CheckedCode(code, old.title)
        found = self._table.find(code)
        if old is not None and on_date < old.retired_on:
            raise NotYetCodeError(code, old)
        return CheckedCode(found.code, found.title)

    def conflicts(self, codes: Sequence[str]) -> tuple[Conflict, ...]:
        """Give the pairs that an Excludes1 note of the April 2026 release parts.

        Raises:
            MalformedCodeError: one of them is not written as a code is.
        """
        return self._exclusions.conflicts([normalise_code(code) for code in codes])

    @cached_property
    def _table(self) -> CodeTable:
        return self._newer or CodeTable(self._unpack(f"{_STEM}.tsv.gz"), BUNDLED_RELEASE)

    @cached_property
    def _index(self) -> CodeIndex:
        table = self._table
        terms = [*self._common_names(), *self._inclusion_terms()]
        usual = [code for codes in self._names["usual"].values() for code in codes]
        return CodeIndex(table, terms, usual, self._wordings())

    def _wordings(self) -> Wordings:
        names = self._names
        sets = {name: frozenset(names[name]) for name in ("filling", "qualifying", "vague")}
        return Wordings(spellings=names["spellings"], alike=names["alike"], **sets)

    @cached_property
    def _exclusions(self) -> Exclusions:
        name = f"{_STEM}-excludes1.tsv.gz"
        with whole(name):
            return Exclusions(
                ExclusionNote(CodeRange.read(place), tuple(map(CodeRange.read, excluded.split())), words)
                for place, excluded, words in self._rows(name)
            )

    @cached_property
    def _retired(self) -> dict[str, RetiredCode]:
        with whole(_NAMES):
            return {
                each["code"]: RetiredCode(each["code"], each["title"], date.fromisoformat(each["retired_on"]))
                for each in self._names["retired"]
            }

    @cached_property
    def _names(self) -> dict[str, Any]:
        with whole(_NAMES):
            names: dict[str, Any] = json.loads((self._folder / _NAMES).read_text(encoding="utf-8"))
            if not names.keys() >= _SECTIONS:
                raise ResourceDamagedError(file=_NAMES)
        return names

    def _common_names(self) -> Iterator[Term]:
        return (Term(code, each["name"]) for each in self._names["names"] for code in each["codes"])

    def _inclusion_terms(self) -> Iterator[Term]:
        return (Term(dotted(code), words) for code, words in self._rows(f"{_STEM}-terms.tsv.gz"))

    def _rows(self, name: str) -> Iterator[list[str]]:
        return (line.split("\t") for line in self._unpack(name).splitlines())

    def _unpack(self, name: str) -> str:
        with whole(name):
            text = gzip.decompress((self._folder / name).read_bytes()).decode()
        if not text:  # an empty file is an empty archive too
            raise ResourceDamagedError(file=name)
        return text
