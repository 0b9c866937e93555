"""Whatever the domain can say comes back from the encrypted file as it was."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store import samples
from therapist_desk.domain.audit import AuditEvent
from therapist_desk.domain.care.case import Case
from therapist_desk.domain.care.referral import Referral
from therapist_desk.domain.claims.details import ClaimDetails
from therapist_desk.domain.claims.ledger import LedgerEntry
from therapist_desk.domain.claims.terms import BillingTerms
from therapist_desk.domain.client import Client
from therapist_desk.domain.findings.mark import Mark
from therapist_desk.domain.health.consent import Consent
from therapist_desk.domain.health.history import HealthHistory
from therapist_desk.domain.ids import LedgerEntryId, PayerId
from therapist_desk.domain.notes.note import Note
from therapist_desk.domain.payer import Payer
from therapist_desk.domain.people import Practice, Therapist
from therapist_desk.domain.visit import Visit
from therapist_desk.store.charts import Charts
from therapist_desk.store.store import Store

# One open store serves all examples of a test: each example's transaction is undone.
several_examples = functools.partial(
    settings, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


class UndoneError(Exception):
    """Ends a transaction that nothing shall come of."""


@contextmanager
def undone(store: Store) -> Iterator[Charts]:
    with suppress(UndoneError), store.writing() as charts:
        yield charts
        raise UndoneError


@several_examples()
@given(samples.clients, samples.clients)
def test_a_client_comes_back(store: Store, client: Client, changed: Client) -> None:
    with undone(store) as charts:
        assert charts.clients.add(client) == client
        charts.clients._session.expunge_all()
        assert charts.clients.get(client.id) == client

        saved = charts.clients.save(changed)
        charts.clients._session.expunge_all()
        assert charts.clients.get(client.id) == saved == replace(changed, version=2)


@several_examples()
@given(samples.cases, samples.cases, samples.payers, samples.payers)
def test_a_case_and_its_payer_come_back(store: Store, case: Case, changed: Case, payer: Payer, moved: Payer) -> None:
    with undone(store) as charts:
        charts.payers.put(payer)
        assert charts.cases.add(case) == case
        charts.cases._session.expunge_all()
        assert (charts.cases.get(case.id), charts.payers.get(payer.id)) == (case, payer)

        charts.payers.put(moved)
        saved = charts.cases.save(changed)
        charts.cases._session.expunge_all()
        assert charts.cases.get(case.id) == saved == replace(changed, version=2)
        assert charts.payers.all() == (moved,)


@several_examples()
@given(samples.referrals, samples.referrals)
def test_a_referral_comes_back(store: Store, referral: Referral, changed: Referral) -> None:
    with undone(store) as charts:
        for each in (referral, changed):
            charts.cases.put_referral(each)
            assert charts.cases.referral(referral.id) == each
            charts.cases._session.expunge_all()
            assert charts.cases.referrals_of(referral.case_id) == (each,)


@several_examples()
@given(samples.practices, samples.practices, samples.therapists, samples.therapists)
def test_people_come_back(
    store: Store, practice: Practice, moved: Practice, therapist: Therapist, renamed: Therapist
) -> None:
    with undone(store) as charts:
        for each in (practice, moved):
            charts.practice.save(each)
            charts.practice._session.expunge_all()
            assert charts.practice.get() == each
        charts.therapists.add(therapist)
        charts.therapists.save(renamed)
        charts.therapists._session.expunge_all()
        assert charts.therapists.all() == (samples.THERAPIST, renamed)


@several_examples()
@given(samples.ledger_entries, samples.billing_terms, samples.claim_details, samples.claim_details)
def test_what_was_paid_and_settled_comes_back(
    store: Store, entry: LedgerEntry, terms: BillingTerms, details: ClaimDetails, changed: ClaimDetails
) -> None:
    correction = replace(entry, id=LedgerEntryId("correction"), replaces=entry.id)
    payer = Payer(id=PayerId("payer"), name="Payer")
    with undone(store) as charts:
        for each in (entry, correction):
            charts.billing.add_entry(each)
        charts.billing.add_terms(replace(terms, place=""))
        charts.billing.add_terms(terms)
        charts.billing._session.expunge_all()
        assert charts.billing.entries_of([samples.VISIT.id]) == (entry, correction)
        assert charts.billing.entry(entry.id) == entry
        assert charts.billing.terms_of([samples.VISIT.id]) == terms

        charts.payers.put(payer)
        for each_details in (details, changed):
            charts.billing.put_claim_details(samples.CLIENT.id, payer.id, each_details)
            charts.billing._session.expunge_all()
            assert charts.billing.claims_of(samples.CLIENT.id) == ((payer.id, each_details),)


@several_examples()
@given(samples.histories, samples.consents)
def test_a_history_and_a_consent_come_back(store: Store, history: HealthHistory, consent: Consent) -> None:
    with undone(store) as charts:
        charts.health.add_history(history)
        charts.health.add_consent(consent)
        charts.health._session.expunge_all()
        assert charts.health.histories_of(history.client_id) == (history,)
        assert charts.health.consents_of(consent.client_id) == (consent,)


@several_examples()
@given(samples.visits)
def test_a_visit_comes_back_with_all_its_parts(store: Store, visit: Visit) -> None:
    with undone(store) as charts:
        assert charts.visits.add(visit) == visit
        charts.visits._session.expunge_all()
        assert charts.visits.get(visit.id) == visit


@several_examples()
@given(samples.marks(), samples.marks())
def test_a_changed_mark_comes_back(store: Store, first: Mark, second: Mark) -> None:
    changed = replace(second, id=first.id)
    with undone(store) as charts:
        charts.visits.put_mark(samples.VISIT.id, first)
        charts.visits.put_mark(samples.VISIT.id, changed)
        assert charts.visits.get(samples.VISIT.id).marks == (changed,)


@several_examples()
@given(samples.notes, samples.notes)
def test_a_changed_note_comes_back(store: Store, first: Note, second: Note) -> None:
    with undone(store) as charts:
        for note in (first, second):
            charts.visits.put_note(samples.VISIT.id, note)
            assert charts.visits.get(samples.VISIT.id).note == note


@several_examples()
@given(st.lists(samples.audit_events, max_size=5))
def test_the_audit_trail_comes_back_in_order(store: Store, events: list[AuditEvent]) -> None:
    with undone(store) as charts:
        for event in events:
            charts.audit.add(event)
        charts.audit._session.expunge_all()
        assert charts.audit.recent() == tuple(reversed(events))
