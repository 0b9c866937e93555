"""The certificate by which the charts seal documents: P-256, self-signed, its key wrapped under the master key."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from therapist_desk.store.keys import MasterKey, Purpose

_NONCE_BYTES: Final = 12
_LONGEST_NAME: Final = 64  # of a common name and of an organization (X.520)
_VALID: Final = timedelta(days=7305)
_FOR_SIGNATURES: Final = x509.KeyUsage(
    digital_signature=True,
    content_commitment=True,
    key_encipherment=False,
    data_encipherment=False,
    key_agreement=False,
    key_cert_sign=False,
    crl_sign=False,
    encipher_only=False,
    decipher_only=False,
)


@dataclass(frozen=True, slots=True)
class PdfIdentity:
    """A certificate (DER) and its private key (PKCS#8, DER)."""

    certificate: bytes
    secret: bytes = field(repr=False)


def new_identity(name: str, organization: str, now: datetime) -> PdfIdentity:
    """Make a certificate for twenty years in the name of a therapist."""
    key = ec.generate_private_key(ec.SECP256R1())
    names = [(NameOID.COMMON_NAME, name), (NameOID.ORGANIZATION_NAME, organization)]
    subject = x509.Name([x509.NameAttribute(kind, text[:_LONGEST_NAME]) for kind, text in names if text])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + _VALID)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_FOR_SIGNATURES, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, SHA256())
    )
    secret = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return PdfIdentity(certificate.public_bytes(Encoding.DER), secret)


def wrap(master: MasterKey, identity: PdfIdentity) -> bytes:
    """Wrap the private key for the charts file, bound to its certificate."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + AESGCM(master.subkey(Purpose.SEALS)).encrypt(nonce, identity.secret, identity.certificate)


def unwrap(master: MasterKey, certificate: bytes, wrapped: bytes) -> PdfIdentity:
    """Give the identity back.

    Raises:
        InvalidTag: it was wrapped by another store, or for another certificate.
    """
    nonce, sealed = wrapped[:_NONCE_BYTES], wrapped[_NONCE_BYTES:]
    return PdfIdentity(certificate, AESGCM(master.subkey(Purpose.SEALS)).decrypt(nonce, sealed, certificate))
