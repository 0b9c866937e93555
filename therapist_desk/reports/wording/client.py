"""Sentences of the client's copy; ** marks what is bold. Nobody's Latin, no codes."""

from __future__ import annotations

from typing import Final

TITLE: Final = "Your copy"
SUBJECT: Final = "Client’s copy, {day}"
SEEN_BY: Final = "Seen by {name}"
RIGHT: Final = "Your visit of {day}"
NOTICE: Final = "This page is for you. It holds health information: keep it where you keep other medical papers."
PAIN_DOWN: Final = "Your pain is down from {first} to {last} of 10."
PAIN_UP: Final = "Your pain is up from {first} to {last} of 10."
PAIN_SAME: Final = "Your pain is at {last} of 10, as at the first visit."
TREATED_DOWN: Final = "Your pain went from {first} to {last} of 10 today."
TREATED_UP: Final = "Your pain rose from {first} to {last} of 10 today."
TREATED_SAME: Final = "Your pain stayed at {last} of 10 today."
PLAIN: Final = "Your visit of {day}"
MAP: Final = "Where I found something"
FOUND: Final = "**{place}:** {finding}{change}"
SOMEWHERE: Final = "at the number on the picture"
BETTER: Final = ", less now"
GONE: Final = ", gone now"
MORE_FOUND: Final = "{count} in your record."
DOING: Final = "How you are doing"
KEY: Final = "Ring: first visit. Dot: today."
PAIN: Final = "Pain before treatment"
ACTIVITIES: Final = "Your own activities"
NOW: Final = "{first}, now {last} {scale}"
OF: Final = "of {top}"
DID: Final = "Today I did"
MINUTES: Final = "{minutes} of hands-on work: {techniques}."
MINUTES_ALSO: Final = "{minutes} of treatment: {techniques}."
NOTHING_DONE: Final = "No treatment time was recorded."
HOME: Final = "At home"
NO_HOME: Final = "Nothing is planned for home."
SORE: Final = "You may feel sore for a day or two, as after exercise."
CALL: Final = "Call your doctor or 911 at once, and do not wait for your next visit, if you have"
# What calls for first aid, a suspected clot and fever are from the contraindications (source read); the sudden or new
# headache is known practice there. See resources/clinical/contraindications.json.
SIGNS: Final = (
    "chest pain or trouble breathing",
    "a drooping face, a weak arm, trouble speaking",
    "numbness between the legs, or no control of bladder or bowel",
    "swelling of the face or throat, hives",
    "one leg that is swollen, warm and painful",
    "a sudden or new kind of headache",
)
GENERAL: Final = "A general list, not about you alone. What your doctor told you comes first."
NEXT: Final = "Next visit"
NO_NEXT: Final = "not planned yet"
NEXT_AT: Final = "{day}, {time}"
QUESTIONS: Final = "Questions"
NOTES: Final = "My notes and questions for next time"
