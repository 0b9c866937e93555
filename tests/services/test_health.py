from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desks import NOON, PASSPHRASE, HandClock
from domain.health.builders import DRAWN
from therapist_desk.app.paths import resources_dir
from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.audit import AuditAction
from therapist_desk.domain.client import Caution, CautionLevel, Client
from therapist_desk.domain.errors import ChangedElsewhereError, InvalidError
from therapist_desk.domain.health.background import SENSITIVE
from therapist_desk.domain.health.condition import Checklist
from therapist_desk.domain.health.consent import ConsentStanding, ConsentWithdrawnError, Scope
from therapist_desk.domain.health.consent_words import STATEMENTS
from therapist_desk.domain.health.history import Answer, ConditionAnswer, HealthItem, ItemKind, answered
from therapist_desk.domain.health.screening import Choice, DecisionMissingError
from therapist_desk.domain.session.technique import INTAKE, Technique
from therapist_desk.domain.session.timer import TimerState
from therapist_desk.domain.visit import SignedError, Visit
from therapist_desk.services import clients, consents, health, home, records, signing
from therapist_desk.services.desk import Desk
from therapist_desk.services.visit import timing, visits

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def checklist() -> Checklist:
    return health.load_checklist(resources_dir())


def yes(checklist: Checklist, condition: str) -> ConditionAnswer:
    return answered(next(each for each in checklist if each.id == condition), Answer.YES)


def sign(desk: Desk, client: Client, on: date, *scopes: Scope) -> None:
    form = consents.ConsentForm(signed_on=on, scopes=(Scope.TREATMENT, *scopes), signer=client.name, signature=DRAWN)
    consents.sign_consent(desk, client.id, form)


def trail(desk: Desk) -> list[AuditAction]:
    with desk.store.reading() as charts:
        return [event.action for event in charts.audit.recent()]


def test_the_checklist_names_each_condition_once_with_its_source(checklist: Checklist) -> None:
    ids = [condition.id for condition in checklist]

    assert len(ids) == len(set(ids)) == 40
    assert all(condition.source and condition.avoid and condition.short for condition in checklist)
    assert {condition.level for condition in checklist} == set(CautionLevel)
    assert "no licensed clinician has reviewed" in checklist.note


def test_sensitive_areas_name_regions_of_the_atlas() -> None:
    regions = Atlas(resources_dir() / "body_map")._read("regions.json")

    assert {region for members in SENSITIVE.values() for region in members} <= set(regions)


def test_a_history_is_kept_in_versions(desk: Desk, clock: HandClock, juniper: Client, checklist: Checklist) -> None:
    first = health.take_history(desk, juniper.id, (yes(checklist, "diabetes"),), (), seen=0)
    clock.wait(60)
    again = health.take_history(desk, juniper.id, first.answers, (), seen=1)
    drugs = (HealthItem(kind=ItemKind.MEDICATION, text=" Metformin "),)
    second = health.take_history(desk, juniper.id, first.answers, drugs, seen=1)

    assert again == first
    assert health.client_histories(desk, juniper.id) == (second, first)
    assert (second.version, second.therapist_id) == (2, desk.therapist_id)
    assert second.of(ItemKind.MEDICATION)[0].text == "Metformin"
    assert trail(desk).count(AuditAction.HEALTH_TAKEN) == 2
    with pytest.raises(ChangedElsewhereError):
        health.take_history(desk, juniper.id, (), (), seen=1)


def test_a_surgery_before_birth_is_refused_and_nothing_changes(desk: Desk, juniper: Client) -> None:
    with pytest.raises(InvalidError) as refused:
        health.take_history(
            desk, juniper.id, (), (HealthItem(kind=ItemKind.SURGERY, text="Knee", on=date(1980, 1, 1)),), seen=0
        )

    assert [problem.code for problem in refused.value.problems] == ["before_birth"]
    assert health.client_histories(desk, juniper.id) == ()


def test_no_session_begins_before_somebody_decides(
    desk: Desk, juniper: Client, visit: Visit, checklist: Checklist
) -> None:
    health.take_history(desk, juniper.id, (yes(checklist, "dvt"),), (), seen=0)
    with pytest.raises(DecisionMissingError):
        timing.start(desk, visit.id)
    words = visits.open_visit(desk, visit.id).background.cautions[0].text

    with pytest.raises(InvalidError):
        health.decide(desk, visit.id, Choice.PROCEED, (words,))
    health.decide(desk, visit.id, Choice.DO_NOT_TREAT, (words,), reason="calf hot and swollen")
    with pytest.raises(DecisionMissingError):
        timing.start(desk, visit.id)
    health.decide(desk, visit.id, Choice.CLEARED, (words,), physician="Ilse Placeholder, MD", cleared_on=TODAY)
    started = timing.start(desk, visit.id)

    assert started.timer(desk.clock.now()).state is TimerState.RUNNING
    assert [each.choice for each in started.screening.decisions] == [Choice.DO_NOT_TREAT, Choice.CLEARED]
    assert trail(desk).count(AuditAction.TREATMENT_DECIDED) == 2
    timing.pause(desk, visit.id)
    health.take_history(desk, juniper.id, (yes(checklist, "dvt"), yes(checklist, "fever")), (), seen=1)
    with pytest.raises(DecisionMissingError):
        timing.resume(desk, visit.id)


