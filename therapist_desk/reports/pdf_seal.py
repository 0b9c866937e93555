"""The seal of a PDF: a PAdES signature over the whole file (ETSI EN 319 142), and what reading one tells.

Made and read by pyHanko, which is loaded here at need. A check asks more than a reader of PDFs does: a file counts as
intact only if no byte of it could be another, the ones round the signature included.
"""

from __future__ import annotations

import hashlib
import io
import logging
import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from cryptography.x509 import load_der_x509_certificate
from cryptography.x509.oid import NameOID

if TYPE_CHECKING:
    from pyhanko.sign.validation.status import PdfSignatureStatus

_FIELD: Final = "Seal"
_NAMELESS: Final = "a certificate without a name"
_REASON: Final = "Seals this document as it was made from the signed record"
_TRACES: Final = (b"/ByteRange", b"/ETSI.CAdES", b"/adbe.pkcs7", b"/Type /Sig", b"/Type/Sig")
"""Of which a sealed file shows three. Changing one byte takes away one of them at most."""
_SEALED: Final = 2
"""So many of them make a sealed file. A single one stands in others too, as in those locked by PDF 2.0."""
_HEX: Final = re.compile(rb"<(?:[0-9a-f]*|[0-9A-F]*)>")
_HEAD: Final = 1024
_LONG_FORM: Final = 0x80

# What a damaged file makes it say has traces in it, and words out of the file: the finding says what matters.
logging.getLogger("pyhanko").setLevel(logging.CRITICAL)


class SealState(StrEnum):
    """What a check of a file finds. LOCKED is one that opens with a password alone, so that nothing can be read."""

    INTACT = "intact"
    ALTERED = "altered"
    UNSEALED = "unsealed"
    LOCKED = "locked"
    NO_PDF = "no pdf"


@dataclass(frozen=True, slots=True)
class SealFinding:
    """What a file's seal tells. `fingerprint` is the SHA-256 of the certificate, in hex; `sealed_at` as it says.

    All but `state` is there for an intact file only: of an altered one nothing may be believed.
    """

    state: SealState
    signer: str = ""
    fingerprint: str = ""
    sealed_at: datetime | None = None


def seal_pdf(data: bytes, certificate: bytes, secret: bytes, issuers: tuple[bytes, ...] = ()) -> bytes:
    """Seal a PDF with a certificate and its private key (PKCS#8), all DER; `issuers` go into the file beside it.

    The bytes of `data` stay as they are at the beginning of the sealed file.
    """
    from asn1crypto.keys import PrivateKeyInfo  # noqa: PLC0415 - heavy, as the others
    from asn1crypto.x509 import Certificate  # noqa: PLC0415
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter  # noqa: PLC0415
    from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter  # noqa: PLC0415
    from pyhanko.sign.signers import PdfSignatureMetadata, SimpleSigner, sign_pdf  # noqa: PLC0415
    from pyhanko_certvalidator.registry import SimpleCertificateStore  # noqa: PLC0415

    beside = SimpleCertificateStore()
    beside.register_multiple(Certificate.load(issuer) for issuer in issuers)
    signer = SimpleSigner(
        signing_cert=Certificate.load(certificate),
        signing_key=PrivateKeyInfo.load(secret),
        cert_registry=beside,
    )
    about = PdfSignatureMetadata(
        field_name=_FIELD,
        md_algorithm="sha256",
        reason=_REASON,
        name=common_name(certificate),
        subfilter=SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=MDPPerm.NO_CHANGES,
    )
    out = io.BytesIO()
    sign_pdf(IncrementalPdfFileWriter(io.BytesIO(data)), about, signer, output=out)
    return out.getvalue()


