"""Tables of people: the practice, its therapists, clients, their health and what they agreed to, payers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from therapist_desk.domain.attachment import Attachment
from therapist_desk.domain.client import Caution, Client
from therapist_desk.domain.fee import Fee
from therapist_desk.domain.health.consent import Consent
from therapist_desk.domain.health.history import ConditionAnswer, HealthHistory, HealthItem
from therapist_desk.domain.notes.phrase import Phrase
from therapist_desk.domain.payer import Payer
from therapist_desk.domain.people import Practice, Therapist
from therapist_desk.services.exporting.tables.table import Column, Table

_Thing = TypeVar("_Thing")


@dataclass(frozen=True, slots=True)
class Of(Generic[_Thing]):
    """A thing of somebody or something else, with its place among others, counted from 1."""

    owner: str
    it: _Thing
    place: int = 0


@dataclass(frozen=True, slots=True)
class OfHistory(Generic[_Thing]):
    """A part of a version of a health history."""

    history: HealthHistory
    it: _Thing


PRACTICE: Final[Table[Practice]] = Table(
    "practice",
    "The clinic, as letterheads and claims name it.",
    (
        Column("name", "Name of the practice.", lambda it: it.name),
        Column("street", "Street and number.", lambda it: it.address.street),
        Column("city", "City.", lambda it: it.address.city),
        Column("state", "State.", lambda it: it.address.state),
        Column("postal_code", "Postal code.", lambda it: it.address.postal_code),
        Column("phone", "Phone.", lambda it: it.phone),
        Column("fax", "Fax.", lambda it: it.fax),
        Column("email", "E-mail.", lambda it: it.email),
        Column("tax_id", "Tax number, for claims.", lambda it: it.tax_id),
        Column("npi", "National Provider Identifier of the practice.", lambda it: it.npi),
        Column("tax_id_kind", "EIN or SSN.", lambda it: it.tax_id_kind),
        Column("place_of_service", "Where its visits usually are, by code.", lambda it: it.place_of_service),
    ),
)
THERAPISTS: Final[Table[Therapist]] = Table(
    "therapists",
    "Everybody who has treated and signed here.",
    (
        Column("therapist_id", "What other tables call this therapist.", lambda it: it.id),
        Column("name", "Name.", lambda it: it.name),
        Column("credentials", "Credentials, such as LMT.", lambda it: it.credentials),
        Column("licence_number", "Number of the license.", lambda it: it.licence_number),
        Column("licence_state", "State that gave the license.", lambda it: it.licence_state),
        Column("npi", "National Provider Identifier.", lambda it: it.npi),
        Column(
            "public_key", "Ed25519 public key that checks this therapist's signatures, hex.", lambda it: it.public_key
        ),
        Column("active", "Whether they still work here.", lambda it: it.active),
    ),
)
PHRASES: Final[Table[Of[Phrase]]] = Table(
    "phrases",
    "Each therapist's own phrases for notes.",
    (
        Column("therapist_id", "Whose phrase it is.", lambda of: of.owner),
        Column("abbreviation", "The letters typed for it.", lambda of: of.it.abbreviation),
        Column("text", "The phrase; [words in brackets] are places to fill in.", lambda of: of.it.text),
        Column(
            "sections", "Letters of the note's sections it is for; empty for all.", lambda of: "".join(of.it.sections)
        ),
    ),
)
CLIENTS: Final[Table[Client]] = Table(
    "clients",
    "The people treated.",
    (
        Column("client_id", "What other tables call this client.", lambda it: it.id),
        Column("record_number", "Number of the record, as on documents.", lambda it: it.record_number),
        Column("given_name", "Given name.", lambda it: it.details.given_name),
        Column("family_name", "Family name.", lambda it: it.details.family_name),
        Column("date_of_birth", "Date of birth.", lambda it: it.details.date_of_birth),
        Column("pronouns", "Pronouns.", lambda it: it.details.pronouns),
        Column("phone", "Phone.", lambda it: it.details.phone),
        Column("email", "E-mail.", lambda it: it.details.email),
        Column("street", "Street and number.", lambda it: it.details.address.street),
        Column("city", "City.", lambda it: it.details.address.city),
        Column("state", "State.", lambda it: it.details.address.state),
        Column("postal_code", "Postal code.", lambda it: it.details.address.postal_code),
        Column("emergency_contact", "Whom to call in an emergency.", lambda it: it.details.emergency_contact),
        Column("figure", "Figure drawn on the body map: neutral, female or male.", lambda it: it.details.figure),
        Column("consent_on", "Consent signed on, where only its date is kept.", lambda it: it.details.consent_on),
        Column("archived", "Whether the client was taken out of the lists.", lambda it: it.archived),
    ),
)
CAUTIONS: Final[Table[Of[Caution]]] = Table(
    "cautions",
    "What must be seen before a client is touched, typed in by the therapist.",
    (
        Column("client_id", "The client.", lambda of: of.owner),
        Column("text", "What to mind.", lambda of: of.it.text),
        Column(
            "level",
            "absolute (no treatment), local (not at that place) or precaution (take care).",
            lambda of: of.it.level,
        ),
    ),
)
HEALTH_ANSWERS: Final[Table[OfHistory[ConditionAnswer]]] = Table(
    "health_answers",
    "Answers to the health history's checklist, for each version of it.",
    (
        Column("client_id", "The client.", lambda of: of.history.client_id),
        Column("version", "Version of the history, counted from 1.", lambda of: of.history.version),
        Column("taken_at", "When it was taken.", lambda of: of.history.taken_at),
        Column("therapist_id", "Who took it.", lambda of: of.history.therapist_id),
        Column("condition", "The condition asked about.", lambda of: of.it.name),
        Column("answer", "yes, no or unknown.", lambda of: of.it.answer),
        Column("detail", "What was told about it.", lambda of: of.it.detail),
        Column("since", "Since when.", lambda of: of.it.since),
        Column(
            "where", "Where on the body, for a local condition.", lambda of: "; ".join(r.words for r in of.it.regions)
        ),
        Column("level", "How far it limits treatment: absolute, local or precaution.", lambda of: of.it.level),
        Column("avoid", "What to avoid, as the list said then.", lambda of: of.it.avoid),
        Column("source", "Where the list has this from.", lambda of: of.it.source),
        Column("basis", "Whether that source was read, or it is known practice.", lambda of: of.it.basis),
    ),
)
HEALTH_ITEMS: Final[Table[OfHistory[HealthItem]]] = Table(
    "health_items",
    "Medications, surgeries, allergies and implants, for each version of the health history.",
    (
        Column("client_id", "The client.", lambda of: of.history.client_id),
        Column("version", "Version of the history, counted from 1.", lambda of: of.history.version),
        Column("kind", "medication, surgery, allergy or implant.", lambda of: of.it.kind),
        Column("text", "What it is.", lambda of: of.it.text),
        Column("detail", "What was told about it.", lambda of: of.it.detail),
        Column("on", "When it was or began.", lambda of: of.it.on),
    ),
)
CONSENTS: Final[Table[Consent]] = Table(
    "consents",
    "Informed consents as signed.",
    (
        Column("consent_id", "What this consent is known by.", lambda it: it.id),
        Column("client_id", "The client.", lambda it: it.client_id),
        Column("signed_on", "Day of the signature.", lambda it: it.signed_on),
        Column("scopes", "What was agreed to, apart by semicolons.", lambda it: "; ".join(it.scopes)),
        Column("signer", "Who signed.", lambda it: it.signer),
        Column("relation", "In what right, where it was not the client.", lambda it: it.relation),
        Column("on_paper", "Whether it was signed on a paper form that the practice keeps.", lambda it: it.on_paper),
        Column("expires_on", "First day on which it holds no more.", lambda it: it.expires_on),
        Column("withdrawn_on", "Day on which it was withdrawn.", lambda it: it.withdrawn_on),
        Column("withdrawal_reason", "Why it was withdrawn.", lambda it: it.withdrawal_reason),
        Column("recorded_at", "When it was entered.", lambda it: it.recorded_at),
        Column("therapist_id", "Who entered it.", lambda it: it.therapist_id),
        Column(
            "signature",
            "The signature as drawn: x,y points in a box of 3000 by 1000, strokes apart by a bar.",
            lambda it: "|".join(" ".join(f"{p.x},{p.y}" for p in stroke.points) for stroke in it.signature.strokes),
        ),
    ),
)
PAPERS: Final[Table[Attachment]] = Table(
    "papers",
    "Scanned orders and other papers; the files themselves are in the folder papers, where they were chosen.",
    (
        Column("paper_id", "What this paper is known by, and the name of its file.", lambda it: it.id),
        Column("client_id", "The client.", lambda it: it.client_id),
        Column("referral_id", "The order it belongs to.", lambda it: it.referral_id),
        Column("title", "Its title.", lambda it: it.title),
        Column("media_type", "Kind of file.", lambda it: it.media_type),
        Column("size", "Size in bytes.", lambda it: it.size),
        Column("sha256", "SHA-256 of its content, hex.", lambda it: it.digest),
        Column("added_at", "When it was attached.", lambda it: it.added_at),
    ),
)
PAYERS: Final[Table[Payer]] = Table(
    "payers",
    "Who pays.",
    (
        Column("payer_id", "What other tables call this payer.", lambda it: it.id),
        Column("name", "Name.", lambda it: it.name),
        Column("kind", "Kind of payer.", lambda it: it.kind),
        Column("street", "Street and number.", lambda it: it.address.street),
        Column("city", "City.", lambda it: it.address.city),
        Column("state", "State.", lambda it: it.address.state),
        Column("postal_code", "Postal code.", lambda it: it.address.postal_code),
        Column("phone", "Phone.", lambda it: it.phone),
        Column("fax", "Fax.", lambda it: it.fax),
        Column("billing_tax_id", "The practice's tax number as this payer knows it.", lambda it: it.billing_tax_id),
        Column("rendering_id", "The payer's own number of the therapist, box 24J.", lambda it: it.rendering_id),
        Column("billing_id", "The payer's own number of the practice, box 33b.", lambda it: it.billing_id),
        Column("rule_card", "The card of this payer's rules.", lambda it: it.rule_card),
    ),
)
FEES: Final[Table[Of[Fee]]] = Table(
    "fees",
    "The practice's charges to each payer.",
    (
        Column("payer_id", "The payer.", lambda of: of.owner),
        Column("code", "Procedure number.", lambda of: of.it.code),
        Column("cents", "Charge for one unit, in cents.", lambda of: of.it.cents),
    ),
)
