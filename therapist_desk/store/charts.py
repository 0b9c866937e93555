"""The unit of work: all repositories over one transaction."""

from __future__ import annotations

from sqlalchemy.orm import Session

from therapist_desk.store.repositories.billing import Billing
from therapist_desk.store.repositories.cases import Cases
from therapist_desk.store.repositories.clients import Clients
from therapist_desk.store.repositories.health import Health
from therapist_desk.store.repositories.papers import Papers
from therapist_desk.store.repositories.people import Payers, PracticeRepository, Therapists
from therapist_desk.store.repositories.records import Audit, Records
from therapist_desk.store.repositories.seals import Seals
from therapist_desk.store.repositories.visits import Visits
from therapist_desk.store.repositories.words import VisitWords
from therapist_desk.store.repositories.writing import Writing


class Charts:
    """Everything kept, as seen within one transaction; not to be used after it."""

    def __init__(self, session: Session) -> None:
        self.practice = PracticeRepository(session)
        self.therapists = Therapists(session)
        self.clients = Clients(session)
        self.cases = Cases(session)
        self.health = Health(session)
        self.payers = Payers(session)
        self.billing = Billing(session)
        self.visits = Visits(session)
        self.records = Records(session)
        self.papers = Papers(session)
        self.audit = Audit(session)
        self.words = VisitWords(session)
        self.seals = Seals(session)
        self.writing = Writing(session)
