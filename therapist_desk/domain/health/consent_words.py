"""What a client agrees to when signing, in plain words: on the screen and on paper alike.

A statement that treatment can be stopped at any time, a guardian for a minor, and that a consent lasts a year unless
revoked: WAC 246-830-555 and 246-830-565 (source read). The rest is known practice. No lawyer has reviewed it.
"""

from __future__ import annotations

from typing import Final

_TOLD: Final = (
    "I agree to massage treatment by the therapist named here. What will be done, why, and what it may bring or "
    "risk has been explained to me, and my questions were answered."
)
_STOP: Final = (
    "I may stop the treatment, or refuse any part of it, at any time and for any reason, and take this consent back."
)
_COVER: Final = (
    "I stay covered except for the part being treated. I say at once when pressure or position is not right."
)
_HEALTH: Final = (
    "I have told of my health as fully as I can and will tell of changes. Massage therapy does not diagnose and "
    "does not take the place of medical care."
)
_YEAR: Final = "This consent lasts one year, unless I take it back before."

STATEMENTS: Final = (_TOLD, _STOP, _COVER, _HEALTH, _YEAR)
