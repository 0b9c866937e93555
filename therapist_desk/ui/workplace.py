"""What every page is given: the open store, its jobs, the atlas, the way to other pages, what the user has set."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.health.condition import Checklist
from therapist_desk.domain.notes.phrase import Phrase
from therapist_desk.domain.preset import Preset
from therapist_desk.services.billing.rule_cards import RuleCards
from therapist_desk.services.clinical.assessments import Assessments
from therapist_desk.services.clinical.techniques import Techniques
from therapist_desk.services.clinical.trigger_points import TriggerPoints
from therapist_desk.services.codes.shelf import CodeShelf
from therapist_desk.services.desk import Desk
from therapist_desk.services.readiness import RuleBook
from therapist_desk.services.spelling import Speller
from therapist_desk.ui.jobs import Jobs
from therapist_desk.ui.navigator import Navigator
from therapist_desk.ui.preferences import PreferenceStore, UnkeptPreferences


@dataclass(frozen=True, slots=True)
class Workplace:
    """Held by the shell from unlock to lock."""

    desk: Desk
    jobs: Jobs
    atlas: Atlas
    navigator: Navigator
    phrases: tuple[Phrase, ...] = field(default=(), kw_only=True)
    techniques: Techniques
    preferences: PreferenceStore = field(default_factory=UnkeptPreferences)
    rules: RuleBook = field(default_factory=RuleBook)
    trigger_points: Callable[[], TriggerPoints] = TriggerPoints
    """Reads the typical referrals of muscles; called off the thread of the windows."""
    checklist: Checklist = field(default_factory=Checklist)
    codes: CodeShelf = field(default_factory=CodeShelf)
    presets: tuple[Preset, ...] = ()
    assessments: Assessments = field(default_factory=Assessments)
    speller: Callable[[], Speller] | None = None
    """Reads the dictionary; called off the thread of the windows. None where spelling is not checked."""
    samples: bool = False
    """Whether these are the sample clients, of whom nothing is kept anyway."""

    @property
    def rule_cards(self) -> RuleCards:
        """The payers' cards in use."""
        return self.rules.cards
