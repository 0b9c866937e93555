"""Tests and measures in Objective: the sheet, what is asked about it, and red tests."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from therapist_desk.domain.anatomy import View
from therapist_desk.domain.findings.measurement import Measurement, Movement, same_thing
from therapist_desk.domain.findings.motion import Doubt, doubt
from therapist_desk.domain.findings.observation import Observation, ObservationKind
from therapist_desk.domain.notes.note import Section
from therapist_desk.domain.outcomes.measure import Basis, Measure
from therapist_desk.domain.readiness import unplanned_red_tests
from therapist_desk.domain.sentences.assessment import measured_words, red_words, referral_sentence, value_words
from therapist_desk.services.clinical.assessments import Assessments, PalpationTerm, PostureFinding, SpecialTest
from therapist_desk.ui.dates import near_day_text
from therapist_desk.ui.kit.banner import Banner, BannerKind
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.spelling.fields import LineSpelling
from therapist_desk.ui.spelling.spelling import Spelling
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.visit.assessment.commands import add_parts, change_part, delete_part
from therapist_desk.ui.visit.assessment.finder import AssessmentFinder
from therapist_desk.ui.visit.assessment.finding_dialog import (
    FindingDialog,
    GirthDialog,
    PalpationDialog,
    PostureDialog,
)
from therapist_desk.ui.visit.assessment.observation_dialog import SpecialTestDialog
from therapist_desk.ui.visit.assessment.offers import all_offers
from therapist_desk.ui.visit.assessment.score_dialog import ScoreDialog
from therapist_desk.ui.visit.assessment.sheet import MotionSheet
from therapist_desk.ui.visit.assessment.sheet_model import AFTER, BEFORE, BODY_KINDS, SheetModel
from therapist_desk.ui.visit.session import VisitSession


class AssessmentPanel(QWidget):
    """Takes no room while nothing is measured; `open_finder` offers what may be."""

    def __init__(self, session: VisitSession, assessments: Assessments, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._assessments = assessments
        self._asked: tuple[Measurement, int] | None = None
        self._spelling: Spelling | None = None
        self.model = SheetModel(session, self)
        self.sheet = MotionSheet(self.model)
        self.finder = AssessmentFinder(self)
        self._error = Label(self.tr("* within measurement error: under 5 degrees"), Text.CAPTION, Tone.QUIET)
        self._problem = Banner("", BannerKind.RED)
        self._problem.setObjectName("sheet_problem")
        self._question = Banner("", BannerKind.AMBER)
        self._question.setObjectName("sheet_question")
        self._question.add_action(self.tr("Keep")).clicked.connect(self._keep)
        self._question.add_action(self.tr("Correct")).clicked.connect(self._correct)
        self._red = Banner("", BannerKind.RED)
        self._red.setObjectName("red_tests")
        self._to_plan = self._red.add_action(self.tr("Put into Plan"))
        self._to_plan.setObjectName("red_to_plan")
        self._to_plan.clicked.connect(self._write_plan)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self._red, self.sheet, self._error, self._problem, self._question):
            column.addWidget(part)
        self.model.problem.connect(self._say)
        self.finder.found.connect(self._take)
        self.sheet.removal_wanted.connect(self._remove)
        self.sheet.turn_wanted.connect(self._turn)
        self._say("")

    def use(self, *, compact: bool) -> None:
        """Fit the sheet to the room."""
        self.sheet.use(compact=compact)

    def check_spelling(self, spelling: Spelling) -> None:
        """Check the spelling of notes on tests and findings, in windows opened from now on too."""
        self._spelling = spelling
        self.sheet.check_spelling(spelling)

    def show_visit(self) -> None:
        """Show tests and measures as they stand."""
        file, visit = self._session.file, self._session.visit
        rows = [each for each in visit.measurements if each.kind in BODY_KINDS]
        last = file.last.measurements if file.last else ()
        compared = any(same_thing(old, row) for old in last for row in rows)
        words = ""
        if file.last is not None and compared:
            day = near_day_text(file.last.service_date, visit.service_date)
            words = self.tr("{day} after").format(day=day)
        self.model.show(rows, last, words)
        self.sheet.setVisible(bool(rows))
        self._error.setVisible(any(row.within_error for row in rows))
        self._ask(rows)
        self._show_red()

    def offer(self, below: QWidget, *, measures_only: bool = False) -> None:
        """Open the finder under `below`, with outcome measures alone or with everything."""
        file = self._session.file
        last = file.last.measurements if file.last else ()
        offers = all_offers(self._assessments, last, file.case_file.case, file.visit)
        if measures_only:
            offers = tuple(offer for offer in offers if offer.scores)
        self.finder.open_at(offers, below.mapToGlobal(QPoint(below.width(), below.height() + 4)))

    def knows(self, part_id: str) -> bool:
        """Tell whether a test or measure of this id is entered."""
        return self._session.part(part_id) is not None

    def take_score(self, measure: str) -> bool:
        """Open the questions of an outcome measure; tell whether there is one of this id."""
        known = self._assessments.measures.get(measure)
        if known is not None:
            self._open(ScoreDialog(self._session, known, self))
        return known is not None

    def open_part(self, part_id: str, *, column: int = BEFORE) -> None:
        """Go to where a test or measure is entered, in the sheet at `column`."""
        part = self._session.part(part_id)
        if part is None or self._session.locked:
            return
        if isinstance(part, Observation):
            self._open_observation(part)
        elif not self.take_score(part.measure):
            self._go_to(part, column)

    @Slot(object)
    def _take(self, wanted: object) -> None:
        if isinstance(wanted, tuple):
            self._add_motions(wanted)
        elif isinstance(wanted, SpecialTest):
            self._open(SpecialTestDialog(self._session, wanted, self))
        elif isinstance(wanted, Measure):
            self._open(ScoreDialog(self._session, wanted, self))
        elif isinstance(wanted, PostureFinding):
            self._open_finding(PostureDialog(wanted, self._assessments.posture_grades, self))
        elif isinstance(wanted, PalpationTerm):
            self._open_finding(PalpationDialog(wanted, self))
        else:
            self._open_finding(GirthDialog(self))

    def _add_motions(self, wanted: tuple[Measurement, ...]) -> None:
        there = self._session.visit.measurements
        new = [each for each in wanted if not any(same_thing(each, old) for old in there)]
        add_parts(self._session, new)
        first = new[0] if new else next(old for old in there if same_thing(wanted[0], old))
        self._go_to(first)
        if not new:
            words = self.tr("{motion} stands in the sheet already.")
            self._say(words.format(motion=_capital(measured_words(first))))

    def _go_to(self, part: Measurement, column: int = BEFORE) -> None:
        ids = [row.id for row in self._rows()]
        if part.id in ids:
            self.sheet.edit_cell(ids.index(part.id), column)

    def _rows(self) -> list[Measurement]:
        return [each for each in self._session.visit.measurements if each.kind in BODY_KINDS]

    def _open_finding(self, dialog: FindingDialog) -> None:
        dialog.made.connect(self._keep_made)
        dialog.removed.connect(self._delete)
        self._open(dialog)

    def _open(self, dialog: FindingDialog | SpecialTestDialog | ScoreDialog) -> None:
        if self._spelling is not None:
            for line in dialog.prose:
                LineSpelling(line, self._spelling)
        dialog.open()

    @Slot(object)
    def _keep_made(self, made: Observation | Measurement) -> None:
        if isinstance(made, Measurement):
            self._add_motions((made,))
        else:
            change_part(self._session, made)

    @Slot(str)
    def _delete(self, part_id: str) -> None:
        delete_part(self._session, part_id)

    def _open_observation(self, part: Observation) -> None:
        if part.kind is ObservationKind.TEST:
            test = next((each for each in self._assessments.tests if each.name == part.name), None)
            known = SpecialTest(
                part.name, "", part.suggests, part.refer_if_positive, Basis.KNOWN_PRACTICE, Basis.KNOWN_PRACTICE
            )
            self._open(SpecialTestDialog(self._session, test or known, self))
        elif part.kind is ObservationKind.POSTURE:
            seen = next((each for each in self._assessments.posture if each.name == part.name), None)
            known_finding = PostureFinding(part.name, (part.view or View.BACK,))
            self._open_finding(PostureDialog(seen or known_finding, self._assessments.posture_grades, self, part))
        else:
            term = next((each for each in self._assessments.palpation if each.name == part.name), None)
            known_term = PalpationTerm(part.name, "", (part.grade,), part.source, Basis.KNOWN_PRACTICE)
            self._open_finding(PalpationDialog(term or known_term, self, part))

    @Slot(int)
    def _remove(self, place: int) -> None:
        row = self.model.row(place)
        if row is not None:
            delete_part(self._session, row.id)

    @Slot(int)
    def _turn(self, place: int) -> None:
        row = self.model.row(place)
        if row is not None:
            other = Movement.ACTIVE if row.movement is Movement.PASSIVE else Movement.PASSIVE
            change_part(self._session, replace(row, movement=other))

    @Slot(str)
    def _say(self, words: str) -> None:
        self._problem.set_sentence(words)
        self._problem.setVisible(bool(words))

    def _ask(self, rows: list[Measurement]) -> None:
        self._asked = None
        for row in rows:
            found = doubt(row, self._assessments.plausible_factor)
            if found is not None and not self._session.locked:
                value, why = found
                self._asked = row, BEFORE if row.before == value else AFTER
                said = {
                    Doubt.NEGATIVE: self.tr("{value} of {motion} is below nought. Keep it?"),
                    Doubt.FULL_TURN: self.tr("{value} of {motion} is more than a full turn. Keep it?"),
                    Doubt.VERY_LARGE: self.tr("{value} of {motion} is a great deal: was a point left out? Keep it?"),
                    Doubt.ABOVE_USUAL: self.tr("{value} of {motion} is more than usual {usual}. Keep it?"),
                }[why]
                usual = value_words(row, row.norm) if row.norm is not None else ""
                words = said.format(value=value_words(row, value), motion=measured_words(row), usual=usual)
                self._question.set_sentence(words)
                break
        self._question.setVisible(self._asked is not None)

    @Slot()
    def _keep(self) -> None:
        if self._asked is not None:
            change_part(self._session, replace(self._asked[0], kept=True))

    @Slot()
    def _correct(self) -> None:
        if self._asked is not None:
            row, column = self._asked
            self.sheet.edit_cell([each.id for each in self._rows()].index(row.id), column)

    def _show_red(self) -> None:
        red = [each for each in self._session.visit.observations if each.red]
        self._red.set_sentence(" ".join(red_words(each) for each in red))
        self._red.setVisible(bool(red))
        self._to_plan.setVisible(bool(unplanned_red_tests(self._session.visit)) and not self._session.locked)

    @Slot()
    def _write_plan(self) -> None:
        missing = unplanned_red_tests(self._session.visit)
        own = self._session.note.own_text(Section.PLAN)
        added = [referral_sentence(each, self._session.file.wording) for each in missing]
        self._session.type_text(Section.PLAN, "\n".join([*([own] if own else []), *added]))
        self._session.flush()


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
