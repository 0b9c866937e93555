"""Taking an outcome measure: its questions, or the total of the owner's form; kept as it is answered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.care.condition import judged_for
from therapist_desk.domain.care.earlier_scores import by_measure, earlier_scores, own_activities
from therapist_desk.domain.findings.measurement import Measurement
from therapist_desk.domain.ids import MeasurementId
from therapist_desk.domain.outcomes.change import Verdict, change_verdict
from therapist_desk.domain.outcomes.measure import Measure
from therapist_desk.domain.outcomes.questionnaire import caution, new_score, score_answers, with_answers
from therapist_desk.domain.sentences.assessment import number_words, points_words, value_words
from therapist_desk.services.desk import new_id
from therapist_desk.ui.dates import day_text
from therapist_desk.ui.kit.banner import Banner, BannerKind
from therapist_desk.ui.kit.buttons import Button, ButtonRole
from therapist_desk.ui.kit.dialog import Dialog
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.visit.assessment.answer_form import ActivityForm, answer_form
from therapist_desk.ui.visit.assessment.commands import change_part, delete_part
from therapist_desk.ui.visit.assessment.paper_total import PaperTotal
from therapist_desk.ui.visit.assessment.score_words import caution_words
from therapist_desk.ui.visit.commands import change_scores, scores
from therapist_desk.ui.visit.session import VisitSession
from therapist_desk.ui.wording import sentence


class ScoreDialog(Dialog):
    """Shows the score while it is answered, what the rule for missing answers does, and the change so far."""

    def __init__(self, session: VisitSession, measure: Measure, parent: QWidget) -> None:
        super().__init__(measure.name, caption=measure.instructions, width=760, parent=parent)
        self.setObjectName("score_dialog")
        self._session, self._measure = session, measure
        known = next((each for each in session.visit.measurements if each.measure == measure.id), None)
        self._taken = known or self._begun()
        self._earlier = by_measure(earlier_scores(session.file.earlier)).get(measure.id)
        self.form = answer_form(measure, self._taken.answers)
        self.prose = tuple(self.form.words) if isinstance(self.form, ActivityForm) else ()
        self.paper = PaperTotal(measure, self._taken) if self.form is None else None
        self.score = Label("", Text.TITLE)
        self.score.setObjectName("score")
        self.course = Label("", Text.BODY, Tone.LABELS, wrap=True)
        self._rule = Banner("", BannerKind.AMBER)
        self._rule.setObjectName("rule")
        self._refused = Banner("", BannerKind.AMBER)
        self._refused.setObjectName("total_not_kept")
        leave_out = self._refused.add_action(self.tr("Leave it out"))
        leave_out.setObjectName("leave_out")
        leave_out.clicked.connect(self._leave_out)
        self._refused.hide()
        self._fill()
        self._show()

    def _fill(self) -> None:
        if self.form is not None:
            self.body.addWidget(self.form)
            self.form.answered.connect(self._answer)
            self.form.ended.connect(self._end)
        if self.paper is not None:
            self.body.addWidget(self.paper)
            self.paper.taken_changed.connect(self._take)
            rule = self.tr("Scoring: {rule}.").format(rule=self._measure.scoring)
            self.body.addWidget(Label(rule, Text.SECONDARY, Tone.LABELS, wrap=True))
        self.add_foot(self._rule)
        self.add_foot(self._refused)
        self.add_foot(self.score)
        self.add_foot(self.course)
        graded = self._measure.bands_source
        grades = self.tr("grades: {source}").format(source=graded) if graded else ""
        about = [self._taken.judged_by, grades, self._measure.attribution or self._measure.licence]
        self.add_foot(
            Label(
                ". ".join(part[:1].upper() + part[1:] for part in about if part), Text.CAPTION, Tone.QUIET, wrap=True
            )
        )
        remove = Button(self.tr("Remove"))
        remove.setObjectName("remove")
        remove.clicked.connect(self._remove)
        self._done = done = Button(self.tr("Done"), role=ButtonRole.PRIMARY)
        done.setObjectName("done")
        done.clicked.connect(self.accept)
        self.add_aside(remove)
        self.add_action(done)

    def done(self, result: int) -> None:
        if self.paper is not None and (wrong := self.paper.not_kept()):
            self._refused.set_sentence(wrong)
            self._refused.show()
            self.paper.focus_trouble()
            return
        if self._session.part(self._taken.id) is not None and self._empty():
            delete_part(self._session, self._taken.id)
        super().done(result)

    @Slot()
    def _leave_out(self) -> None:
        if self.paper is not None:
            self.paper.leave_out()
        self.accept()

    def _begun(self) -> Measurement:
        activities = own_activities(self._session.file.earlier) if self._measure.id == "PSFS" else ()
        begun = new_score(self._measure, MeasurementId(new_id()), activities)
        pain = self._session.note.pain_before
        if self._measure.id == "NPRS" and pain is not None and begun.answers:
            return replace(begun, answers=(replace(begun.answers[0], given=pain), *begun.answers[1:]))
        return begun

    def _empty(self) -> bool:
        return self._taken.before is None and all(answer.given is None for answer in self._taken.answers)

    @Slot()
    def _answer(self) -> None:
        if self.form is None:
            return
        self._taken = with_answers(self._taken, self._measure, self.form.answers())
        change_part(self._session, self._taken, answering=True)
        if self._measure.id == "NPRS":
            self._share_pain()
        self._show()

    def _share_pain(self) -> None:
        # Asked once: the pain now is also the note's score, where nobody has given one.
        now = self._taken.answers[0].given
        if now is not None and self._session.note.pain_before is None:
            change_scores(self._session, replace(scores(self._session), pain_before=now))

    @Slot()
    def _take(self) -> None:
        if self.paper is None:
            return
        self._taken = self.paper.taken
        self._refused.hide()
        change_part(self._session, self._taken, answering=True)
        self._show()

    @Slot()
    def _end(self) -> None:
        self._done.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _remove(self) -> None:
        delete_part(self._session, self._taken.id)
        super().reject()

    def _show(self) -> None:
        score = self._taken.before
        band = self._measure.band(score) if score is not None else ""
        words = self.tr("No score yet") if score is None else points_words(self._taken, score)
        self.score.setText(self.tr("Score {score}").format(score=words) if score is not None else words)
        if band:
            self.score.setText(f"{self.score.text()} · {band}")
        self.course.setText(self._course_words())
        self.course.setVisible(bool(self.course.text()))
        rule = self._rule_words()
        self._rule.set_sentence(rule)
        self._rule.setVisible(bool(rule))

    def _rule_words(self) -> str:
        if self.paper is not None:
            return self.paper.rule_words()
        scored = score_answers(self._measure, self._taken.answers)
        if scored.problem is not None:
            return self.tr("{problem} What is answered is kept.").format(problem=sentence(scored.problem))
        words = [caution_words(caution(self._measure, self._taken.answers))]
        if scored.missing and scored.score is not None and len(self._taken.answers) > 1:
            missing = self.tr("{count} not answered: {rule}.")
            words.insert(0, missing.format(count=scored.missing, rule=self._measure.scoring))
        return " ".join(filter(None, words))

    def _course_words(self) -> str:
        now, earlier = self._taken.before, self._earlier
        if now is None:
            return ""
        if self._measure.unchanged is not None:
            return self._verdict(None, now)
        if earlier is None:
            return self.tr("Taken for the first time.")
        parts = [self._against(earlier.last, earlier.last_on, now)]
        if earlier.first_on != earlier.last_on:
            parts.append(self._against(earlier.first, earlier.first_on, now))
        return " ".join(parts)

    def _against(self, before: Decimal, day: date, now: Decimal) -> str:
        words = self.tr("{before} on {day}: {verdict}")
        return words.format(
            before=value_words(self._taken, before), day=day_text(day), verdict=self._verdict(before, now)
        )

    def _verdict(self, before: Decimal | None, now: Decimal) -> str:
        condition = judged_for(self._measure, self._session.file.case_file.case)
        change = change_verdict(self._measure, before, now, condition)
        amount = number_words(abs(change.better_by))
        if not change.better_by:
            return self.tr("no change.")
        way = (
            self.tr("{n} better").format(n=amount) if change.better_by > 0 else self.tr("{n} worse").format(n=amount)
        )
        if change.verdict is Verdict.NOT_JUDGED or change.against is None:
            return self.tr("{way}; no change that matters is published.").format(way=way)
        least = number_words(change.against.amount) + (" %" if change.against.percent else "")
        if change.verdict is Verdict.WITHIN_ERROR:
            words = self.tr("{way}, less than the minimal important change of {least} ({source}).")
        else:
            words = self.tr("{way}, at least the minimal important change of {least} ({source}).")
        return words.format(way=way, least=least, source=change.against.citation)
