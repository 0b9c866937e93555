"""Check all signed records: each is read again, and what does not hold is named."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.record import SealedKind
from therapist_desk.services.record_check import ChainReport, Flaw, FlawedRecord, check_records
from therapist_desk.ui.dates import day_text
from therapist_desk.ui.kit.banner import Banner, BannerKind
from therapist_desk.ui.kit.buttons import Button, ButtonRole
from therapist_desk.ui.kit.dialog import Dialog
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.meters import LineBar
from therapist_desk.ui.kit.row_list import RowList
from therapist_desk.ui.kit.rows import Row
from therapist_desk.ui.staged import Staged
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.wording import sentence
from therapist_desk.ui.workplace import Workplace

_WIDTH: Final = 600
_ROW: Final = 44
_MOST_ROWS: Final = 6


class RecordsDialog(Dialog):
    """Begins at once, shows how far it is, and can be closed at any time: nothing is changed by it."""

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        super().__init__("", width=_WIDTH, parent=parent)
        self.setObjectName("records_dialog")
        self.title.setText(self.tr("Check all signed records"))
        self.setAccessibleName(self.title.text())
        self._doing = Label("", Text.BODY, Tone.LABELS, wrap=True)
        self._doing.setObjectName("doing")
        self._bar = LineBar()
        self._banners = {
            kind: Banner("", kind) for kind in (BannerKind.GREEN, BannerKind.RED, BannerKind.AMBER, BannerKind.INFO)
        }
        self.flawed = RowList(self.tr("Records that do not hold"), height=_ROW)
        self.flawed.setMaximumHeight(_MOST_ROWS * _ROW)
        self.flawed.hide()
        self._leave = Button(self.tr("Cancel"))
        self._leave.setObjectName("close_records")
        self.body.addWidget(self._doing)
        self.body.addWidget(self._bar)
        for kind, banner in self._banners.items():
            banner.setObjectName(f"found_{kind.name.lower()}")
            banner.hide()
            self.body.addWidget(banner)
        self.body.addWidget(self.flawed)
        self.add_action(self._leave)
        self.first_focus = self._leave
        self._leave.clicked.connect(self.reject)
        self._reading = Staged(workplace.jobs, self)
        self._reading.progress.connect(self._bar.show_share)
        self._reading.done.connect(self._tell)
        self._reading.failed.connect(self._refuse)
        self._doing.setText(self.tr("Reading every signed note, addendum and discharge again…"))
        self._reading.start(check_records(workplace.desk))

    def done(self, result: int) -> None:
        self._reading.cancel()
        super().done(result)

    @Slot(object)
    def _tell(self, report: ChainReport) -> None:
        count, flawed = report.checked, len(report.flawed)
        if not count:
            self._say(BannerKind.INFO, self.tr("Nothing is signed in these charts yet."))
        elif not flawed:
            one = self.tr("Intact: the one signed record is as it was signed.")
            many = self.tr("Intact: all {count} signed records are as they were signed, and none is missing.")
            self._say(BannerKind.GREEN, one if count == 1 else many.format(count=count))
        else:
            words = self.tr(
                "{flawed} of {count} signed records do not hold: something other than this program changed the "
                "charts file. Do not rely on them; compare them with an earlier safe copy."
            )
            self._say(BannerKind.RED, words.format(flawed=flawed, count=count))
            self.flawed.show_rows([self._row(record) for record in report.flawed])
            self.flawed.show()

    @Slot(object)
    def _refuse(self, error: ExpectedError) -> None:
        self._say(BannerKind.AMBER, sentence(error))

    def _say(self, kind: BannerKind, words: str) -> None:
        self._doing.hide()
        self._bar.hide()
        self._banners[kind].set_sentence(words)
        self._banners[kind].show()
        self._leave.setText(self.tr("Close"))
        self._leave.set_role(ButtonRole.PRIMARY)

    def _row(self, record: FlawedRecord) -> Row:
        if record.service_date is None:
            title = self.tr("Record {place}, of a visit that is not in the charts")
        else:
            title = {
                SealedKind.VISIT: self.tr("{name}, visit {number}, {day}"),
                SealedKind.ADDENDUM: self.tr("{name}, addendum to visit {number}, {day}"),
                SealedKind.DISCHARGE: self.tr("{name}, discharge after visit {number}, {day}"),
            }[record.kind]
        flaw = {
            Flaw.ALTERED: self.tr("Altered: it is not what was signed (record {place})"),
            Flaw.CUT_OFF: self.tr("The record right before it is missing or was exchanged (record {place})"),
        }[record.flaw]
        day = day_text(record.service_date) if record.service_date else ""
        return Row(
            key=str(record.place),
            title=title.format(name=record.client_name, number=record.visit_number, day=day, place=record.place),
            caption=flaw.format(place=record.place),
            icon="warn",
            icon_tone=Tone.RED,
        )
