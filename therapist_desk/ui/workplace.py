"""What every page is given: the open store, the jobs that use it, the atlas, and the way to other pages."""

from __future__ import annotations

from dataclasses import dataclass

from therapist_desk.domain.atlas import Atlas
from therapist_desk.services.desk import Desk
from therapist_desk.services.techniques import Techniques
from therapist_desk.ui.jobs import Jobs
from therapist_desk.ui.navigator import Navigator


@dataclass(frozen=True, slots=True)
class Workplace:
    """Held by the shell from unlock to lock."""

    desk: Desk
    jobs: Jobs
    atlas: Atlas
    navigator: Navigator
    techniques: Techniques
