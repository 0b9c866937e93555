"""The client's copy of a visit, on one page and in plain words: what is better, what to do at home, when to call."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final

from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.case_course import CaseCourse
from therapist_desk.domain.clock import Instant
from therapist_desk.domain.record import Sealed
from therapist_desk.domain.session.timer import hands_on_seconds
from therapist_desk.reports.course.plan import agreed
from therapist_desk.reports.course.table import Line, course_lines, written
from therapist_desk.reports.layout.blocks import Columns, Framed, Items
from therapist_desk.reports.layout.flow import Block, Gap, Keep, Stack, Text
from therapist_desk.reports.layout.heads import Section, TitleBlock
from therapist_desk.reports.layout.ink import ABOVE_FORM, INK, LIVE_WIDTH, MM, PAPER, columns, rule
from therapist_desk.reports.layout.page import FileWords, Frame, Paper, render
from therapist_desk.reports.maps.bodymap import MapGrid
from therapist_desk.reports.maps.panel import Grades, NumberedMark, Panel, numbered
from therapist_desk.reports.maps.panel_choice import panels
from therapist_desk.reports.maps.panel_drawing import draw_panel
from therapist_desk.reports.parts.soap import page_words
from therapist_desk.reports.parts.treatment import is_all_by_hand
from therapist_desk.reports.typography.bidi import isolate
from therapist_desk.reports.typography.lines import draw_words
from therapist_desk.reports.typography.rich import LABEL, NOTE, Rich, Style, bold, phrase, value
from therapist_desk.reports.wording import client as say
from therapist_desk.reports.wording import soap as soap_words
from therapist_desk.reports.wording.common import CONTINUED, NOT_ON_MAPS, PRODUCT
from therapist_desk.reports.wording.formats import day, plural, time
from therapist_desk.reports.wording.plain import plain_finding, plain_motion, plain_place, plain_technique

_TITLE: Final = Style(17, 20.5).bold
_BODY: Final = Style(10, 13.5)
_HEAD: Final = Style(10.5, 14).bold
_SIGN: Final = Style(10.5, 15)
_NUMBER: Final = Style(14, 17).bold
_MAP: Final = 68 * MM
_HALF_MAP: Final = 36 * MM
_PICTURES: Final = 4
_ACROSS: Final = 2
_FOUND: Final = 8
_SCALES: Final = 3
_IN_A_ROW: Final = 3


def client_copy(
    course: CaseCourse, next_visit: Instant | None, paper: Paper, atlas: Atlas, *, for_fax: bool = False
) -> bytes:
    """Set the client's copy of the last visit of a course as a PDF; without a seal it is marked as a draft.

    Raises:
        GlyphsMissingError: no font here draws some of its characters.
        AtlasDamagedError: the figure's file cannot be used.
    """
    record = course.last
    sealed = Sealed(record=record, seal=course.seal)
    on = day(record.visit.service_date)
    page = replace(
        page_words(sealed, (), say.TITLE),
        name=isolate(record.client.name),
        identifiers=phrase(say.SEEN_BY, name=record.therapist.signature_name),
        right=say.RIGHT.format(day=on),
        notice=say.NOTICE,
        stamp="" if course.seal is not None else phrase(soap_words.DRAFT_STATE),
    )

    def compose(_pages: Mapping[str, int]) -> list[Block]:
        lines = [scale for line in course_lines(course) if (scale := _scale(line)) is not None][:_SCALES]
        did = Stack((*_doing(lines), Text(say.DID, _HEAD, above=6), Text(_done(course), _BODY)))
        seen = _picture(course, atlas, shaded=not for_fax)
        half = columns(6)
        return [
            TitleBlock(_headline(course), "", (), 0.0, _TITLE),
            Gap(8),
            Columns([(seen, half), (did, half)]) if seen else did,
            *_found(course),
            _home(course),
            _call(),
            _ahead(course, next_visit),
            WriteHere(),
        ]

    return render(
        compose, Frame(page, paper), FileWords(title=say.SUBJECT.format(day=on), author=PRODUCT, subject=say.TITLE)
    )


def _headline(course: CaseCourse) -> str:
    note, visits = course.last.visit.note, course.visits
    before = [visit.note.pain_before for visit in visits if visit.note.pain_before is not None]
    if len(before) > 1 and note.pain_before is not None:
        return _trend(before[0], before[-1], (say.PAIN_DOWN, say.PAIN_SAME, say.PAIN_UP))
    if note.pain_before is not None and note.pain_after is not None:
        return _trend(note.pain_before, note.pain_after, (say.TREATED_DOWN, say.TREATED_SAME, say.TREATED_UP))
    return say.PLAIN.format(day=day(course.last.visit.service_date))


def _trend(first: int, last: int, words: tuple[str, str, str]) -> str:
    return words[(last > first) - (last < first) + 1].format(first=first, last=last)


def _picture(course: CaseCourse, atlas: Atlas, *, shaded: bool) -> Block | None:
    """Set the pictures of the findings that are listed, those that show most first."""
    visit = course.last.visit
    marks = numbered(visit.marks)[:_FOUND]
    shown = [_plain(panel) for panel in panels(marks, visit.figure, atlas) if panel.marks][:_PICTURES]
    if not shown:
        return None
    if len(shown) == 1:
        return Stack((Text(say.MAP, _HEAD), ClientMap(shown[0], shaded=shaded)))
    most = _HALF_MAP if len(shown) > _ACROSS else _MAP
    maps = [(panel, Grades.BEFORE, panel.title, "") for panel in shown]
    blocks: list[Block] = [Text(say.MAP, _HEAD), MapGrid(maps, _HALF_MAP, most=most, across=_ACROSS, shaded=shaded)]
    drawn = {marked.number for panel in shown for marked in panel.marks}
    if unseen := [str(marked.number) for marked in marks if marked.number not in drawn]:
        blocks.append(Text(NOT_ON_MAPS.format(numbers=", ".join(unseen)), NOTE, above=2))
    return Stack(blocks)


def _plain(panel: Panel) -> Panel:
    """Leave the grades and the referrals of a picture out."""
    marks = tuple(replace(each, mark=replace(each.mark, before=None, after=None)) for each in panel.marks)
    return replace(panel, marks=marks, referrals=())


def _found(course: CaseCourse) -> list[Block]:
    """Set what was found in two columns, with the numbers of the picture."""
    marks = numbered(course.last.visit.marks)
    items = [(str(each.number), _finding(each)) for each in marks[:_FOUND]]
    middle = (len(items) + 1) // 2
    lists = [(Items(part, 16, _BODY), columns(6)) for part in (items[:middle], items[middle:]) if part]
    blocks: list[Block] = [Columns(lists, above=5)] if lists else []
    if len(marks) > len(items):
        more = plural(len(marks) - len(items), "more is", "more are")
        blocks.append(Text(say.MORE_FOUND.format(count=more), NOTE))
    return blocks


def _finding(each: NumberedMark) -> Rich:
    mark = each.mark
    change = ""
    if mark.before and mark.after is not None and mark.after < mark.before:
        change = say.BETTER if mark.after else say.GONE
    place = plain_place(mark) or say.SOMEWHERE
    return phrase(say.FOUND, place=place[:1].upper() + place[1:], finding=plain_finding(mark), change=change)


def _scale(line: Line) -> Scale | None:
    series = line.series
    if series.name == "NPRS":
        return Scale(say.PAIN, line, Decimal(10), say.OF.format(top=10))
    if series.measure is not None and series.measure.id == "PSFS":
        return Scale(say.ACTIVITIES, line, Decimal(10), say.OF.format(top=10))
    if series.unit == "°" and (name := plain_motion(series)):
        return Scale(name, line, max(Decimal(90), line.first, line.last), "")
    return None


def _doing(scales: Sequence[Scale]) -> list[Block]:
    if not scales:
        return []
    return [Text(say.DOING, _HEAD), *scales, Text(say.KEY, NOTE, above=2)]


def _done(course: CaseCourse) -> Rich:
    segments = course.last.segments
    minutes = hands_on_seconds(segments) // 60
    names = dict.fromkeys(plain_technique(each.technique) for each in segments if each.technique.hands_on)
    if not names:
        return say.NOTHING_DONE
    template = say.MINUTES if is_all_by_hand(segments) else say.MINUTES_ALSO
    return phrase(template, minutes=plural(minutes, "minute", "minutes"), techniques=", ".join(names))


def _home(course: CaseCourse) -> Section:
    items = agreed(course.last)
    rows: list[Block] = []
    for at in range(0, len(items), _IN_A_ROW):
        row = [
            (Stack((Text(str(at + place), _NUMBER), Text(value(item), _BODY))), columns(4))
            for place, item in enumerate(items[at : at + _IN_A_ROW], 1)
        ]
        rows.append(Columns(row, above=4))
    body = [*(rows or [Text(say.NO_HOME, _BODY)]), Text(say.SORE, _BODY, above=5)]
    return Section(say.HOME, body, carried=CONTINUED)


def _call() -> Block:
    half = (LIVE_WIDTH - 16 - 4 * MM) / 2
    middle = (len(say.SIGNS) + 1) // 2
    lists = [
        (Items([("•", sign) for sign in part], 9, _SIGN), half) for part in (say.SIGNS[:middle], say.SIGNS[middle:])
    ]
    return Framed((Text(say.CALL, _HEAD), Gap(3), Columns(lists), Text(say.GENERAL, NOTE, above=3)), above=12)


def _ahead(course: CaseCourse, next_visit: Instant | None) -> Block:
    """Set when the next visit is, and whom to ask."""
    planned = say.NO_NEXT
    if next_visit is not None:
        planned = say.NEXT_AT.format(day=day(next_visit.day), time=time(next_visit))
    parts = [(Stack((Text(say.NEXT, LABEL), Text(bold(planned), _BODY))), columns(6))]
    phone = course.last.practice.phone
    if phone:
        parts.append((Stack((Text(say.QUESTIONS, LABEL), Text(bold(phone), _BODY))), columns(6)))
    return Columns(parts, above=12)


class ClientMap(Block):
    """One picture of the body with the numbers of the list."""

    def __init__(self, panel: Panel, *, shaded: bool) -> None:
        self._panel, self._shaded = panel, shaded

    def height(self, width: float) -> float:
        """A fixed share of the page."""
        return _MAP

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw the panel."""
        draw_panel(canvas, self._panel, (x, top - _MAP, x + width, top - 3), Grades.BEFORE, shaded=self._shaded)


