"""Cases and payers. Orders are kept by `ordered_codes`, which gives their cases the diagnoses they name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from therapist_desk.domain.care.case import Case, case_problems
from therapist_desk.domain.care.referral import Referral, ReferralUse, covers
from therapist_desk.domain.errors import FieldProblem, InvalidError
from therapist_desk.domain.ids import CaseId, ClientId
from therapist_desk.domain.payer import Payer, payer_problems
from therapist_desk.services.desk import Desk, new_id
from therapist_desk.store.charts import Charts


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case with what hangs on it. `use` counts the next visit; None without a referral in force.

    `referral` is the order in force, `orders` are all there are.
    """

    case: Case
    referral: Referral | None
    use: ReferralUse | None
    payer: Payer | None
    orders: tuple[Referral, ...] = ()


def open_case(desk: Desk, client_id: ClientId, title: str) -> Case:
    """Open a case for a client with nothing but its title.

    Raises:
        InvalidError: the title is empty.
    """
    return keep_new_case(
        desk, Case(id=CaseId(new_id()), client_id=client_id, title=title.strip(), opened_on=desk.today())
    )


def keep_new_case(desk: Desk, case: Case) -> Case:
    """Keep a case that is complete from the start.

    Raises:
        InvalidError: it cannot be taken; each problem names its field.
    """
    _refuse(case_problems(case, desk.today()))
    with desk.store.writing() as charts:
        charts.cases.add(case)
    return case


def save_case(desk: Desk, case: Case) -> Case:
    """Keep a changed case.

    Raises:
        InvalidError: it cannot be taken; each problem names its field.
        ChangedElsewhereError: it was changed since it was read.
    """
    _refuse(case_problems(case, desk.today()))
    with desk.store.writing() as charts:
        return charts.cases.save(case)


def save_payer(desk: Desk, payer: Payer) -> Payer:
    """Keep a new or changed payer.

    Raises:
        InvalidError: it cannot be taken; each problem names its field.
    """
    _refuse(payer_problems(payer))
    with desk.store.writing() as charts:
        charts.payers.put(payer)
    return payer


def list_payers(desk: Desk) -> tuple[Payer, ...]:
    """List the payers by name."""
    with desk.store.reading() as charts:
        return charts.payers.all()


def case_files(desk: Desk, client_id: ClientId) -> tuple[CaseFile, ...]:
    """List a client's cases, open ones first, the latest first."""
    with desk.store.reading() as charts:
        return tuple(case_file(charts, case, desk.today()) for case in charts.cases.of_client(client_id))


def case_file(charts: Charts, case: Case, day: date, *, number: int | None = None) -> CaseFile:
    """Gather what hangs on a case on `day`; `number` counts a visit already there within the referral."""
    orders = tuple(charts.cases.referrals_of(case.id))
    referral = _in_force(orders, day)
    payer = charts.payers.get(case.coverage.payer_id) if case.coverage else None
    use = None
    if referral is not None:
        used = number if number is not None else len(charts.visits.on_referral(referral.id)) + 1
        use = ReferralUse(
            number=referral.visits_used_before + used,
            allowed=referral.visits_allowed,
            expires_on=referral.expires_on,
        )
    return CaseFile(case=case, referral=referral, use=use, payer=payer, orders=orders)


def referral_on(charts: Charts, case_id: CaseId, day: date) -> Referral | None:
    """Find the order in force on `day`, the one that started last where several are."""
    return _in_force(charts.cases.referrals_of(case_id), day)


def _in_force(referrals: Iterable[Referral], day: date) -> Referral | None:
    in_force = [referral for referral in referrals if covers(referral, day)]
    return max(in_force, key=lambda referral: referral.starts_on, default=None)


def _refuse(problems: tuple[FieldProblem, ...]) -> None:
    if problems:
        raise InvalidError(problems)
