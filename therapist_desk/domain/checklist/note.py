"""Rules of the note itself: who, when, what was told, found, done and said of it. Its errors hold back signing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from therapist_desk.domain.care.case import Mechanism
from therapist_desk.domain.checklist.body_words import names_place, names_side, tells_finding
from therapist_desk.domain.checklist.course_words import (
    tells_better,
    tells_medicine,
    tells_onset,
    tells_response,
    tells_worse,
)
from therapist_desk.domain.checklist.diseases import usual_name
from therapist_desk.domain.checklist.facts import Facts
from therapist_desk.domain.checklist.function_words import is_limitation, limits_function
from therapist_desk.domain.checklist.plan_words import tells_home_care
from therapist_desk.domain.checklist.rule import WRITTEN_IN, Finding
from therapist_desk.domain.checklist.scope_words import diagnosing, on_record
from therapist_desk.domain.client import age_on
from therapist_desk.domain.health.consent import ADULT
from therapist_desk.domain.missing import Target
from therapist_desk.domain.notes.likeness import likeness, said_again
from therapist_desk.domain.notes.note import Origin, Paragraph, Section
from therapist_desk.domain.rule_cards.card import RuleSeverity
from therapist_desk.domain.sentences.narrative import NoteSources, generated_paragraphs
from therapist_desk.domain.session.timer import TimerState
from therapist_desk.domain.visit import Visit

_LATE: Final = timedelta(hours=48)
_TWICE: Final = 2


def name(facts: Facts) -> Iterator[Finding]:
    """ID-01."""
    if facts.around is not None and not facts.around.client.name.strip():
        yield Finding("no_name", Target.CLIENT_NAME)


def birth(facts: Facts) -> Iterator[Finding]:
    """ID-02."""
    if facts.around is not None and facts.around.client.details.date_of_birth > facts.visit.service_date:
        yield Finding("born_later", Target.BIRTH)


def contact(facts: Facts) -> Iterator[Finding]:
    """ID-04."""
    if facts.around is None:
        return
    details = facts.around.client.details
    if age_on(details.date_of_birth, facts.visit.service_date) < ADULT and not details.emergency_contact.strip():
        yield Finding("no_guardian", Target.GUARDIAN)
    elif not any((details.phone, details.email, details.address.lines, details.emergency_contact)):
        yield Finding("no_contact", Target.CONTACT)


def licence(facts: Facts) -> Iterator[Finding]:
    """ID-05."""
    if facts.around is None:
        return
    therapist = facts.around.therapist
    if not all(each.strip() for each in (therapist.name, therapist.credentials, therapist.licence_number)):
        yield Finding("no_licence", Target.LICENCE)


def complaint(facts: Facts) -> Iterator[Finding]:
    """S-01: words of the client, and in them, with the findings or on the map where, and on which side."""
    note = facts.visit.note
    if not note.of(Section.SUBJECTIVE) and not note.limitation.strip() and not note.reported:
        yield Finding("no_subjective", Target.SUBJECTIVE)
        return
    if any(mark.regions for mark in facts.findings):
        return
    case = facts.around.case if facts.around else None
    told = [
        facts.typed(Section.SUBJECTIVE),
        note.limitation,
        *(each.text for each in note.reported),
        *((case.title, case.complaint) if case else ()),
    ]
    text = "\n".join([*told, *(each.text for each in note.of(Section.SUBJECTIVE))])
    found = facts.typed(Section.OBJECTIVE)
    if limits_function(facts.typed(Section.SUBJECTIVE)) and tells_finding(found):  # complained of, and found below
        text = f"{text}\n{found}"
    if not names_place(text):
        yield Finding("complaint_nowhere", Target.SUBJECTIVE)
    elif not names_side(text):
        yield Finding("complaint_no_side", Target.SUBJECTIVE)


def pain_before(facts: Facts) -> Iterator[Finding]:
    """S-02."""
    if facts.visit.note.pain_before is None:
        yield Finding("no_pain_before", Target.PAIN_BEFORE)


def limitation(facts: Facts) -> Iterator[Finding]:
    """S-03: in its own line, or in a sentence that says which activity is limited."""
    note = facts.visit.note
    carried = any(each.origin is Origin.UNCONFIRMED for each in note.of(Section.SUBJECTIVE))  # asked for by itself
    if not is_limitation(note.limitation) and not carried and not limits_function(facts.typed(Section.SUBJECTIVE)):
        yield Finding("no_limitation", Target.LIMITATION)


def history_of_complaint(facts: Facts) -> Iterator[Finding]:
    """S-04, of the first visit."""
    if facts.around is None or facts.visit.number != 1:
        return
    case, text = facts.around.case, facts.typed(Section.SUBJECTIVE)
    text = f"{text}\n{case.title}\n{case.complaint}"
    if not (case.onset or case.mechanism is not Mechanism.UNKNOWN or tells_onset(text)):
        yield Finding("no_onset", Target.ONSET)
    elif not ((case.aggravating or tells_worse(text)) and (case.easing or tells_better(text))):
        yield Finding("no_course", Target.COURSE)


def medicines(facts: Facts) -> Iterator[Finding]:
    """S-05."""
    asked = facts.visit.screening.check is not None
    if facts.around is not None and not asked and not tells_medicine(facts.typed(Section.SUBJECTIVE)):
        yield Finding("medicines_unasked", Target.HEALTH)


def palpation(facts: Facts) -> Iterator[Finding]:
    """O-01: at least one mark that is complete, or findings in words; every other mark without a grade is told."""
    visit = facts.visit
    if not (facts.findings or visit.observations or visit.measurements or facts.typed(Section.OBJECTIVE).strip()):
        yield Finding("no_findings", Target.MAP)
        return
    graded = [mark for mark in visit.marks if mark.scale is not None]
    missing = sum(mark.before is None for mark in graded)
    said = visit.observations or tells_finding(facts.typed(Section.OBJECTIVE))
    if missing:
        none_complete = missing == len(graded) == len(facts.findings) and not said
        lighter = None if none_complete else RuleSeverity.WARNING
        yield Finding("no_grade_before", Target.MAP, {"count": missing}, lighter)
    elif not facts.findings and not said:
        yield Finding("no_palpation", Target.MAP)


def dated(facts: Facts) -> Iterator[Finding]:
    """T-01."""
    if facts.visit.service_date > facts.now.day:
        yield Finding("date_to_come", Target.TIMES)
    elif facts.segments and facts.segments[0].start.day != facts.visit.service_date:
        values = {"segment": facts.segments[0].id}
        yield Finding("other_day", Target.TIMES, values, RuleSeverity.WARNING)


def duration(facts: Facts) -> Iterator[Finding]:
    """T-02."""
    if _running(facts):
        return
    if not facts.segments:
        yield Finding("no_times", Target.TIMER)
    elif not facts.treated:
        yield Finding("no_hands_on_time", Target.TIMER)


def stopped(facts: Facts) -> Iterator[Finding]:
    """T-03."""
    if _running(facts):
        yield Finding("timer_running", Target.TIMER)


def response(facts: Facts) -> Iterator[Finding]:
    """A-01: a score afterwards, the response as chosen, or words of it; what else there might be is a hint."""
    note = facts.visit.note
    given = (note.pain_after is not None, note.response is not None)
    told = any(given) or tells_response(facts.typed(Section.OBJECTIVE, Section.ASSESSMENT))
    lighter = RuleSeverity.INFO if told else None
    if note.pain_after is None:
        yield Finding("no_pain_after", Target.PAIN_AFTER, severity=lighter)
    if note.response is None:
        yield Finding("no_response", Target.RESPONSE, severity=lighter)


def own_diagnosis(facts: Facts) -> Iterator[Finding]:
    """A-05: in what the therapist says himself; a client may tell what a physician found."""
    case = facts.around.case if facts.around else None
    known = [case.title, *(f"{each.title} {usual_name(each.code)}" for each in case.diagnoses)] if case else []
    if facts.around is not None and facts.around.referral is not None:
        known += [usual_name(code) for code in facts.around.referral.diagnosis_codes]
    for section in (Section.OBJECTIVE, Section.ASSESSMENT, Section.PLAN):
        text = facts.typed(section)
        if diagnosing(text, known):  # only then the note is read for what is on record
            said = diagnosing(text, [*known, *on_record(facts.typed(*WRITTEN_IN))])
            if said:
                yield Finding("diagnosing", WRITTEN_IN[section], {"said": said})


def cloned(facts: Facts) -> Iterator[Finding]:
    """A-06: what the last note said already, a passage for the third time, and carried lines unlooked at."""
    unconfirmed = sum(each.origin is Origin.UNCONFIRMED for each in facts.visit.note.paragraphs)
    if unconfirmed:
        yield Finding("unconfirmed", Target.UNCONFIRMED, {"count": unconfirmed}, RuleSeverity.ERROR)
    if facts.last is None:
        return
    share = likeness(_written(facts.visit), _written(facts.last))
    if share:
        yield Finding("nearly_last", Target.SUBJECTIVE, {"share": share})
        return
    taken = facts.around.taken[-_TWICE:] if facts.around else ()
    earlier = [each.note.paragraphs for each in taken]
    again = said_again(facts.visit.note.paragraphs, earlier) if len(earlier) == _TWICE else None
    if again is not None:
        yield Finding("said_again", WRITTEN_IN[again.section], {"said": again.text})


def home_care(facts: Facts) -> Iterator[Finding]:
    """P-06."""
    if facts.around is None or facts.around.case.home_care.strip() or facts.visit.note.home_care:
        return
    if not tells_home_care("\n".join(each.text for each in facts.visit.note.of(Section.PLAN))):
        yield Finding("no_home_care", Target.PLAN)


def in_time(facts: Facts) -> Iterator[Finding]:
    """SG-02."""
    stops = [segment.stop.utc for segment in facts.segments if segment.stop is not None]
    if stops and not facts.visit.signed and facts.now.utc - max(stops) > _LATE:
        yield Finding("unsigned_long", Target.SIGN, {"days": (facts.now.utc - max(stops)).days})


def _running(facts: Facts) -> bool:
    return facts.visit.timer(facts.now).state in (TimerState.RUNNING, TimerState.PAUSED)


def _written(visit: Visit) -> tuple[Paragraph, ...]:
    told = NoteSources(visit.note, visit.marks, visit.measurements)
    return (*visit.note.paragraphs, *generated_paragraphs(told))
