"""Seals of real documents: made, read, checked by another program, and damaged byte by byte."""

from __future__ import annotations

import shutil
import subprocess
from contextlib import nullcontext
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID

from desks import NOON, PASSPHRASE, HandClock, open_desk
from reports import samples
from therapist_desk.app import main
from therapist_desk.domain.visit import Visit
from therapist_desk.reports.pdf_seal import SealState, read_seal
from therapist_desk.services.desk import Desk
from therapist_desk.services.documents.drawing import make_document
from therapist_desk.services.documents.kinds import DocumentKind, PaperSize
from therapist_desk.services.documents.seal_check import CheckUnreadableError, Verdict, check_pdf
from therapist_desk.services.documents.sealing import (
    Sealer,
    SealExpiredError,
    SealFileError,
    SealPasswordError,
    SealPurposeError,
    SealWeakError,
    own_sealer,
    sealed,
    sealer_from_file,
)
from therapist_desk.services.documents.sources import read_source
from therapist_desk.services.signing import sign_visit

OWN_PASSWORD = "seal of my own"


@pytest.fixture
def plain(desk: Desk, visit: Visit) -> bytes:
    """The summary of a signed visit, not sealed."""
    sign_visit(desk, visit.id, PASSPHRASE, override_reason="a test")
    return make_document(read_source(desk, visit.id), DocumentKind.PHYSICIAN, PaperSize.LETTER, samples.atlas())


@pytest.fixture
def file(desk: Desk, plain: bytes, tmp_path: Path) -> Path:
    """The same, sealed by the charts' own certificate."""
    path = tmp_path / "sealed.pdf"
    path.write_bytes(sealed(plain, own_sealer(desk)))
    return path


def test_a_sealed_document_is_intact_ours_and_its_record_is_found(desk: Desk, file: Path, plain: bytes) -> None:
    checked = check_pdf(file, desk)

    assert file.read_bytes().startswith(plain)
    assert checked.verdict is Verdict.INTACT
    assert checked.ours
    assert checked.finding.signer == "Robin Mockford, LMT"
    assert checked.record is not None
    assert (checked.record.record_number, checked.record.visit_number) == ("TD-000001", 1)


def test_the_certificate_is_made_once_for_each_name(desk: Desk) -> None:
    first = own_sealer(desk)

    assert own_sealer(desk) == first

    with desk.store.writing() as charts:
        robin = charts.therapists.get(desk.therapist_id)
        charts.therapists.save(replace(robin, name="Robin Mockford-Lee"))
    assert own_sealer(desk).certificate != first.certificate
    with desk.store.reading() as charts:
        assert charts.seals.knows(x509.load_der_x509_certificate(first.certificate).fingerprint(SHA256()).hex())


def test_the_private_key_is_nowhere_in_the_open(desk: Desk) -> None:
    sealer = own_sealer(desk)

    with desk.store.reading() as charts:
        kept = charts.seals.of(desk.therapist_id, "Robin Mockford, LMT")
    assert kept is not None
    assert sealer.secret[-32:] not in kept[1]
    assert "secret" not in repr(sealer)


def test_other_charts_call_it_intact_but_not_theirs(file: Path, tmp_path: Path, clock: HandClock) -> None:
    other = open_desk(tmp_path / "other", clock)
    try:
        checked = check_pdf(file, other)
    finally:
        other.close()

    assert checked.verdict is Verdict.INTACT
    assert checked.ours is False
    assert checked.record is None
    assert checked.stamp


