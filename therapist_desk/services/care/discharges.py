"""Discharges as signed records: the end of care in the same chain as the visits that it sums up."""

from __future__ import annotations

from dataclasses import dataclass

from therapist_desk.domain.audit import AuditAction
from therapist_desk.domain.care.case import Case
from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.ids import CaseId, VisitId
from therapist_desk.domain.people import Practice, Therapist
from therapist_desk.domain.progress.series import treated
from therapist_desk.domain.record import DischargeRecord, Seal, SealedKind, SummedVisit
from therapist_desk.services.care.closing import UnsignedVisitsError
from therapist_desk.services.desk import Desk
from therapist_desk.services.records import read_discharge
from therapist_desk.services.signing import link_to_chain, signing_secret
from therapist_desk.store.charts import Charts


class StillOpenError(ExpectedError):
    """A discharge to be signed while care goes on."""

    code = "still_open"
    sentence = "Care for this case has not ended. Close the case, with the reason, then sign the discharge."


class NothingToSumUpError(ExpectedError):
    """A discharge of a case in which nobody was treated."""

    code = "nothing_to_sum_up"
    sentence = "This case has no visit, so there is no care to sum up."


class DischargeSignedError(ExpectedError):
    """A discharge that is signed as it stands."""

    code = "discharge_signed"
    sentence = "This discharge is signed already. To change it, reopen the case and close it anew."


def signed_discharge(charts: Charts, case: Case) -> tuple[DischargeRecord, Seal] | None:
    """Give the signed discharge of a closed case as it stands now; None where it was not signed, or changed since.

    Raises:
        UnreadableRecordError: the signed bytes cannot be read.
    """
    visits = _summed(charts, case.id)
    link = charts.records.last_discharge([visit.visit_id for visit in visits or ()])
    if link is None or visits is None:
        return None
    record = read_discharge(link)
    return (record, link.seal) if record.sums_up(case, visits) else None


def is_discharge_signed(desk: Desk, case_id: CaseId) -> bool:
    """Whether the end of care of a case is signed as it stands.

    Raises:
        NotFoundError: there is no such case.
        UnreadableRecordError: the signed bytes cannot be read.
    """
    with desk.store.reading() as charts:
        return signed_discharge(charts, charts.cases.get(case_id)) is not None


def sign_discharge(desk: Desk, case_id: CaseId, passphrase: str) -> Seal:
    """Freeze the end of care as canonical bytes, chain and sign them.

    Raises:
        WrongPassphraseError: the passphrase is not the therapist's; nothing was changed.
        StillOpenError: the case is not closed.
        UnsignedVisitsError: a visit of it is not signed.
        NothingToSumUpError: it has no visit.
        DischargeSignedError: it is signed already.
        NotFoundError: there is no such case.
    """
    secret = signing_secret(desk, passphrase)
    now = desk.clock.now()
    with desk.store.writing() as charts:
        case = charts.cases.get(case_id)
        if case.closed_on is None:
            raise StillOpenError
        visits = _summed(charts, case_id)
        if visits is None:
            raise UnsignedVisitsError
        if not visits:
            raise NothingToSumUpError
        if signed_discharge(charts, case) is not None:
            raise DischargeSignedError
        record = DischargeRecord(
            client=charts.clients.get(case.client_id),
            therapist=charts.therapists.get(desk.therapist_id),
            practice=charts.practice.get() or Practice(name=""),
            case=case,
            visits=visits,
        )
        link = link_to_chain(desk, charts, SealedKind.DISCHARGE, visits[-1].visit_id, record, secret, now)
        charts.records.append(link)
        desk.audit(charts, AuditAction.DISCHARGE_SIGNED, case_id, f"record {link.seal.sequence}")
    return link.seal


def _summed(charts: Charts, case_id: CaseId) -> tuple[SummedVisit, ...] | None:
    """Give the visits of a case with their digests, earliest first; None where one is not signed."""
    found: list[SummedVisit] = []
    for visit in treated(charts.visits.heads(case_id)):
        digest = charts.records.digest_of_visit(visit.id)
        if digest is None:
            return None
        found.append(
            SummedVisit(visit_id=visit.id, number=visit.number, service_date=visit.service_date, digest=digest)
        )
    return tuple(found)


@dataclass(frozen=True, slots=True)
class DischargeToSign:
    """The closed case of a visit, and who would sign its discharge."""

    case: Case
    therapist: Therapist


def discharge_to_sign(desk: Desk, visit_id: VisitId) -> DischargeToSign:
    """Read what is asked of a therapist who signs the discharge of a visit's case.

    Raises:
        NotFoundError: there is no such visit.
    """
    with desk.store.reading() as charts:
        case = charts.cases.get(charts.visits.case_of(visit_id))
        return DischargeToSign(case, charts.therapists.get(desk.therapist_id))
