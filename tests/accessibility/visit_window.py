"""A program with one window, a follow-up visit on a real store, for a screen reader to walk. Run with a folder."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from body_map.builders import mark_in
from desks import HandClock, open_desk
from therapist_desk.app.paths import resources_dir
from therapist_desk.domain.anatomy import Figure, Side, View
from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.client import ClientDetails
from therapist_desk.domain.findings.closeup import Closeup, SidedCloseup
from therapist_desk.domain.findings.mark import MarkKind
from therapist_desk.services import cases, clients
from therapist_desk.services.clinical.techniques import load_techniques
from therapist_desk.services.visit import marking, visits
from therapist_desk.ui.jobs import Jobs
from therapist_desk.ui.kit.accessible_window import publish_popups
from therapist_desk.ui.navigator import Navigator
from therapist_desk.ui.theme.apply import Scheme, Theme
from therapist_desk.ui.visit.page import VisitPage
from therapist_desk.ui.workplace import Workplace

NAME = "therapist-desk-under-test"


def main(folder: Path) -> int:
    application = QApplication([NAME])
    Theme(application, resources_dir() / "icons", Scheme.LIGHT)
    clock, atlas = HandClock(), Atlas(resources_dir() / "body_map")
    desk = open_desk(folder, clock)
    details = ClientDetails(given_name="Juniper", family_name="Sample", date_of_birth=date(1987, 3, 14))
    case = cases.open_case(desk, clients.add_client(desk, details).id, "Neck pain")
    last = visits.start_visit(desk, case.id)
    back = atlas.view(Figure.NEUTRAL, View.BACK)
    marking.put_mark(desk, last.id, mark_in(back, "rhomboids", kind=MarkKind.PAIN, before=9, after=7))
    marking.put_mark(desk, last.id, mark_in(back, "infraspinatus", Side.LEFT, before=3))
    palm = atlas.picture(Figure.NEUTRAL, SidedCloseup(Closeup.HAND_PALMAR, Side.LEFT))
    marking.put_mark(desk, last.id, mark_in(palm, "finger_index", Side.LEFT, kind=MarkKind.NUMBNESS, before=2))
    clock.wait(7 * 24 * 60)
    jobs = Jobs()
    window = QWidget()
    publish_popups(window)
    page = VisitPage(Workplace(desk, jobs, atlas, Navigator(), load_techniques(resources_dir())))
    window.setWindowTitle(NAME)
    window.resize(1366, 768)
    filling = QHBoxLayout(window)
    filling.setContentsMargins(0, 0, 0, 0)
    filling.addWidget(page)
    window.show()
    page.show_visit(visits.start_visit(desk, case.id).id)
    page.arrive()
    status = application.exec()
    jobs.close()
    desk.close()
    return status


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
