"""Correct times: what the timer and people say, one stretch to add or to set right at a time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.session.favourites import Favourite, Favourites
from therapist_desk.domain.session.technique import Technique
from therapist_desk.ui.kit.banner import Banner, BannerKind
from therapist_desk.ui.kit.buttons import Button, ButtonRole, LinkButton
from therapist_desk.ui.kit.card import Divider
from therapist_desk.ui.kit.date_edit import DateEdit
from therapist_desk.ui.kit.dialog import Dialog
from therapist_desk.ui.kit.field import Field
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.visit.moments import began_on, stretch_day
from therapist_desk.ui.visit.session import VisitSession
from therapist_desk.ui.visit.times.form import TimeForm
from therapist_desk.ui.visit.times.model import TimesModel
from therapist_desk.ui.visit.times.rows import TimeRow, time_rows
from therapist_desk.ui.visit.wording import habit_words
from therapist_desk.ui.wording import sentence

_ROW = 30
_MOST_ROWS = 8
_DAY_WIDTH = 160
NO_FAVOURITES = Favourites()


class TimesDialog(Dialog):
    """Lists the segments; the form under them corrects the chosen one or adds another. The original stays.

    What was typed and not entered is asked about before the dialog closes or turns to another stretch, and stays when
    the day is set after it. When the page goes it is entered, where it is complete.
    What is often given and has no time yet stands in the form ahead, one after another; it counts once entered.
    """

    def __init__(
        self,
        session: VisitSession,
        techniques: Sequence[Technique],
        parent: QWidget,
        favourites: Favourites = NO_FAVOURITES,
    ) -> None:
        super().__init__("", width=640, parent=parent)
        self.setObjectName("times")
        self._session = session
        title = self.tr("Enter times") if session.entered_afterwards else self.tr("Correct times")
        self.title.setText(title)
        self.setAccessibleName(title)
        self.caption.setText(self.tr("Times entered here are labeled as entered by hand; what was there stays."))
        self.caption.show()
        self.day = DateEdit()
        self.day.setObjectName("visit_day")
        self._shown_day = date.min
        self._entering = False
        self._closing = False
        self.rows = TimesModel(self)
        self.table = self._make_table()
        self._heading = Label("", Text.TITLE)
        self._often = favourites.often
        self.form = TimeForm(favourites.first(techniques), session.now())
        self.form.problem_changed.connect(self._tell_problem)
        self.habit = Label("", Text.SECONDARY, Tone.AMBER, wrap=True)
        self.habit.setObjectName("habit")
        self._problem = Banner("", BannerKind.RED)
        self._problem.hide()
        self._unsaved, self._discard = self._make_unsaved()
        self.add = Button(self.tr("Add another"), icon_name="plus")
        self.add.setObjectName("add_segment")
        self.add.clicked.connect(self._add_another)
        self.enter = Button(self.tr("Enter by hand"), role=ButtonRole.PRIMARY)
        self.enter.setObjectName("enter_segment")
        self.enter.clicked.connect(self._enter)
        day = row(Field(self.tr("Day of the visit"), self.day), None)
        self.day.setFixedWidth(_DAY_WIDTH)
        self.body.addLayout(day)
        self.body.addWidget(self.table)
        self._line = Divider()
        self.body.addWidget(self._line)
        self.body.addLayout(row(self._heading, None, self.add))
        self.body.addWidget(self.habit)
        self.body.addWidget(self.form)
        self.add_foot(self._problem)
        self.add_foot(self._unsaved)
        self.add_action(self._make_close())
        self.add_action(self.enter)
        self.first_focus = self.form.technique
        self.day.date_changed.connect(self._move)
        session.timed.connect(self._follow_times)
        session.timed.connect(self._ask_next)
        session.opened.connect(self._follow_day)
        session.trouble.connect(self._refuse)
        self._show()

    def propose(self, technique: Technique) -> None:
        """Ask for a stretch of `technique`."""
        self._begin_new()
        self.form.choose(technique)

    def lead_to(self, segment_id: str, field: str) -> None:
        """Begin to correct a segment, and put the keyboard into a field of the form."""
        place = next((place for place, row in enumerate(self.rows.all) if row.segment.id == segment_id), None)
        if place is not None:
            self.table.selectRow(place)
        control = self.findChild(QWidget, field) if field else None
        if control is not None:
            control.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def reject(self) -> None:
        """Close, unless a stretch that was typed would be lost: then ask first."""
        if self._holds():
            self._closing = True
        else:
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.focusWidget() is self.day and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.form.technique.setFocus(Qt.FocusReason.TabFocusReason)  # it sets the day, and enters no stretch
        else:
            super().keyPressEvent(event)

    @Slot()
    def discard(self) -> None:
        """Forget the stretch that was typed, and go on to what was wanted: close, or turn to the row picked."""
        if self._closing:
            super().reject()
            return
        self._unsaved.hide()
        self._problem.hide()
        chosen = self.rows.row(self.table.currentIndex().row())
        if chosen is None:
            self._begin_new()
        else:
            self._begin_correction(chosen)

    def hand_over(self) -> None:
        """Enter what was typed and is complete before the window goes; safe to repeat."""
        if self.form.touched() and self.form.minutes.value() and not self._entering:
            self._enter()

    def incomplete(self) -> bool:
        """Tell whether something typed is still neither entered nor discarded."""
        return self.form.touched() and not self._entering

    def _make_unsaved(self) -> tuple[Banner, LinkButton]:
        banner = Banner(self.tr("What you changed is not saved."), BannerKind.AMBER)
        banner.setObjectName("message")
        banner.hide()
        discard = banner.add_action(self.tr("Discard"))
        discard.setObjectName("discard")
        discard.clicked.connect(self.discard)
        return banner, discard

    def _make_close(self) -> Button:
        close = Button(self.tr("Close"))
        close.setObjectName("close_times")
        close.clicked.connect(self.reject)
        return close

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("segments")
        table.setAccessibleName(self.tr("Segments of the session"))
        table.setModel(self.rows)
        table.setShowGrid(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(4, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.setStyleSheet("QHeaderView::section { padding: 4px 12px; }")  # over the text of the cells
        table.selectionModel().currentRowChanged.connect(self._pick)
        return table

    def _show(self) -> None:
        self._show_rows()
        self._begin_new()

    def _show_rows(self) -> None:
        now, visit = self._session.now(), self._session.visit
        self._shown_day = visit.service_date
        self.day.set_date(visit.service_date)
        self.rows.show(time_rows(visit.timer(now).segments, visit.by_hand))
        self.table.setVisible(self.rows.rowCount() > 0)
        self._line.setVisible(self.rows.rowCount() > 0)
        shown = max(1, min(self.rows.rowCount(), _MOST_ROWS))
        self.table.setFixedHeight(shown * _ROW + self.table.horizontalHeader().sizeHint().height() + 2)
        self._problem.hide()
        self._unsaved.hide()

    @Slot()
    def _follow_times(self) -> None:
        if self._entering or not self.form.touched():
            self._show()
        else:
            self._show_rows()  # the timer went on meanwhile: what is being typed stays

    @Slot()
    def _ask_next(self) -> None:
        """After a stretch that was entered comes the next one."""
        if self._entering:
            self._entering = False
            self.form.technique.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _follow_day(self) -> None:
        if self._session.visit.service_date == self._shown_day:
            self.day.set_date(self._shown_day)
        elif self.form.touched() and self.form.corrected is None:
            self._show_rows()
            self.form.turn_to_day(self._shown_day, self._session.now())
        else:
            self._show()

    @Slot(object)
    def _move(self, day: date | None) -> None:
        if day == self._shown_day:
            return
        # A stretch to add goes to the new day with the visit; a correction is of times that stand on the old one.
        if day is None or (self.form.corrected is not None and self._holds()):
            self.day.set_date(self._shown_day)
        else:
            self._problem.hide()
            self._session.times.move_to(day)

    @Slot()
    def _begin_new(self) -> None:
        now, visit = self._session.now(), self._session.visit
        segments = visit.segments(now)
        given = {segment.technique.id for segment in segments}
        waiting = [each for each in self._often if each.technique.id not in given]
        if segments:
            after = segments[-1].stop or now
        elif self._session.afterwards:
            after = began_on(visit, now)
        else:
            after = now.shifted(-60 * sum(each.minutes for each in waiting))
        self._heading.setText(self.tr("Add a stretch"))
        self.add.hide()
        self.table.setCurrentIndex(QModelIndex())  # so that a click on the same row corrects it again
        self._propose(waiting[0] if waiting else None)
        self.form.begin_new(after, now, visit.service_date, waiting[0] if waiting else None)

    def _propose(self, likely: Favourite | None) -> None:
        self.habit.setVisible(likely is not None)
        if likely is not None:
            self.habit.setText(self.tr("{habit} It counts once you enter it.").format(habit=habit_words(likely)))

    def _holds(self) -> bool:
        """Say that something typed would be lost; false where nothing would."""
        self._closing = False
        held = self.form.touched()
        self._unsaved.setVisible(held)
        if held:
            self._discard.setFocus()
        return held

    @Slot()
    def _add_another(self) -> None:
        if self._holds():
            self.table.setCurrentIndex(QModelIndex())
        else:
            self._begin_new()

    @Slot()
    def _pick(self) -> None:
        chosen = self.rows.row(self.table.currentIndex().row())
        if chosen is not None and chosen.segment == self.form.corrected:
            self._unsaved.hide()  # back at what is being corrected
        elif chosen is not None and not self._holds():
            self._begin_correction(chosen)

    def _begin_correction(self, chosen: TimeRow) -> None:
        if chosen.replaced or chosen.segment.stop is None:
            self._begin_new()
            return
        words = self.tr("Correct {technique}")
        self._heading.setText(words.format(technique=chosen.segment.technique.name))
        self.habit.hide()
        self.add.show()
        day = stretch_day(chosen.segment, self._session.visit.service_date)
        self.form.begin_correction(chosen.segment, self._session.now(), day)

    @Slot()
    def _enter(self) -> None:
        if not self.form.readable() or not self.form.reason_given():
            return
        begun, ended = self.form.times()
        corrected = self.form.corrected
        self._entering = True
        self._problem.hide()
        self._unsaved.hide()
        self._session.times.enter_by_hand(
            self.form.chosen(),
            begun,
            ended,
            corrected.id if corrected else None,
            self.form.reason.text().strip(),
            self.form.areas(),
        )

    @Slot(object)
    def _refuse(self, problem: ExpectedError) -> None:
        self._entering = False
        self._tell_problem(sentence(problem))

    @Slot(str)
    def _tell_problem(self, words: str) -> None:
        self._problem.set_sentence(words)
        self._problem.setVisible(bool(words))