class Scale(Block):
    """A number as a place on a line: ring at the first visit, dot today."""

    _HEIGHT: Final = 33.0
    _STEPS: Final = 10

    def __init__(self, name: str, line: Line, top: Decimal, of: str) -> None:
        self._name, self._line, self._top = name, line, top
        unit = line.series.unit if line.series.unit == "°" else ""
        first, last = (written(amount, unit) for amount in (line.first, line.last))
        self._words = say.NOW.format(first=first, last=last, scale=of).strip()

    def height(self, width: float) -> float:
        """Words and line."""
        return self._HEIGHT

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw the words, the line with its steps, ring and dot."""
        used = draw_words(canvas, self._name, _BODY.bold, x, top - 12)
        draw_words(canvas, self._words, _BODY, x + used + 8, top - 12)
        y, left, wide = top - 23, x + 5, width - 10
        rule(canvas, left, left + wide, y, 0.7)
        for step in range(self._STEPS + 1):
            at = left + wide * step / self._STEPS
            canvas.line(at, y - 2, at, y + 2)
        ends = [left + wide * max(0.0, min(1.0, float(amount / self._top))) for amount in self._both()]
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(3)
        canvas.line(ends[0], y, ends[1], y)
        canvas.setLineWidth(1)
        canvas.setFillColor(PAPER)
        canvas.circle(ends[0], y, 4.2, stroke=1, fill=1)
        canvas.setFillColor(INK)
        canvas.circle(ends[1], y, 4.2, stroke=0, fill=1)

    def _both(self) -> tuple[Decimal, Decimal]:
        return self._line.first, self._line.last


class WriteHere(Keep):
    """Two lines to write on."""

    def __init__(self) -> None:
        # The last line stays off the rule of the footer.
        super().__init__((Text(say.NOTES, LABEL), Gap(22), Ruled(), Gap(22), Ruled(), Gap(8)), above=ABOVE_FORM)


class Ruled(Block):
    """A line across."""

    def height(self, width: float) -> float:
        """A hair."""
        return 1.0

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw it."""
        rule(canvas, x, x + width, top, 0.6)
