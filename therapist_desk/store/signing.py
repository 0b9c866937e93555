"""Ed25519 signatures over signed records (RFC 8032). Keys and signatures are raw bytes, or lower-case hex as text."""

from __future__ import annotations

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey


def new_signing_key() -> bytes:
    """Make a private key: 32 raw bytes."""
    return Ed25519PrivateKey.generate().private_bytes_raw()


def public_key_of(secret: bytes) -> str:
    """Give the public key of a private one, in hex."""
    return Ed25519PrivateKey.from_private_bytes(secret).public_key().public_bytes_raw().hex()


def sign(secret: bytes, message: bytes) -> str:
    """Sign `message`; gives 64 bytes in hex."""
    return Ed25519PrivateKey.from_private_bytes(secret).sign(message).hex()


def is_signed_by(public_key: str, message: bytes, signature: str) -> bool:
    """Tell whether `signature` over `message` was made with the private half of `public_key` (both hex)."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key)).verify(bytes.fromhex(signature), message)
    except (InvalidSignature, ValueError):
        return False
    return True
