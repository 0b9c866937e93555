"""What must be minded, what was told of health, and what was agreed to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from therapist_desk.domain.client import Client
from therapist_desk.domain.health.cautions import all_cautions
from therapist_desk.domain.health.consent import Consent
from therapist_desk.domain.health.history import Answer, HealthHistory, HealthItem, ItemKind
from therapist_desk.services.exporting.fhir.parts import (
    LOINC,
    TERMS,
    Part,
    Resource,
    coded,
    moment,
    period,
    reference,
    resource,
    words,
)

_SAID: Final[Mapping[Answer, str]] = MappingProxyType(
    {Answer.YES: "yes", Answer.NO: "no", Answer.UNKNOWN: "not known"}
)


def flags(client: Client, histories: Sequence[HealthHistory]) -> Iterable[Resource]:
    """Give what a therapist must see before touching the client: typed, or told by the latest history."""
    cautions = all_cautions(client.details.cautions, histories[0] if histories else None)
    for place, caution in enumerate(cautions):
        yield resource(
            "Flag",
            f"{client.id}/{place}",
            status="active",
            category=[coded(f"{TERMS}/flag-category", "clinical", "Clinical", caution.level.value)],
            code=words(caution.text),
            subject=reference("Patient", client.id),
        )


def history_resources(histories: Iterable[HealthHistory]) -> Iterable[Resource]:
    """Give each version of a health history, the latest first, and what the latest lists."""
    for place, history in enumerate(histories):
        yield questionnaire(history, latest=place == 0)
        if place == 0:
            for number, item in enumerate(history.items):
                yield from _item(history, number, item)


def questionnaire(history: HealthHistory, *, latest: bool) -> Resource:
    """Give a version of a history as it was answered."""
    answers: list[Part] = [
        {
            "linkId": answer.condition,
            "text": answer.name,
            "answer": [{"valueString": text} for text in (_SAID[answer.answer], answer.detail) if text],
        }
        for answer in history.answers
    ]
    items: list[Part] = [
        {
            "linkId": f"{item.kind.value}-{place}",
            "text": item.kind.value,
            "answer": [{"valueString": _item_words(item)}],
        }
        for place, item in enumerate(history.items)
    ]
    return resource(
        "QuestionnaireResponse",
        history.id,
        status="completed" if latest else "amended",
        subject=reference("Patient", history.client_id),
        authored=moment(history.taken_at),
        author=reference("Practitioner", history.therapist_id),
        item=[{"linkId": "history", "text": "Health history", "item": [*answers, *items]}],
    )


def consent_resource(consent: Consent) -> Resource:
    """Give a consent as signed."""
    signer = ", ".join(part for part in (consent.signer, consent.relation) if part)
    return resource(
        "Consent",
        consent.id,
        status="inactive" if consent.withdrawn_on else "active",
        scope=coded(f"{TERMS}/consentscope", "treatment", "Treatment"),
        category=[coded(LOINC, "59284-0", "Consent Document")],
        patient=reference("Patient", consent.client_id),
        dateTime=moment(consent.signed_on),
        performer=[{"display": signer}],
        policyRule=words("Informed consent to massage therapy"),
        provision={
            "type": "permit",
            "period": period(consent.signed_on, consent.withdrawn_on or consent.expires_on),
            "code": [words(scope.value) for scope in consent.scopes],
        },
    )


def _item(history: HealthHistory, number: int, item: HealthItem) -> Iterable[Resource]:
    key = f"{history.id}/{number}"
    client = reference("Patient", history.client_id)
    if item.kind is ItemKind.ALLERGY:
        yield resource(
            "AllergyIntolerance",
            key,
            clinicalStatus=coded(f"{TERMS}/allergyintolerance-clinical", "active"),
            code=words(item.text),
            patient=client,
            recordedDate=moment(history.taken_at),
            note=[{"text": item.detail}],
        )
    elif item.kind is ItemKind.MEDICATION:
        yield resource(
            "MedicationStatement",
            key,
            status="active",
            medicationCodeableConcept=words(item.text),
            subject=client,
            effectiveDateTime=moment(item.on),
            dateAsserted=moment(history.taken_at),
            note=[{"text": item.detail}],
        )


def _item_words(item: HealthItem) -> str:
    return "; ".join(part for part in (item.text, item.detail, moment(item.on)) if part)