def read_seal(data: bytes) -> SealFinding:
    """Tell whether a file is a sealed PDF, and whether it is as it was sealed."""
    if b"/Encrypt" in data and _wants_password(data):
        return SealFinding(SealState.LOCKED)
    if sum(trace in data for trace in _TRACES) < _SEALED:
        return SealFinding(SealState.UNSEALED if b"%PDF-" in data[:_HEAD] else SealState.NO_PDF)
    try:
        finding = _read_seals(data)
    except Exception:  # noqa: BLE001 - whatever a parser stumbles over: the file is not the one that was sealed
        finding = None
    return finding or SealFinding(SealState.ALTERED)


def common_name(certificate: bytes) -> str:
    """Say whose certificate it is, in the words of the certificate."""
    subject = load_der_x509_certificate(certificate).subject
    for kind in (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME, NameOID.EMAIL_ADDRESS):
        if found := subject.get_attributes_for_oid(kind):
            return str(found[0].value)
    return subject.rfc4514_string() or _NAMELESS


def _wants_password(data: bytes) -> bool:
    from pyhanko.pdf_utils.crypt import AuthStatus  # noqa: PLC0415 - heavy, as the others
    from pyhanko.pdf_utils.reader import PdfFileReader  # noqa: PLC0415

    try:
        reader = PdfFileReader(io.BytesIO(data))
        return reader.encrypted and reader.decrypt("").status is AuthStatus.FAILED
    except Exception:  # noqa: BLE001 - whatever a parser stumbles over: then it is no question of a password
        return False


def _read_seals(data: bytes) -> SealFinding | None:
    """Read the last seal; None unless every seal holds, the last one over all of the file.

    After a seal that is not the last nothing may come but what signs: no later seal makes a change good.
    """
    from pyhanko.pdf_utils.reader import PdfFileReader  # noqa: PLC0415 - heavy, as the others
    from pyhanko.sign.diff_analysis import ModificationLevel  # noqa: PLC0415
    from pyhanko.sign.validation import SignatureCoverageLevel, validate_pdf_signature  # noqa: PLC0415
    from pyhanko_certvalidator import ValidationContext  # noqa: PLC0415

    found = PdfFileReader(io.BytesIO(data)).embedded_signatures
    seals = sorted(found, key=lambda seal: int(seal.byte_range[2]) + int(seal.byte_range[3]))
    status: PdfSignatureStatus | None = None
    for seal in seals:
        if not _is_tight(data, [int(number) for number in seal.byte_range]):
            return None
        # Who vouches for the certificate is not asked: it is told apart by its fingerprint.
        trusted = ValidationContext(trust_roots=[seal.signer_cert], allow_fetching=False)
        last = seal is seals[-1]
        status = validate_pdf_signature(seal, trusted, skip_diff=last)
        if not (status.intact and status.valid):
            return None
        if not last and (status.modification_level is ModificationLevel.OTHER or status.docmdp_ok is False):
            return None
    if status is None or status.coverage is not SignatureCoverageLevel.ENTIRE_FILE:
        return None
    certificate = status.signing_cert.dump()
    return SealFinding(
        SealState.INTACT,
        common_name(certificate),
        hashlib.sha256(certificate).hexdigest(),
        _moment(status.signer_reported_dt),
    )


def _is_tight(data: bytes, byte_range: list[int]) -> bool:
    """Tell whether what the signature does not cover is the signature alone, written in the one way there is."""
    start, length, after, _rest = byte_range
    gap = data[start + length : after]
    if start != 0 or _HEX.fullmatch(gap) is None:
        return False
    raw = bytes.fromhex(gap[1:-1].decode("ascii"))
    return not any(raw[_der_length(raw) :])


def _der_length(raw: bytes) -> int:
    """Give how many bytes the value at the beginning of `raw` takes."""
    first = raw[1]
    if first < _LONG_FORM:
        return 2 + first
    digits = first - _LONG_FORM
    return 2 + digits + int.from_bytes(raw[2 : 2 + digits], "big")


def _moment(value: Any) -> datetime | None:
    return value if isinstance(value, datetime) else None