def test_one_changed_byte_is_found_wherever_it_is(file: Path) -> None:
    data = file.read_bytes()
    gap = data.index(b"/Contents <") + len(b"/Contents ")
    places = {
        *(0, 1, 5, 9, len(data) // 2, len(data) - 1, len(data) - 3, gap, gap + 1, gap + 40, gap + 400, gap + 2000),
        *(data.rindex(word) + 1 for word in (b"/ByteRange", b"/ETSI", b"startxref", b"trailer", b"/Sig", b"/Root")),
        *range(7, len(data), len(data) // 60),
    }

    for place in sorted(places):
        for change in (0x01, 0x20):
            damaged = bytearray(data)
            damaged[place] ^= change
            assert read_seal(bytes(damaged)).state is SealState.ALTERED, (place, change)


def test_what_is_added_or_cut_off_is_found(file: Path) -> None:
    data = file.read_bytes()

    for changed in (
        data + b"\n",
        data + b"\n% more\n",
        data[:-1],
        data[: len(data) // 2] + data[len(data) // 2 + 1 :],
    ):
        assert read_seal(changed).state is SealState.ALTERED


def test_a_document_without_a_seal_and_what_is_no_document_are_unknown(
    desk: Desk, plain: bytes, tmp_path: Path
) -> None:
    unsealed, text = tmp_path / "plain.pdf", tmp_path / "letter.pdf"
    unsealed.write_bytes(plain)
    text.write_text("a letter", encoding="utf-8")

    assert check_pdf(unsealed, desk).finding.state is SealState.UNSEALED
    assert check_pdf(unsealed, desk).verdict is Verdict.UNKNOWN
    assert check_pdf(unsealed, desk).record is not None
    assert check_pdf(text).finding.state is SealState.NO_PDF
    with pytest.raises(CheckUnreadableError):
        check_pdf(tmp_path / "nowhere.pdf")


@pytest.mark.skipif(shutil.which("pdfsig") is None, reason="pdfsig of poppler-utils is not installed")
def test_another_program_agrees(file: Path) -> None:
    def says() -> str:
        return subprocess.run(["pdfsig", "-nocert", file], capture_output=True, text=True, check=False).stdout

    intact = says()
    assert "Signature is Valid." in intact
    assert "Total document signed" in intact
    assert "Robin Mockford, LMT" in intact
    assert "ETSI.CAdES.detached" in intact

    data = bytearray(file.read_bytes())
    data[len(data) // 3] ^= 1
    file.write_bytes(data)
    assert "Signature is Valid." not in says()


def own_certificate(
    path: Path,
    *,
    days: int = 365,
    bits: int = 2048,
    kind: x509.ObjectIdentifier | None = NameOID.COMMON_NAME,
    usage: x509.KeyUsage | None = None,
) -> Path:
    key = rsa.generate_private_key(65537, bits)
    name = x509.Name([x509.NameAttribute(kind, "Robin of the Registry")] if kind else [])
    builder = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(NOON - timedelta(days=400))
        .not_valid_after(NOON + timedelta(days=days))
    )
    certificate = (builder.add_extension(usage, critical=True) if usage else builder).sign(key, SHA256())
    locked = BestAvailableEncryption(OWN_PASSWORD.encode())
    path.write_bytes(pkcs12.serialize_key_and_certificates(b"mine", key, certificate, None, locked))
    return path


def test_ones_own_certificate_seals_and_is_named(desk: Desk, plain: bytes, tmp_path: Path) -> None:
    sealer = sealer_from_file(own_certificate(tmp_path / "mine.p12"), OWN_PASSWORD, NOON)
    path = tmp_path / "sealed.pdf"
    path.write_bytes(sealed(plain, sealer))

    checked = check_pdf(path, desk)

    assert checked.verdict is Verdict.INTACT
    assert checked.ours is False
    assert checked.finding.signer == "Robin of the Registry"
    assert checked.record is not None


@pytest.mark.parametrize(
    ("kind", "signer"),
    [(NameOID.GIVEN_NAME, "2.5.4.42=Robin of the Registry"), (None, "a certificate without a name")],
)
def test_a_certificate_without_a_common_name_seals_all_the_same(
    plain: bytes, tmp_path: Path, kind: x509.ObjectIdentifier | None, signer: str
) -> None:
    path = own_certificate(tmp_path / "mine.p12", kind=kind)

    finding = read_seal(sealed(plain, sealer_from_file(path, OWN_PASSWORD, NOON)))

    assert finding.state is SealState.INTACT
    assert finding.signer == signer


@pytest.mark.parametrize(("signing", "refused"), [(True, False), (False, True)])
def test_a_certificate_made_for_something_else_does_not_seal(tmp_path: Path, *, signing: bool, refused: bool) -> None:
    usage = x509.KeyUsage(
        digital_signature=signing,
        content_commitment=False,
        key_encipherment=True,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    path = own_certificate(tmp_path / "mine.p12", usage=usage)

    with pytest.raises(SealPurposeError) if refused else nullcontext():
        sealer_from_file(path, OWN_PASSWORD, NOON)


def test_a_certificate_that_cannot_seal_is_refused_with_the_reason(tmp_path: Path) -> None:
    path = own_certificate(tmp_path / "mine.p12")
    with pytest.raises(SealPasswordError):
        sealer_from_file(path, "another", NOON)
    with pytest.raises(SealPasswordError):
        sealer_from_file(path, "", NOON)
    with pytest.raises(SealExpiredError):
        sealer_from_file(own_certificate(tmp_path / "old.p12", days=-1), OWN_PASSWORD, NOON)
    with pytest.raises(SealFileError):
        sealer_from_file(tmp_path / "nowhere.p12", OWN_PASSWORD, NOON)
    with pytest.raises(SealWeakError, match="an RSA key needs 2048 bits"):
        sealer_from_file(own_certificate(tmp_path / "short.p12", bits=1024), OWN_PASSWORD, NOON)
    path.write_bytes(b"not a certificate")
    with pytest.raises(SealFileError):
        sealer_from_file(path, OWN_PASSWORD, NOON)


def test_the_command_line_says_it_in_words(
    file: Path, plain: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", str(file)]) == 0
    assert capsys.readouterr().out.startswith("Intact: sealed.pdf is as it was sealed")

    damaged = bytearray(file.read_bytes())
    damaged[damaged.index(b"/ETSI") + 2] ^= 1  # at which the library that reads seals writes a warning
    changed, unsealed = tmp_path / "changed.pdf", tmp_path / "plain.pdf"
    changed.write_bytes(damaged)
    unsealed.write_bytes(plain)
    assert main(["verify", str(file), str(changed)]) == 1
    written = capsys.readouterr()
    assert "Altered: changed.pdf" in written.out
    assert not written.err
    assert main(["verify", str(unsealed)]) == 3
    assert capsys.readouterr().out.startswith("Unknown: plain.pdf has no seal")
    assert main(["verify", str(tmp_path / "nowhere.pdf")]) == 2
    assert "cannot be read" in capsys.readouterr().err


def test_a_sealer_keeps_its_secret_out_of_sight() -> None:
    assert "hidden" not in repr(Sealer(b"shown", b"hidden"))
