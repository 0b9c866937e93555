"""Sentences of the documents that speak of a whole case; ** marks what is bold."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from therapist_desk.domain.billing import UnitRule
from therapist_desk.domain.care.goal import Standing
from therapist_desk.domain.progress.comparison import Course

TITLE: Final = "Progress report"
SUBJECT: Final = "Progress report, visit {number}, {day}"
REPORT_OF: Final = "Report of {day}"
TO: Final = "To {names}"
ONE_VISIT: Final = "Visit {number}, {day}"
VISITS: Final = "Visits {first}–{last}, {days}"
ORDER_OF: Final = "order of {day}"
ORDER_OF_VISITS: Final = "order of {day}: {visits}"
ORDER_ENDS: Final = "ends {day}"
REFERRED_BY: Final = "Referred by {name}"
REFERRED_BY_NPI: Final = "Referred by {name}, NPI\N{NO-BREAK SPACE}{npi}"
LICENCE_NPI: Final = "{licence} · NPI {npi}"
LEFT_OUT: Final = "Not signed and therefore left out: {count}."

COUNTS: Final = (
    "No",
    "One",
    "Two",
    "Three",
    "Four",
    "Five",
    "Six",
    "Seven",
    "Eight",
    "Nine",
    "Ten",
    "Eleven",
    "Twelve",
)
HEADLINE: Final = "{count}: {changes}."
NO_MEASURES: Final = "No measure was taken twice yet."
NO_CHANGES: Final = "{count}; no measure was taken twice yet."
ALL_PAST: Final = "All past the change that matters"
SOME_PAST: Final = "{past} of {judged} past the change that matters"
PAST: Final = "That is past the change that matters"
NONE_PAST: Final = "None past the change that matters yet"
ALL_AT_TARGET: Final = ", all at target."
SOME_AT_TARGET: Final = ", {reached} of {aimed} at target."
NONE_AT_TARGET: Final = ", none at target yet."
NONE_AT_TARGET_AT_END: Final = ", none at target."
NO_TARGET: Final = "."

COURSE: Final = "Course of each measure"
COURSE_ASIDE: Final = "a dot a visit, before treatment; ring first, large dot last; dashed line is the target"
MEASURE: Final = "Measure"
VISITS_HEAD: Final = "Visits {first} to {last}"
TARGET: Final = "Target"
CHANGE: Final = "Change"
IMPORTANT: Final = "Matters\nfrom"
PAIN: Final = "**Pain** before treatment, 0–10"
PAIN_SHORT: Final = "pain"
OTHER_PAIN: Final = "**Pain,** {name}"
SCORE: Final = "**{id}**, {name}"
NOT_KNOWN: Final = "not known"
AT_LEAST: Final = "≥ {value}"
AT_MOST: Final = "≤ {value}"
IMPORTANT_FROM: Final = "Matters from: minimal important change as published; for motion, error of measuring."
CITED: Final = "{mark} {citation} ({basis})."
STRICTER_PAST: Final = "strictest: {amount} ({context}: {citation}), past too."
STRICTER_NOT_PAST: Final = "strictest: {amount} ({context}: {citation}), not reached."
LOWER_BETTER: Final = "Lower is better for {names}."
MORE_MEASURED: Final = "{count} in the notes of the visits."

FINDINGS: Final = "Findings, first visit and now"
FINDINGS_ONCE: Final = "Findings"
FINDINGS_ASIDE: Final = "before treatment at both visits, each on its own scale"
FINDING: Final = "Finding"
NUMBER: Final = "No."
MAP_VISIT: Final = "visit {number}"
COURSES: Final[Mapping[Course, str]] = MappingProxyType(
    {
        Course.BETTER: "better",
        Course.RESOLVED: "resolved",
        Course.WORSE: "worse",
        Course.NEW: "new",
        Course.SAME: "unchanged",
        Course.NOT_GRADED: "not graded at both",
        Course.NOT_CHARTED: "not charted now",
    }
)
FINDING_COUNTS: Final = "{counts}."
MORE_FINDINGS: Final = "{count} in the notes of the visits."

GOALS: Final = "Goals"
GOAL: Final = "Goal and measure"
BASELINE: Final = "Baseline"
TODAY: Final = "Now"
DUE: Final = "Target\nby day"
STATE: Final = "State"
WAY: Final = "Way to target"
BY_DAY: Final = "{target}\n{day}"
STANDINGS: Final[Mapping[Standing, str]] = MappingProxyType(
    {
        Standing.OPEN: "open",
        Standing.WAITING: "no second value",
        Standing.ON_TRACK: "on track",
        Standing.BEHIND: "behind",
        Standing.MET: "met",
        Standing.DROPPED: "dropped",
    }
)
STANDINGS_AT_END: Final[Mapping[Standing, str]] = MappingProxyType(
    {
        Standing.OPEN: "not reached",
        Standing.WAITING: "no second value",
        Standing.ON_TRACK: "not reached",
        Standing.BEHIND: "not reached",
        Standing.MET: "reached",
        Standing.DROPPED: "dropped",
    }
)
NO_GOALS: Final = "No goal is set for this case."

DAILY: Final = "What daily life shows"
LIMITED: Final = "**{day}:** {text}"
NOT_LIMITED: Final = "nothing was said to be limited."
ACTIVITIES: Final = "**Own activities, 0–10:** {items}."
ACTIVITY: Final = "{name} {change}"

VISITS_DONE: Final = "Visits to date"
RULES: Final[Mapping[UnitRule, str]] = MappingProxyType(
    {
        UnitRule.CMS_EIGHT_MINUTE: "units by the eight-minute rule (CMS)",
        UnitRule.MIDPOINT: "units by the midpoint rule, each number alone",
    }
)
NO_RULE: Final = "no rule for units is known for this payer"
VISIT: Final = "Visit"
DATE: Final = "Date"
CODE_MINUTES: Final = "{code} min"
UNITS: Final = "Units"
PAIN_PAIR: Final = "Pain, before → after"
TOTAL: Final = "Total"
OF_ALLOWED: Final = "{number} of {allowed}"
SHARED_DAY: Final = "Minutes of visits on one day are counted together; their units stand with the later visit."
SHARED_CLAIM: Final = "Units of {days} count the minutes of another case on the same claim with these."
OPEN_UNITS: Final = "* A unit is still to be given to one of several numbers with equal minutes."
CHARTED_LATE: Final = "A visit charted after later ones were signed has the number that was free then."
OLDER_VISITS: Final = "The first {count} visits are not listed; they count in the total."
MORE_GOALS: Final = "{count} in the notes of the visits."
FIRST_VISIT_LEFT_OUT: Final = "The first visit is not listed; it counts in the total."

WHY: Final = "Why more, and what is expected"
NOT_YET: Final = "Not yet at target: {goals}."
NOT_YET_GOAL: Final = "{text} ({state})"
NOT_YET_AT_END: Final = "Not at target when care ended: {goals}."
ALL_MET: Final = "Every goal is {met}."
ALL_MET_OR_DROPPED: Final = "Every goal is {met} or {dropped}."
TERMS: Final = "**Planned:** {terms}."
TERM_VISITS: Final = "{count} visits in all"
TERM_MINUTES: Final = "{minutes} minutes each"
TERM_REVIEW: Final = "looked at again at visit {number}"
REQUEST: Final = "**Request:** {text}"
GOES_ON: Final = "What is cut short here (…) stands whole in the signed notes of the visits."
GOES_ON_DRAFT: Final = "What is cut short here (…) stands whole in the notes of the visits."
ADDENDUM_OF_VISIT: Final = "**A{at}  Addendum {number}** to the note of visit {visit}, {day}, which stays as it was"
ADDENDA_ELSEWHERE: Final = (
    "**{count}** to what was signed of {days}: to be read with the notes. Values here are those first signed."
)
DRAWN_FROM: Final = "Drawn from the signed records of {count}."
DRAWN_FROM_DRAFT: Final = "Drawn from a draft and the signed records of {count}."

REPLY: Final = "Physician’s reply: tick, sign and send back"
REPLY_FAX: Final = "Physician’s reply: tick, sign, fax back to {fax}"
REPLY_WHO: Final = "{name} · DOB {day} · {record}"
CONTINUE: Final = "**Continue** as requested:"
CONTINUE_PARTS: Final = ("visits,", "a week, until")
MODIFY: Final = "**Modify:**"
DISCHARGE: Final = "**Discharge** to the home program after visit"
SEE_FIRST: Final = "**See me first;** hold treatment until then"
REMARKS: Final = "Remarks:"
REPLY_SIGNATURE: Final = "Physician signature"
REPLY_NAME: Final = "Printed name and NPI"
REPLY_DATE: Final = "Date"
