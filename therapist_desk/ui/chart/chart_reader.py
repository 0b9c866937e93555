"""What the chart of a client reads in one go, off the thread of the windows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from therapist_desk.domain.care.referral import Referral
from therapist_desk.domain.client import Client
from therapist_desk.domain.health.background import Background
from therapist_desk.domain.health.history import HealthHistory
from therapist_desk.domain.ids import CaseId, ClientId, TherapistId
from therapist_desk.domain.payer import Payer
from therapist_desk.domain.people import Therapist
from therapist_desk.domain.retention import keep_until
from therapist_desk.domain.visit import Visit, VisitStatus, VisitSummary
from therapist_desk.services.care.discharges import is_discharge_signed
from therapist_desk.services.care.orders import Order, case_orders
from therapist_desk.services.cases import CaseFile, case_files, list_payers
from therapist_desk.services.clients import get_client
from therapist_desk.services.desk import Desk
from therapist_desk.services.health import client_histories, read_background
from therapist_desk.services.people import therapists
from therapist_desk.services.visit.visits import case_visits, client_visits


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartContents:
    """A client with the cases, open ones first, and `file`, the case looked at; None before there is any.

    `visits` are the client's, latest first; `history` are those of the case looked at with all they hold, earliest
    first; `orders` are its referrals with their scans, the latest first. `histories` are the versions of the health
    history, the latest first. `discharge_signed` tells of a closed case.
    """

    client: Client
    today: date
    files: tuple[CaseFile, ...]
    file: CaseFile | None
    visits: tuple[VisitSummary, ...]
    history: tuple[Visit, ...]
    orders: tuple[Order, ...]
    payers: tuple[Payer, ...]
    therapists: Mapping[TherapistId, Therapist]
    background: Background = field(default_factory=Background)
    histories: tuple[HealthHistory, ...] = ()
    discharge_signed: bool = False

    @property
    def running(self) -> VisitSummary | None:
        """The visit of the case that is under way today: begun and not signed."""
        return self._of_today(VisitStatus.DRAFT)

    @property
    def planned(self) -> VisitSummary | None:
        """The visit of the case that is planned for today."""
        return self._of_today(VisitStatus.PLANNED)

    @property
    def past(self) -> tuple[Visit, ...]:
        """The visits of the case that took place before the one under way, earliest first."""
        now = self.running
        return tuple(
            visit
            for visit in self.history
            if visit.status is not VisitStatus.PLANNED and (now is None or visit.id != now.id)
        )

    @property
    def kept_until(self) -> date | None:
        """The first day on which the client's record need no longer be kept; None before the first visit."""
        taken = [visit.service_date for visit in self.visits if visit.status is not VisitStatus.PLANNED]
        return keep_until(max(taken), self.client.details.date_of_birth) if taken else None

    @property
    def referrals(self) -> tuple[Referral, ...]:
        """The orders of the case, the latest first."""
        return tuple(order.referral for order in self.orders)

    @property
    def order(self) -> Order | None:
        """The order in force with its scans, or else the latest there was."""
        referral = self.referral
        return next((order for order in self.orders if referral and order.referral.id == referral.id), None)

    def used(self, referral: Referral) -> int:
        """How many visits of an order took place, the one under way and those used elsewhere before included."""
        taken = sum(
            visit.referral_id == referral.id and visit.status is not VisitStatus.PLANNED for visit in self.history
        )
        return referral.visits_used_before + taken

    @property
    def referral(self) -> Referral | None:
        """The order in force, or else the latest there was."""
        if self.file is not None and self.file.referral is not None:
            return self.file.referral
        return max(self.referrals, key=lambda referral: referral.starts_on, default=None)

    @property
    def referral_number(self) -> int | None:
        """Which visit of the order in force today's is, or the next one would be; None without one in force."""
        if self.file is None or self.file.use is None or self.file.referral is None:
            return None
        now = next((visit for visit in self.history if self.running and visit.id == self.running.id), None)
        counted = now is not None and now.referral_id == self.file.referral.id
        planned = sum(
            visit.status is VisitStatus.PLANNED and visit.referral_id == self.file.referral.id
            for visit in self.history
        )
        return self.file.use.number - planned - counted

    def _of_today(self, status: VisitStatus) -> VisitSummary | None:
        case = self.file.case.id if self.file else None
        return next(
            (
                visit
                for visit in self.visits
                if visit.case_id == case and visit.status is status and visit.service_date == self.today
            ),
            None,
        )


def read_chart(desk: Desk, client_id: ClientId, case_id: CaseId | None) -> ChartContents:
    """Read a chart; without `case_id`, or where it is gone, the case looked at is the first open one.

    Raises:
        NotFoundError: there is no such client.
    """
    client = get_client(desk, client_id)
    files = case_files(desk, client_id)
    file = next((file for file in files if file.case.id == case_id), files[0] if files else None)
    return ChartContents(
        client=client,
        today=desk.today(),
        files=files,
        file=file,
        visits=client_visits(desk, client_id),
        history=case_visits(desk, file.case.id) if file else (),
        orders=case_orders(desk, file.case.id) if file else (),
        payers=list_payers(desk),
        therapists=therapists(desk),
        background=read_background(desk, client_id),
        histories=client_histories(desk, client_id),
        discharge_signed=file is not None
        and file.case.closed_on is not None
        and is_discharge_signed(desk, file.case.id),
    )
