"""Rules about reports of progress, and the scores and goals that they speak of."""

from __future__ import annotations

from typing import Final

from therapist_desk.domain.checklist import report, sources
from therapist_desk.domain.checklist.rule import Rule
from therapist_desk.domain.missing import Phase
from therapist_desk.domain.rule_cards.card import Basis, RuleSeverity

REPORT_RULES: Final = (
    Rule(
        "O-05",
        Phase.REPORT,
        RuleSeverity.WARNING,
        "Standardised outcome tool at baseline and at least each 6 visits / 30 days",
        "A score taken at the start and again shows what treatment does.",
        sources.CMS_220,
        Basis.SOURCE_READ,
        report.scored,
    ),
    Rule(
        "A-02",
        Phase.REPORT,
        RuleSeverity.ERROR,
        "Progress (or lack) toward each goal",
        "A report that leaves a goal out is sent back.",
        sources.CMS_220,
        Basis.SOURCE_READ,
        report.goals_told,
    ),
    Rule(
        "P-07",
        Phase.REPORT,
        RuleSeverity.WARNING,
        "Goal identifiers never reused; met goals closed by signed entry",
        "A goal that changes its name, or closes without a day, cannot be followed.",
        sources.CMS_220,
        Basis.SOURCE_READ,
        report.goals_apart,
    ),
)
