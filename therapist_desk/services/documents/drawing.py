"""Drawing a document: each kind by its own module of `reports`, loaded when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.claims.bill import Bill, BillBasis, make_bill
from therapist_desk.domain.claims.held import BillHeldError
from therapist_desk.domain.errors import ExpectedError
from therapist_desk.services.documents.kinds import OF_A_BILL, DocumentKind, PaperSize
from therapist_desk.services.documents.sources import Source

if TYPE_CHECKING:
    from therapist_desk.reports.layout.page import Paper

_POINTS_PER_TENTH: Final = 72 / 254
"""Points in a tenth of a millimetre."""


class DraftClaimError(ExpectedError):
    """A claim on the pre-printed form, which has no room to say that the visit is a draft."""

    code = "draft_claim"
    sentence = "This visit is not signed yet, and a claim form can't say so. Sign the visit, then print the form."


def make_document(
    source: Source,
    kind: DocumentKind,
    paper: PaperSize,
    atlas: Atlas,
    *,
    for_fax: bool = False,
    moved: tuple[int, int] = (0, 0),
) -> bytes:
    """Draw a document as a PDF. The first one of a run takes longer: the drawing library is loaded for it.

    `for_fax` leaves out the tones of the figure, which a fax turns into dots. What speaks of a whole case needs a
    source with its course. `moved` is how far a claim is moved right and down on its form, in tenths of a millimetre.

    Raises:
        GlyphsMissingError: a name has characters that no font here can write.
        AtlasDamagedError: the figure's file cannot be used.
        BillHeldError: something that a bill needs is missing or open.
        NoPayerError: a claim was asked for, and the client pays.
        DraftClaimError: a claim form was asked for before the visit is signed.
    """
    from therapist_desk.reports.layout.letterhead import letterhead  # noqa: PLC0415 - heavy

    with letterhead(source.logo, grey=for_fax):
        if kind in OF_A_BILL:
            return _bill_document(source, kind, paper, moved)
        return _drawn(source, kind, paper, atlas, for_fax=for_fax)


def _drawn(source: Source, kind: DocumentKind, paper: PaperSize, atlas: Atlas, *, for_fax: bool) -> bytes:
    """Draw a document with no more than its own module: the first one of a run is waited for."""
    from therapist_desk.reports.layout.page import Paper  # noqa: PLC0415 - heavy

    size = Paper[paper.name]
    match kind:
        case DocumentKind.PHYSICIAN:
            from therapist_desk.reports.soap_physician import physician_summary  # noqa: PLC0415 - heavy

            return physician_summary(source.sealed, size, atlas, for_fax=for_fax)
        case DocumentKind.INSURER:
            from therapist_desk.reports.soap_insurer import insurer_note  # noqa: PLC0415 - heavy

            return insurer_note(source.sealed, size, atlas, basis=source.units, for_fax=for_fax)
        case DocumentKind.EVALUATION:
            from therapist_desk.reports.evaluation import initial_evaluation  # noqa: PLC0415 - heavy

            return initial_evaluation(source.sealed, size, atlas, for_fax=for_fax)
        case DocumentKind.PROGRESS | DocumentKind.CLIENT | DocumentKind.DISCHARGE:
            return _course_document(source, kind, size, atlas, for_fax=for_fax)
        case DocumentKind.STATEMENT:
            from therapist_desk.reports.statement import statement  # noqa: PLC0415 - heavy

            assert source.account is not None  # noqa: S101 - source_for gives it
            return statement(source.record, source.account, size)
        case DocumentKind.PACKET | DocumentKind.FAX_COVER:
            raise ValueError(kind)  # services/documents/packet.py and fax_covers.py make them
        case DocumentKind.SUPERBILL | DocumentKind.CLAIM_VALUES | DocumentKind.CLAIM_FORM | DocumentKind.RECEIPT:
            raise ValueError(kind)  # bills are drawn before this


def _course_document(source: Source, kind: DocumentKind, size: Paper, atlas: Atlas, *, for_fax: bool) -> bytes:
    course = source.course
    assert course is not None  # noqa: S101 - source_for gives it
    if kind is DocumentKind.PROGRESS:
        from therapist_desk.reports.progress_report import progress_report  # noqa: PLC0415 - heavy

        return progress_report(course, size, atlas, for_fax=for_fax)
    if kind is DocumentKind.CLIENT:
        from therapist_desk.reports.client_copy import client_copy  # noqa: PLC0415 - heavy

        return client_copy(course, source.next_visit, size, atlas, for_fax=for_fax)
    from therapist_desk.reports.discharge_summary import discharge_summary  # noqa: PLC0415 - heavy

    assert course.closed is not None  # noqa: S101 - source_for refuses others
    return discharge_summary(course, source.seal, size, atlas, for_fax=for_fax)


def _bill_document(source: Source, kind: DocumentKind, paper: PaperSize, moved: tuple[int, int]) -> bytes:
    from therapist_desk.reports import claim_form, receipt, superbill  # noqa: PLC0415 - heavy
    from therapist_desk.reports.layout.page import Paper  # noqa: PLC0415 - heavy

    assert source.bill is not None  # noqa: S101 - source_for gives it
    if kind is DocumentKind.RECEIPT:
        return receipt.receipt(source.bill, _bill_or_none(source.bill), Paper[paper.name])
    bill = make_bill(source.bill)
    if kind is DocumentKind.SUPERBILL:
        return superbill.superbill(bill, Paper[paper.name])
    if kind is DocumentKind.CLAIM_VALUES:
        return claim_form.claim_values(bill, Paper[paper.name])
    if source.seal is None:
        raise DraftClaimError
    right, down = (tenths * _POINTS_PER_TENTH for tenths in moved)
    return claim_form.claim_print(bill, right=right, down=down)


def _bill_or_none(basis: BillBasis) -> Bill | None:
    """Reckon a bill; None where it would have to guess, for what was paid is known all the same."""
    try:
        return make_bill(basis)
    except BillHeldError:
        return None


def line_up_page(right: float, down: float) -> bytes:
    """Draw the page to hold against the pre-printed claim form, moved as far as a claim is, in millimetres."""
    from therapist_desk.reports import claim_form  # noqa: PLC0415 - heavy
    from therapist_desk.reports.layout.ink import MM  # noqa: PLC0415 - heavy

    return claim_form.claim_alignment(right=right * MM, down=down * MM)
