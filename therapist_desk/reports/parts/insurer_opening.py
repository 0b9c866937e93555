"""How the note for a payer opens: title and state, the numbers on a checklist, who and what is covered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from therapist_desk.domain.client import age_on
from therapist_desk.domain.note_units import DayUnits, units_by_code
from therapist_desk.domain.notes.note import Note
from therapist_desk.domain.notes.parts import NotePart
from therapist_desk.domain.record import Addendum, Sealed, VisitRecord
from therapist_desk.domain.session.timer import SegmentSource, hands_on_seconds
from therapist_desk.reports.layout.blocks import Columns, Facts, Outdent
from therapist_desk.reports.layout.flow import Block, Stack, Text
from therapist_desk.reports.layout.heads import Mini, TitleBlock
from therapist_desk.reports.layout.ink import GUTTER, LIVE_WIDTH, MM
from therapist_desk.reports.layout.strip import Strip, StripCell
from therapist_desk.reports.layout.table import Column, Row, Table
from therapist_desk.reports.parts.pointers import pointed, see
from therapist_desk.reports.parts.soap import session_end, signed_state
from therapist_desk.reports.parts.treatment import clock_minutes, is_all_by_hand, timed_minutes, treatment_title
from therapist_desk.reports.parts.units import units_told
from therapist_desk.reports.typography.lines import one_line
from therapist_desk.reports.typography.rich import CELL, NOTE, Rich, bold, joined, phrase, value
from therapist_desk.reports.wording import soap as say
from therapist_desk.reports.wording.formats import change, clock_change, day, day_near, days, hours, plural

_SENDER: Final = 62 * MM
_THIRD: Final = (LIVE_WIDTH - 2 * GUTTER) / 3
_COVER: Final = (LIVE_WIDTH + GUTTER) * 5 / 12 - GUTTER
_FACT_LABEL: Final = 17 * MM


def opening(sealed: Sealed, pages: Mapping[str, int], days: Sequence[DayUnits] = ()) -> list[Block]:
    """Set everything above the four sections; `pages` says where the addenda stand, `days` what the units are."""
    record = sealed.record
    practice = record.practice
    sender: list[Rich] = [bold(practice.name), *(value(line) for line in practice.address.lines)]
    people, cover = who_and_what(record, sealed.addenda)
    return [
        Outdent(TitleBlock(say.INSURER_TITLE, _state(sealed, pages), sender, _SENDER)),
        Outdent(_strip(record, days, sealed.addenda), above=6),
        Outdent(people, above=5),
        Outdent(cover),
    ]


def who_and_what(record: VisitRecord, addenda: Sequence[Addendum]) -> tuple[Columns, Columns]:
    """Set client, therapist and physician side by side; and payer, order and diagnoses."""
    people = Columns([(_client(record), _THIRD), (_therapist(record), _THIRD), (_physician(record), _THIRD)])
    diagnoses = _diagnoses(record, see(addenda, NotePart.DIAGNOSES))
    cover = Columns([(_coverage(record), _COVER), (diagnoses, LIVE_WIDTH - _COVER - GUTTER)], above=3)
    return people, cover


def _state(sealed: Sealed, pages: Mapping[str, int]) -> Rich:
    use, number = sealed.record.referral_use, sealed.record.visit.number
    if use is not None and use.allowed is not None:
        visit = say.VISIT_ON_REFERRAL.format(number=use.number, allowed=use.allowed)
    else:
        visit = say.VISIT_OF_CASE.format(number=number)
    return joined([visit, *signed_state(sealed, pages)], " · ")


def _strip(record: VisitRecord, days: Sequence[DayUnits], addenda: Sequence[Addendum]) -> Strip:
    of_treatment, of_pain = see(addenda, NotePart.TREATMENT), see(addenda, NotePart.PAIN)
    note, use = record.visit.note, record.referral_use
    visit = f"{use.number} of {use.allowed}" if use and use.allowed is not None else str(record.visit.number)
    ends = say.NO_ORDER
    if record.referral is not None:
        expiry = record.referral.expires_on
        ends = say.ORDER_ENDS.format(day=day(expiry)) if expiry else say.NO_ORDER_END
    end, clock = session_end(record), clock_minutes(record.segments)
    session, changed = say.NO_TIMES, ""
    if end is not None and record.segments:
        start = record.segments[0].start
        session, changed = hours(start, end), clock_change(start, end)
    minutes = hands_on_seconds(record.segments) // 60
    by_hand = [segment.source is SegmentSource.BY_HAND for segment in record.segments]
    span = say.START_TO_STOP if all(by_hand) else say.ON_THE_CLOCK
    if changed:
        span = say.CLOCK_CHANGED.format(minutes="{minutes}", offsets=changed)
    techniques = {segment.technique.name for segment in record.segments if segment.technique.hands_on}
    if not is_all_by_hand(record.segments):
        how = say.TIMED_MINUTES.format(minutes=timed_minutes(record.segments))
    elif any(by_hand):
        how = say.ALL_BY_HAND if all(by_hand) else say.BY_HAND_TIMES
    else:
        how = say.BY_TECHNIQUE.format(count=plural(len(techniques), "technique", "techniques"))
    cells = [
        StripCell(say.STRIP_VISIT, visit, ends),
        StripCell(
            say.STRIP_SESSION,
            session,
            "" if clock is None else span.format(minutes=plural(clock, "minute", "minutes")),
            1.2,
        ),
        StripCell(pointed(treatment_title(record.segments), of_treatment), f"{minutes} min", how),
        *(units := _units(days)),
    ]
    course = []
    if record.baseline is not None and record.baseline.pain_before is not None:
        since = say.STRIP_PAIN_SINCE.format(day=day_near(record.baseline.service_date, record.visit.service_date))
        course.append(
            StripCell(
                pointed(since, of_pain), _pair(record.baseline.pain_before, note.pain_before), say.BASELINE_TODAY, 1.2
            )
        )
    # Five boxes: where units and the course are told, today's pain stands in its table below.
    today = (
        [] if units and course else [StripCell(pointed(say.STRIP_PAIN_TODAY, of_pain), _today(note), _scored(note))]
    )
    return Strip([*cells, *today, *course], size=13, height=40)


def _today(note: Note) -> str:
    return _pair(note.pain_before, note.pain_after)


def _units(days: Sequence[DayUnits]) -> list[StripCell]:
    """Give the units of the note, by number; none where they depend on a rule that nobody has stated."""
    units = units_by_code(days)
    if not units:
        return []
    told = units_told(units)
    waiting = sum(each.sure.unassigned for each in days if each.sure is not None)
    if waiting:
        told = say.UNITS_TO_CHOOSE.format(units=told, count=waiting)
    return [StripCell(say.STRIP_UNITS, str(sum(units.values()) + waiting), told, 1.2)]


def _scored(note: Note) -> str:
    return "" if note.pain_before is None and note.pain_after is None else say.BEFORE_AFTER


def _pair(before: int | None, after: int | None) -> str:
    if before is None and after is None:
        return say.NOT_TAKEN
    return change("–" if before is None else before, "–" if after is None else after)


def _headed(title: str, *blocks: Block, pointer: str = "") -> Stack:
    """Set blocks under a small head, which points to what corrects them."""
    return Stack((Mini(title, pointer, above=0), *blocks))


def _client(record: VisitRecord) -> Block:
    client, case = record.client.details, record.case
    years = age_on(client.date_of_birth, record.visit.service_date)
    pairs: list[tuple[str, Rich]] = [
        (say.NAME, bold(client.name)),
        (say.DATE_OF_BIRTH, say.AGE.format(day=day(client.date_of_birth), years=years)),
    ]
    if client.phone:
        pairs.append((say.CONTACT, value(client.phone)))
    injured = case.coverage.date_of_injury if case.coverage else None
    since = injured or case.onset
    how = say.MECHANISMS[case.mechanism]
    if since is not None or how:
        words = ", ".join(part for part in (day(since) if since else "", how) if part)
        pairs.append((say.INJURY if injured else say.ONSET, words))
    return _headed(say.CLIENT, Facts(pairs, 20 * MM))


def _therapist(record: VisitRecord) -> Block:
    therapist, consent = record.therapist, record.client.details.consent_on
    pairs: list[tuple[str, Rich]] = [
        (say.NAME, bold(therapist.signature_name)),
        (say.LICENCE, value(therapist.licence)),
    ]
    if therapist.npi:
        pairs.append((say.NPI, therapist.npi))
    pairs.append((say.CONSENT, say.CONSENT_ON.format(day=day(consent)) if consent else say.NOT_ON_FILE))
    return _headed(say.THERAPIST, Facts(pairs, _FACT_LABEL))


def _physician(record: VisitRecord) -> Block:
    if record.referral is None:
        return _headed(say.PHYSICIAN, Text(say.SELF_REFERRED, CELL))
    physician = record.referral.physician
    pairs: list[tuple[str, Rich]] = [(say.NAME, bold(physician.signature_name))]
    found = [(say.NPI, physician.npi), (say.PRACTICE, physician.practice)]
    both = say.TEL_AND_FAX.format(phone=physician.phone, fax=physician.fax)
    if physician.phone and physician.fax and one_line(both, CELL).width <= _THIRD - _FACT_LABEL:
        found.append((say.TEL_FAX, both))
    else:
        found += [(say.TEL, physician.phone), (say.FAX_LABEL, physician.fax)]
    pairs += [(label, value(text)) for label, text in found if text]
    return _headed(say.PHYSICIAN, Facts(pairs, _FACT_LABEL))


def _coverage(record: VisitRecord) -> Block:
    coverage, referral, payer = record.case.coverage, record.referral, record.payer
    pairs: list[tuple[str, Rich]] = []
    if payer is not None:
        pairs.append((say.PAYER_NAME, phrase(say.PAYER_KIND, name=payer.name, kind=payer.kind.value)))
    if coverage is not None:
        pairs.append((say.CLAIM_LABEL, value(coverage.claim_number or say.NOT_ON_FILE)))
        if coverage.insured_id:
            pairs.append((say.INSURED_ID, value(coverage.insured_id)))
    if referral is not None:
        allowed = referral.visits_allowed
        visits = plural(allowed, "visit", "visits") if allowed is not None else day(referral.ordered_on)
        rate = referral.visits_per_week
        pairs.append((say.ORDER, say.ORDER_RATE.format(visits=visits, rate=rate) if rate else visits))
        start, end = referral.starts_on, referral.expires_on
        pairs.append((say.VALID, days(start, end) if end else say.VALID_FROM.format(start=day(start))))
        if referral.authorization:
            pairs.append((say.AUTHORIZATION, value(referral.authorization)))
    body: Block = Facts(pairs, 21 * MM) if pairs else Text(say.NOT_ON_FILE, CELL)
    return _headed(say.PAYER if payer else say.REFERRAL, body)


def _diagnoses(record: VisitRecord, pointer: str) -> Block:
    title = say.DIAGNOSES if record.referral is not None else say.DIAGNOSES_CASE
    found = record.case.diagnoses
    if not found:
        return _headed(title, Text(say.NO_DIAGNOSIS, CELL), pointer=pointer)
    givers = {item.given_by for item in found}
    giver = givers.pop() if len(givers) == 1 else ""
    rows = []
    for item in found:
        told = item.given_by and not giver
        named = phrase(say.GIVEN_BY, title=item.title, name=item.given_by) if told else value(item.title)
        rows.append(Row((bold(item.code), named)))
    table = Table((Column("", 19 * MM), Column("")), rows, pad=2.0, rule_above=True)
    note = (Text(phrase(say.ALL_GIVEN_BY, name=giver), NOTE, above=2),) if giver else ()
    return _headed(title, table, *note, pointer=pointer)
