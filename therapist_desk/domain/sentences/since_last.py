"""What a client says of the time since the last visit: what is offered for an answer, and how it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from therapist_desk.domain.care.case import Case
from therapist_desk.domain.notes.note import HomeDone, Note, Report, ReportKind, SinceLast
from therapist_desk.domain.sentences.wording import Wording, listed, sentence, tidy, within

_MOST: Final = 4
_LONGEST: Final = 24
"""More letters are a sentence, not an answer of a word or two."""
_APART: Final = re.compile(r"[,;\n]")
_SINCE: Final[Mapping[SinceLast, str]] = MappingProxyType(
    {SinceLast.BETTER: "better", SinceLast.SAME: "no change", SinceLast.WORSE: "worse"}
)
_HOME: Final[Mapping[HomeDone, str]] = MappingProxyType(
    {HomeDone.DONE: "done", HomeDone.PARTLY: "done in part", HomeDone.NOT_DONE: "not done"}
)
_LEADS: Final[Mapping[ReportKind, tuple[str, str]]] = MappingProxyType(
    {
        ReportKind.OTHER: ("reports ", "reports "),
        ReportKind.WORSE: ("aggravated by ", "agg. by "),
        ReportKind.EASES: ("eased by ", "eased by "),
    }
)


def report_of(typed: str) -> Report | None:
    """Read what somebody typed: "worse: driving" and "eases: heat" by their beginning, all else as it stands."""
    lead, colon, rest = typed.partition(":")
    kinds = (ReportKind.WORSE, ReportKind.EASES)
    kind = next((each for each in kinds if colon and lead.strip().casefold() == each.value), None)
    text = tidy(typed if kind is None else rest)
    return Report(text, kind or ReportKind.OTHER) if text else None


def report_text(report: Report) -> str:
    """Write what `report_of` reads."""
    return report.text if report.kind is ReportKind.OTHER else f"{report.kind.value}: {report.text}"


def offered_reports(case: Case, last: Note) -> tuple[Report, ...]:
    """Give what the client may report today: what the last visit noted, then what the case knows; a few."""
    known = [
        *last.reported,
        *_of_case(case.aggravating, ReportKind.WORSE),
        *_of_case(case.easing, ReportKind.EASES),
    ]
    return _unique(known)[:_MOST]


def home_care_known(case: Case, last: Note) -> bool:
    """Tell whether there is any home care that could have been done."""
    return bool(last.home_care or case.home_care.strip())


def since_last_sentence(note: Note, wording: Wording = Wording.FULL) -> str:
    """Write how it has been since the last visit, and what is reported of it; empty where nothing was answered."""
    short = wording is Wording.SHORT
    parts = []
    if note.since_last is not None:
        parts.append(sentence(f"{_SINCE[note.since_last]} since {'last visit' if short else 'the last visit'}"))
    told = []
    for kind, leads in _LEADS.items():
        words = [within(each.text) for each in note.reported if each.kind is kind]
        if words:
            told.append(f"{leads[short]}{', '.join(words) if short else listed(words)}")
    if told:
        parts.append(sentence("; ".join(told)))
    return " ".join(parts)


def home_done_sentence(note: Note, wording: Wording = Wording.FULL) -> str:
    """Write how much of the home care was done; empty where nobody asked."""
    if note.home_done is None:
        return ""
    care = "HEP" if wording is Wording.SHORT else "home care"
    return sentence(f"{care} {_HOME[note.home_done]}")


def _of_case(text: str, kind: ReportKind) -> Iterator[Report]:
    for part in _APART.split(text):
        words = within(part)
        if words and len(words) <= _LONGEST:
            yield Report(words, kind)


def _unique(reports: Iterable[Report]) -> tuple[Report, ...]:
    known: dict[tuple[ReportKind, str], Report] = {}
    for each in reports:
        known.setdefault((each.kind, each.text.casefold()), each)
    return tuple(known.values())
