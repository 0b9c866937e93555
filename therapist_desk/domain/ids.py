"""Identities: opaque text, so that no layer can take one kind of thing for another."""

from __future__ import annotations

from typing import NewType

ClientId = NewType("ClientId", str)
TherapistId = NewType("TherapistId", str)
CaseId = NewType("CaseId", str)
ReferralId = NewType("ReferralId", str)
PayerId = NewType("PayerId", str)
VisitId = NewType("VisitId", str)
MarkId = NewType("MarkId", str)
SegmentId = NewType("SegmentId", str)
TimerEventId = NewType("TimerEventId", str)
MeasurementId = NewType("MeasurementId", str)
ObservationId = NewType("ObservationId", str)
AddendumId = NewType("AddendumId", str)
AttachmentId = NewType("AttachmentId", str)
HistoryId = NewType("HistoryId", str)
ConsentId = NewType("ConsentId", str)
DecisionId = NewType("DecisionId", str)
LedgerEntryId = NewType("LedgerEntryId", str)
