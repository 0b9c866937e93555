"""Sign and lock a visit; write addenda."""

from __future__ import annotations

from dataclasses import replace

from therapist_desk.domain.audit import AuditAction
from therapist_desk.domain.client import Client
from therapist_desk.domain.clock import Instant
from therapist_desk.domain.errors import ExpectedError, FieldProblem, InvalidError
from therapist_desk.domain.ids import AddendumId, VisitId
from therapist_desk.domain.missing import NotReadyError, Severity
from therapist_desk.domain.notes.parts import NotePart
from therapist_desk.domain.record import (
    FIRST_PREVIOUS,
    Addendum,
    AddendumText,
    Baseline,
    DischargeRecord,
    Seal,
    SealedKind,
    SignedRecord,
    VisitRecord,
)
from therapist_desk.domain.sentences.carried import dropped, unconfirmed
from therapist_desk.domain.sentences.narrative import generated_paragraphs
from therapist_desk.domain.visit import SignedError, Visit, VisitStatus
from therapist_desk.services.desk import Desk, new_id
from therapist_desk.services.readiness import RuleBook
from therapist_desk.services.records import (
    SCHEMA,
    canonical_bytes,
    digest_of,
)
from therapist_desk.services.visit.file import VisitFile, visit_file
from therapist_desk.services.visit.notes import note_sources
from therapist_desk.store import keyslots
from therapist_desk.store.charts import Charts
from therapist_desk.store.signing import public_key_of, sign


class NotSignedError(ExpectedError):
    """An addendum to a visit that can still be changed."""

    code = "not_signed"
    sentence = "This visit is not signed yet. Change the note itself."


def sign_visit(desk: Desk, visit_id: VisitId, passphrase: str, *, override_reason: str = "") -> Seal:
    """Freeze the visit as canonical bytes, chain and sign them, and lock it for good.

    `override_reason` signs although items to fix remain; it goes to the audit trail, not to the note.

    Raises:
        WrongPassphraseError: the passphrase is not the therapist's; nothing was changed.
        NotReadyError: items to fix remain and no reason was given; nothing was changed.
        SignedError: it is signed already.
    """
    secret = signing_secret(desk, passphrase)
    now = desk.clock.now()
    with desk.store.writing() as charts:
        found = visit_file(charts, visit_id)
        if found.visit.signed:
            raise SignedError
        to_fix = tuple(item for item in RuleBook().missing(found, now) if item.severity is Severity.TO_FIX)
        if to_fix and not override_reason.strip():
            raise NotReadyError(to_fix)
        record = freeze(charts, found, now)
        link = link_to_chain(desk, charts, SealedKind.VISIT, visit_id, record, secret, now)
        charts.records.append(link)
        desk.audit(charts, AuditAction.VISIT_SIGNED, visit_id, f"record {link.seal.sequence}")
        if to_fix:
            codes = ", ".join(item.code for item in to_fix)
            desk.audit(charts, AuditAction.CHECK_OVERRIDDEN, visit_id, f"{codes}: {override_reason.strip()}")
    return link.seal


def add_addendum(
    desk: Desk, visit_id: VisitId, reason: str, text: str, passphrase: str, *, corrects: NotePart | None = None
) -> Addendum:
    """Correct or complete a signed visit; what was signed stays as it is.

    In documents the part that it `corrects` points to it.

    Raises:
        InvalidError: the reason or the text is missing.
        NotSignedError: the visit is still a draft.
        WrongPassphraseError: the passphrase is not the therapist's.
    """
    problems = [
        FieldProblem(name, "required") for name, value in (("reason", reason), ("text", text)) if not value.strip()
    ]
    if problems:
        raise InvalidError(problems)
    secret = signing_secret(desk, passphrase)
    now = desk.clock.now()
    with desk.store.writing() as charts:
        if charts.records.of_visit(visit_id) is None:
            raise NotSignedError
        content = AddendumText(
            id=AddendumId(new_id()),
            visit_id=visit_id,
            number=len(charts.records.addenda_of(visit_id)) + 1,
            reason=reason.strip(),
            text=text.strip(),
            therapist=charts.therapists.get(desk.therapist_id),
            corrects=corrects,
        )
        link = link_to_chain(desk, charts, SealedKind.ADDENDUM, visit_id, content, secret, now)
        addendum = Addendum(content, link.seal)
        charts.records.add_addendum(addendum, link)
        desk.audit(charts, AuditAction.ADDENDUM_SIGNED, visit_id, f"record {link.seal.sequence}")
    return addendum


def freeze(charts: Charts, found: VisitFile, now: Instant) -> VisitRecord:
    """Gather everything that a visit's documents and signature speak of, generated sentences written out.

    What was carried forward and nobody confirmed is not said today, so it is left out.
    """
    visit = found.visit
    told = note_sources(found, now)
    confirmed = dropped(visit.note, unconfirmed(visit.note))
    written = replace(confirmed, paragraphs=(*generated_paragraphs(told), *confirmed.paragraphs))
    use = found.case_file.use
    return VisitRecord(
        client=_as_known(found),
        therapist=found.therapist,
        practice=found.practice,
        case=found.case_file.case,
        referral=found.case_file.referral,
        referral_use=use,
        payer=found.case_file.payer,
        visit=replace(visit, note=written),
        segments=tuple(told.segments),
        baseline=_baseline(charts, visit),
        atlas_version=next((mark.atlas_version for mark in visit.marks), ""),
        earlier_scores=tuple(told.earlier),
    )


def _as_known(found: VisitFile) -> Client:
    """Give the client with all that had to be minded, and the consent that held on the day of the visit."""
    client, background = found.client, found.background
    consent = background.consent_on(found.visit.service_date)
    details = replace(
        client.details,
        cautions=background.cautions,
        consent_on=consent.signed_on if consent.standing.holds else client.details.consent_on,
    )
    return replace(client, details=details)


def _baseline(charts: Charts, visit: Visit) -> Baseline | None:
    first = next(
        (
            earlier
            for earlier in charts.visits.history(visit.case_id)
            if earlier.status is VisitStatus.SIGNED
            and (earlier.service_date, earlier.number) < (visit.service_date, visit.number)
        ),
        None,
    )
    if first is None:
        return None
    return Baseline(
        service_date=first.service_date, pain_before=first.note.pain_before, limitation=first.note.limitation
    )


def link_to_chain(
    desk: Desk,
    charts: Charts,
    kind: SealedKind,
    visit_id: VisitId,
    content: VisitRecord | AddendumText | DischargeRecord,
    secret: bytes,
    now: Instant,
) -> SignedRecord:
    """Freeze, hash and sign what comes next in the chain; it is not appended yet."""
    head = charts.records.head()
    previous = head.digest if head else FIRST_PREVIOUS
    canonical = canonical_bytes(kind, content, now)
    digest = digest_of(canonical, previous)
    seal = Seal(
        sequence=head.sequence + 1 if head else 1,
        digest=digest,
        previous=previous,
        signature=sign(secret, bytes.fromhex(digest)),
        public_key=public_key_of(secret),
        therapist_id=desk.therapist_id,
        signed_at=now,
    )
    return SignedRecord(kind=kind, visit_id=visit_id, schema=SCHEMA, canonical=canonical, seal=seal)


def signing_secret(desk: Desk, passphrase: str) -> bytes:
    """Unwrap the key that signs for the therapist at the desk.

    Raises:
        WrongPassphraseError: the passphrase is not theirs.
    """
    return keyslots.signing_secret(desk.folder, desk.master, desk.therapist_id, passphrase)
