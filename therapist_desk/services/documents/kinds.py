"""Documents: which there are, and the paper they are on."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class DocumentKind(StrEnum):
    """Who a document of a visit is for."""

    PHYSICIAN = "physician"
    INSURER = "insurer"
    EVALUATION = "evaluation"
    PROGRESS = "progress"
    DISCHARGE = "discharge"
    SUPERBILL = "superbill"
    CLAIM_VALUES = "cms1500-values"
    CLAIM_FORM = "cms1500-form"
    CLIENT = "client"
    RECEIPT = "receipt"
    STATEMENT = "statement"
    PACKET = "packet"
    FAX_COVER = "fax-cover"


UNSIGNED: Final = frozenset({DocumentKind.STATEMENT, DocumentKind.FAX_COVER})
"""Documents that nobody signs: they are drafts of nothing."""
OF_A_COURSE: Final = frozenset({DocumentKind.PROGRESS, DocumentKind.DISCHARGE, DocumentKind.CLIENT})
"""Documents that speak of all visits of the case up to theirs."""
OF_A_BILL: Final = frozenset(
    {DocumentKind.SUPERBILL, DocumentKind.CLAIM_VALUES, DocumentKind.CLAIM_FORM, DocumentKind.RECEIPT}
)
"""Documents of money."""


class PaperSize(StrEnum):
    """The paper of the country."""

    LETTER = "letter"
    A4 = "a4"
