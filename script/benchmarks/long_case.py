"""A case of a hundred signed notes, made from the sample client's by writing what signing writes.

As in a real case no two say the same: each has the words of its model in an order of their own, and its marks lie
elsewhere, so that nothing of one is there already when the next is drawn.
"""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from benchmarks.sample_store import ROOT

if TYPE_CHECKING:
    from therapist_desk.app.demo.samples import Samples
    from therapist_desk.domain.ids import VisitId
    from therapist_desk.domain.notes.note import Note
    from therapist_desk.domain.record import VisitRecord
    from therapist_desk.domain.visit import Visit
    from therapist_desk.services.desk import Desk

_FREE: Final = 20
"""A number that no visit of the sample client has."""
_AROUND: Final = 20
"""How far marks of models and of notes made from them lie apart at most, in tenths of a unit of the figure."""


def make_long_case(folder: Path, notes: int) -> Samples:
    """Make the store in `folder`; its `last_signed` is the last of `notes` signed visits of a case with an order."""
    from therapist_desk.app.clock import SystemClock  # noqa: PLC0415 - heavy, as the others
    from therapist_desk.app.samples import make_marked, open_made  # noqa: PLC0415
    from therapist_desk.services.records import read_visit  # noqa: PLC0415
    from therapist_desk.services.visit.visits import client_visits  # noqa: PLC0415
    from therapist_desk.store import keyslots  # noqa: PLC0415

    samples = make_marked(folder, ROOT / "resources", SystemClock())
    desk = open_made(samples, SystemClock())
    _attach_order(desk, samples.last_signed, folder.with_suffix(".pdf"))
    secret = keyslots.signing_secret(desk.folder, desk.master, desk.therapist_id, samples.passphrase)
    signed = [visit.id for visit in client_visits(desk, samples.client_id) if visit.status.value == "signed"]
    with desk.store.writing() as charts:
        found = [charts.records.of_visit(visit_id) for visit_id in signed]
        first, *_ = models = [read_visit(record) for record in found if record is not None]
        chance = random.Random(1)  # noqa: S311 - the same notes each time
        for more in range(notes - len(models)):
            model = models[more % len(models)]
            # Before the first note, so that the day of none lies ahead; the numbers in use are small ones.
            day = first.visit.service_date - timedelta(days=more + 1)
            visit = _as_new(replace(model.visit, number=_FREE + more, service_date=day), chance)
            charts.visits.add(visit)
            _sign(desk, charts, replace(model, visit=visit), secret)
    desk.close()
    return samples


def _attach_order(desk: Desk, visit_id: VisitId, paper: Path) -> None:
    """Attach a page as a fax machine's program writes it: a PDF that is not ours."""
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 - heavy, as the others

    from therapist_desk.services.care.papers import attach_order  # noqa: PLC0415

    canvas = Canvas(str(paper))
    canvas.drawString(72, 720, "Sample order: massage therapy, 12 visits.")
    canvas.save()
    with desk.store.reading() as charts:
        order, *_ = charts.cases.referrals_of(charts.visits.get(visit_id).case_id)
    attach_order(desk, order.id, paper, "Order")


def _as_new(visit: Visit, chance: random.Random) -> Visit:
    """Give a visit as full as another with ids, words and places of its own throughout, as a draft."""
    from therapist_desk.domain.findings.mark import moved_shape  # noqa: PLC0415
    from therapist_desk.domain.ids import VisitId  # noqa: PLC0415 - heavy, as the others
    from therapist_desk.domain.visit import VisitStatus  # noqa: PLC0415
    from therapist_desk.services.desk import new_id  # noqa: PLC0415

    def named(parts: Any) -> Any:
        return tuple(replace(part, id=new_id()) for part in parts)

    marks = tuple(replace(mark, shape=moved_shape(mark.shape, *_a_step(chance))) for mark in visit.marks)
    return replace(
        visit,
        id=VisitId(new_id()),
        status=VisitStatus.DRAFT,
        events=named(visit.events),
        by_hand=named(visit.by_hand),
        marks=named(marks),
        measurements=named(visit.measurements),
        observations=named(visit.observations),
        note=_reworded(visit.note, chance),
        screening=replace(visit.screening, decisions=named(visit.screening.decisions)),
    )


def _a_step(chance: random.Random) -> tuple[int, int]:
    return chance.randint(-_AROUND, _AROUND), chance.randint(-_AROUND, _AROUND)


def _reworded(note: Note, chance: random.Random) -> Note:
    """Give a note that is as long as another and says something else."""

    def mixed(text: str) -> str:
        words = text.split()
        return " ".join(chance.sample(words, len(words)))

    return replace(
        note,
        limitation=mixed(note.limitation),
        paragraphs=tuple(replace(each, text=mixed(each.text)) for each in note.paragraphs),
        reported=tuple(replace(each, text=mixed(each.text)) for each in note.reported),
        home_care=tuple(map(mixed, note.home_care)),
        next_visit=mixed(note.next_visit),
    )


def _sign(desk: Desk, charts: Any, record: VisitRecord, secret: bytes) -> None:
    from therapist_desk.domain.record import Seal, SealedKind, SignedRecord  # noqa: PLC0415
    from therapist_desk.services.records import SCHEMA, canonical_bytes, digest_of  # noqa: PLC0415
    from therapist_desk.store.signing import public_key_of, sign  # noqa: PLC0415

    now, head = desk.clock.now(), charts.records.head()
    canonical = canonical_bytes(SealedKind.VISIT, record, now)
    digest = digest_of(canonical, head.digest)
    seal = Seal(
        sequence=head.sequence + 1,
        digest=digest,
        previous=head.digest,
        signature=sign(secret, bytes.fromhex(digest)),
        public_key=public_key_of(secret),
        therapist_id=desk.therapist_id,
        signed_at=now,
    )
    charts.records.append(
        SignedRecord(kind=SealedKind.VISIT, visit_id=record.visit.id, schema=SCHEMA, canonical=canonical, seal=seal)
    )
