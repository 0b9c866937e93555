"""Rules that the program keeps for every record. No check is made at run time: tests prove each."""

from __future__ import annotations

from typing import Final

from therapist_desk.domain.checklist import sources
from therapist_desk.domain.checklist.rule import Rule
from therapist_desk.domain.missing import Phase
from therapist_desk.domain.rule_cards.card import Basis, RuleSeverity

PRODUCT_RULES: Final = (
    Rule(
        "ID-03",
        Phase.PRODUCT,
        RuleSeverity.ERROR,
        "Name plus second identifier (DOB or record no.) on every printed page, with page x of y",
        "A page that falls out of a fax must say whose it is.",
        sources.PRACTICE,
        Basis.KNOWN_PRACTICE,
    ),
    Rule(
        "T-12",
        Phase.PRODUCT,
        RuleSeverity.INFO,
        "Rest, set-up and undressing time not counted",
        "Time that was not treatment may not be billed.",
        sources.CMS_220,
        Basis.SOURCE_READ,
    ),
    Rule(
        "A-03",
        Phase.PRODUCT,
        RuleSeverity.WARNING,
        "Change compared with MCID/baseline",
        "A change counts once it is more than the measure's own error.",
        sources.PRACTICE,
        Basis.KNOWN_PRACTICE,
    ),
    Rule(
        "SG-01",
        Phase.PRODUCT,
        RuleSeverity.ERROR,
        "Signed by the treating therapist with credential and date/time",
        "An unsigned note is no record.",
        sources.CMS_220,
        Basis.SOURCE_READ,
    ),
    Rule(
        "SG-03",
        Phase.PRODUCT,
        RuleSeverity.ERROR,
        "Signed note immutable; change only by addendum",
        "What can be changed afterwards proves nothing.",
        sources.CMS_CHANGES,
        Basis.SOURCE_READ,
    ),
    Rule(
        "AM-01",
        Phase.PRODUCT,
        RuleSeverity.ERROR,
        "Amendment, correction or late entry clearly and permanently labeled",
        "A correction that does not call itself one looks like a forgery.",
        sources.CMS_CHANGES,
        Basis.SOURCE_READ,
    ),
    Rule(
        "AM-02",
        Phase.PRODUCT,
        RuleSeverity.ERROR,
        "Amendment shows its own date and author",
        "A correction is judged by when it was made, and by whom.",
        sources.CMS_CHANGES,
        Basis.SOURCE_READ,
    ),
    Rule(
        "AM-03",
        Phase.PRODUCT,
        RuleSeverity.ERROR,
        "Original content stays readable",
        "The original shows what was known at the time.",
        sources.CMS_CHANGES,
        Basis.SOURCE_READ,
    ),
    Rule(
        "AM-04",
        Phase.PRODUCT,
        RuleSeverity.WARNING,
        "Late entry: date of service and date of entry both shown",
        "Both days show how late an entry came.",
        sources.CMS_CHANGES,
        Basis.SOURCE_READ,
    ),
    Rule(
        "AM-05",
        Phase.PRODUCT,
        RuleSeverity.INFO,
        "Reason for change",
        "A correction without a reason is doubted.",
        sources.PRACTICE,
        Basis.KNOWN_PRACTICE,
    ),
    Rule(
        "AU-01",
        Phase.PRODUCT,
        RuleSeverity.WARNING,
        "Electronic audit log of access, change and disposal (Ontario)",
        "The trail shows who saw and changed what.",
        sources.ONTARIO,
        Basis.SOURCE_READ,
    ),
    Rule(
        "AU-02",
        Phase.PRODUCT,
        RuleSeverity.INFO,
        "Retention clock: 10 years from last visit (Canada practice), longer for minors",
        "Records must be there as long as they can be asked for.",
        sources.RETENTION,
        Basis.SOURCE_READ,
    ),
    Rule(
        "LG-01",
        Phase.PRODUCT,
        RuleSeverity.ERROR,
        "Legible: fonts embedded, no clipped text, all non-Latin names render",
        "What cannot be read was not written.",
        sources.CMS_220,
        Basis.SOURCE_READ,
    ),
    Rule(
        "LG-03",
        Phase.PRODUCT,
        RuleSeverity.WARNING,
        "Body map printed with a text table of the same marks",
        "A picture that a fax spoils needs its words beside it.",
        sources.PRACTICE,
        Basis.KNOWN_PRACTICE,
    ),
)
