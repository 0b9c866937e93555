"""Seal a PDF against changes: with a certificate made for these charts, or with one of the therapist's own."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.services.desk import Desk
from therapist_desk.store.pdf_identity import new_identity, unwrap, wrap

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

_LEAST_RSA_BITS: Final = 2048  # NIST SP 800-131A


class SealFileError(ExpectedError):
    """A file of a certificate that is not there or is none."""

    code = "seal_file"
    sentence = (
        "{file} is not a certificate with its key that can be used here (a .p12 or .pfx file with an RSA or an "
        "elliptic-curve key). Choose another file, or seal with the charts' own certificate."
    )


class SealPasswordError(ExpectedError):
    """The password does not open the file of the certificate."""

    code = "seal_password"
    sentence = "This password does not open the certificate. Type it again."


class SealPurposeError(ExpectedError):
    """A certificate that was made for something else."""

    code = "seal_purpose"
    sentence = "The certificate in {file} is not made for signing. Choose another one."


class SealWeakError(ExpectedError):
    """A certificate whose key can be found out."""

    code = "seal_weak"
    sentence = (
        "The key in {file} is too short to protect a document: an RSA key needs {least} bits. Choose another one."
    )


class SealExpiredError(ExpectedError):
    """A certificate outside its time."""

    code = "seal_expired"
    sentence = "The certificate in {file} is valid from {first} to {last}. Choose another one."


@dataclass(frozen=True, slots=True)
class Sealer:
    """A certificate, its private key and the certificates above it, all DER."""

    certificate: bytes
    secret: bytes = field(repr=False)
    issuers: tuple[bytes, ...] = ()


def own_sealer(desk: Desk) -> Sealer:
    """Give the certificate of the therapist at the desk; the first time, and under a new name, it is made."""
    with desk.store.writing() as charts:
        therapist = charts.therapists.get(desk.therapist_id)
        name = ", ".join(filter(None, (therapist.name, therapist.credentials)))
        kept = charts.seals.of(therapist.id, name)
        if kept is not None:
            identity = unwrap(desk.master, *kept)
            return Sealer(identity.certificate, identity.secret)
        now, practice = desk.clock.now(), charts.practice.get()
        identity = new_identity(name, practice.name if practice else "", now.utc)
        digest = hashlib.sha256(identity.certificate).hexdigest()
        charts.seals.add(therapist.id, name, digest, identity.certificate, wrap(desk.master, identity), now)
    return Sealer(identity.certificate, identity.secret)


def sealer_from_file(path: Path, password: str, now: datetime) -> Sealer:
    """Read a certificate of the therapist's own (PKCS#12); neither the password nor the key is kept.

    Raises:
        SealFileError: the file cannot be read, or holds no certificate with a key for sealing.
        SealPasswordError: the password does not open it.
        SealPurposeError: by its own words the certificate is for something else.
        SealWeakError: the key is too short.
        SealExpiredError: the certificate does not hold at `now`.
    """
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey  # noqa: PLC0415
    from cryptography.hazmat.primitives.serialization import (  # noqa: PLC0415 - at need, as the others
        Encoding,
        NoEncryption,
        PrivateFormat,
        pkcs12,
    )

    try:
        content = path.read_bytes()
    except OSError as error:
        raise SealFileError(file=path.name) from error
    try:
        found = pkcs12.load_pkcs12(content, password.encode() or None)
    except ValueError as error:
        # The library tells a wrong password from a file of another kind by its words alone.
        wrong = "password" in str(error).casefold()
        raise (SealPasswordError() if wrong else SealFileError(file=path.name)) from error
    if found.cert is None or not isinstance(found.key, EllipticCurvePrivateKey | RSAPrivateKey):
        raise SealFileError(file=path.name)
    certificate = found.cert.certificate
    if not _signs(certificate):
        raise SealPurposeError(file=path.name)
    if isinstance(found.key, RSAPrivateKey) and found.key.key_size < _LEAST_RSA_BITS:
        raise SealWeakError(file=path.name, least=_LEAST_RSA_BITS)
    first, last = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    if not first <= now.astimezone(UTC) <= last:
        raise SealExpiredError(file=path.name, first=first.date().isoformat(), last=last.date().isoformat())
    return Sealer(
        certificate.public_bytes(Encoding.DER),
        found.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()),
        tuple(issuer.certificate.public_bytes(Encoding.DER) for issuer in found.additional_certs),
    )


def _signs(certificate: Certificate) -> bool:
    """Tell whether a certificate may sign: where it says nothing of its purpose, it may (RFC 5280, 4.2.1.3)."""
    from cryptography.x509 import ExtensionNotFound, KeyUsage  # noqa: PLC0415 - at need

    try:
        usage = certificate.extensions.get_extension_for_class(KeyUsage).value
    except ExtensionNotFound:
        return True
    return usage.digital_signature or usage.content_commitment


def sealed(data: bytes, sealer: Sealer) -> bytes:
    """Seal a PDF. The first one of a run takes a second longer: the signing library is loaded for it."""
    from therapist_desk.reports.pdf_seal import seal_pdf  # noqa: PLC0415 - heavy

    return seal_pdf(data, sealer.certificate, sealer.secret, sealer.issuers)