def test_hands_on_time_entered_by_hand_waits_for_a_decision_too(desk: Desk, juniper: Client, visit: Visit) -> None:
    cautions = (Caution("Aneurysm", CautionLevel.ABSOLUTE),)
    clients.edit_client(desk, juniper, replace(juniper.details, cautions=cautions))
    hands_on = Technique("deep", "Deep tissue")
    with pytest.raises(DecisionMissingError):
        timing.add_by_hand(desk, visit.id, hands_on, NOON - timedelta(minutes=20), NOON)
    timing.add_by_hand(desk, visit.id, INTAKE, NOON - timedelta(minutes=30), NOON - timedelta(minutes=20))
    health.decide(desk, visit.id, Choice.PROCEED, ("Aneurysm",), reason="small and watched")

    assert (
        timing.add_by_hand(desk, visit.id, hands_on, NOON - timedelta(minutes=20), NOON).by_hand[-1].seconds == 1200
    )


def test_an_absolute_caution_typed_by_hand_asks_too(desk: Desk, juniper: Client, visit: Visit) -> None:
    typed = replace(juniper.details, cautions=(Caution("Aortic aneurysm", CautionLevel.ABSOLUTE),))
    clients.edit_client(desk, juniper, typed)

    with pytest.raises(DecisionMissingError):
        timing.start(desk, visit.id)


def test_the_answer_and_the_decision_are_signed_with_the_visit(
    desk: Desk, clock: HandClock, juniper: Client, visit: Visit, checklist: Checklist
) -> None:
    health.take_history(desk, juniper.id, (yes(checklist, "dvt"),), (), seen=0)
    sign(desk, juniper, date(2026, 11, 2), Scope.GLUTEAL)
    health.put_check(desk, visit.id, health.new_check(desk, changed=True, version=1))
    words = visits.open_visit(desk, visit.id).background.cautions[0].text
    health.decide(desk, visit.id, Choice.PROCEED, (words,), reason="arms only, cleared by phone")
    clock.wait(10)
    signing.sign_visit(desk, visit.id, PASSPHRASE, override_reason="client left early")

    with desk.store.reading() as charts:
        signed = charts.records.of_visit(visit.id)
    assert signed is not None
    record = records.read_visit(signed)
    assert record.visit.screening.check is not None
    assert record.visit.screening.check.changed
    assert record.visit.screening.decisions[0].reason == "arms only, cleared by phone"
    assert [caution.text for caution in record.client.details.cautions] == [words]
    assert record.client.details.consent_on == date(2026, 11, 2)
    with pytest.raises(SignedError):
        health.put_check(desk, visit.id, None)
    with pytest.raises(SignedError):
        health.decide(desk, visit.id, Choice.PROCEED, (words,), reason="late")


def test_an_answer_can_be_taken_back_until_then(desk: Desk, visit: Visit) -> None:
    health.note_drawn(desk, visit.id, ("fracture/knee/left",))
    health.put_check(desk, visit.id, health.new_check(desk, changed=False, version=0))
    asked = visits.open_visit(desk, visit.id).visit
    health.put_check(desk, visit.id, None)

    assert asked.screening.check is not None
    assert not asked.empty
    back = visits.open_visit(desk, visit.id).visit
    assert back.screening.check is None
    assert back.screening.drawn == ("fracture/knee/left",)
    visits.remove_visit(desk, visit.id)


def test_a_renewal_keeps_the_consent_before_it(desk: Desk, juniper: Client) -> None:
    sign(desk, juniper, date(2025, 11, 2))
    sign(desk, juniper, TODAY, Scope.GLUTEAL)

    background = health.read_background(desk, juniper.id)

    assert [each.signed_on for each in background.consents] == [TODAY, date(2025, 11, 2)]
    assert background.consents[0].signature == DRAWN
    assert background.consent_on(TODAY).scopes == (Scope.TREATMENT, Scope.GLUTEAL)
    assert background.consent_on(date(2026, 1, 1)).scopes == (Scope.TREATMENT,)


def test_a_withdrawal_is_dated_and_stays(desk: Desk, juniper: Client) -> None:
    sign(desk, juniper, date(2026, 11, 2))
    [given] = health.read_background(desk, juniper.id).consents

    with pytest.raises(InvalidError):
        consents.withdraw_consent(desk, given.id, date(2026, 11, 1), "moved away")
    consents.withdraw_consent(desk, given.id, TODAY, "moved away")

    background = health.read_background(desk, juniper.id)
    assert background.consent_on(TODAY).standing is ConsentStanding.WITHDRAWN
    assert background.consents[0].withdrawal_reason == "moved away"
    with pytest.raises(ConsentWithdrawnError):
        consents.withdraw_consent(desk, given.id, TODAY, "again")


def test_home_tells_of_consents_to_renew(desk: Desk, clock: HandClock, juniper: Client) -> None:
    def told() -> list[str]:
        return [item.code for item in home.read_board(desk).attention]

    sign(desk, juniper, TODAY)
    assert told() == []
    clock.set(NOON + timedelta(days=340))
    assert told() == ["consent_ends"]
    clock.set(NOON + timedelta(days=366))
    assert told() == ["consent_old"]
    sign(desk, juniper, clock.now().day)
    [newest, _] = health.read_background(desk, juniper.id).consents
    assert told() == []
    consents.withdraw_consent(desk, newest.id, clock.now().day, "moved away")
    assert told() == ["consent_withdrawn"]


def test_the_words_that_were_signed_are_kept_with_the_consent(desk: Desk, juniper: Client) -> None:
    sign(desk, juniper, desk.today())

    [signed] = health.read_background(desk, juniper.id).consents
    assert signed.statements == STATEMENTS
