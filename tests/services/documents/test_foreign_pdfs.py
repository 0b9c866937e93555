"""PDFs that come back in another state than they went out, or come from elsewhere: what is said of each."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import pytest
from asn1crypto.keys import PrivateKeyInfo
from asn1crypto.x509 import Certificate
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner, sign_pdf
from pyhanko_certvalidator.registry import SimpleCertificateStore

from desks import NOON, PASSPHRASE
from reports import samples
from services.documents.test_sealing import OWN_PASSWORD, own_certificate
from therapist_desk.domain.visit import Visit
from therapist_desk.services.desk import Desk
from therapist_desk.services.documents.drawing import make_document
from therapist_desk.services.documents.kinds import DocumentKind, PaperSize
from therapist_desk.services.documents.seal_check import CheckedPdf, Verdict, check_pdf, in_words
from therapist_desk.services.documents.sealing import own_sealer, sealed, sealer_from_file
from therapist_desk.services.documents.sources import read_source
from therapist_desk.services.signing import sign_visit


@pytest.fixture
def plain(desk: Desk, visit: Visit) -> bytes:
    sign_visit(desk, visit.id, PASSPHRASE, override_reason="a test")
    return make_document(read_source(desk, visit.id), DocumentKind.PHYSICIAN, PaperSize.LETTER, samples.atlas())


@pytest.fixture
def others(tmp_path: Path) -> SimpleSigner:
    """Somebody who signs PDFs with another program."""
    sealer = sealer_from_file(own_certificate(tmp_path / "theirs.p12"), OWN_PASSWORD, NOON)
    return SimpleSigner(
        signing_cert=Certificate.load(sealer.certificate),
        signing_key=PrivateKeyInfo.load(sealer.secret),
        cert_registry=SimpleCertificateStore(),
    )


def told(data: bytes, tmp_path: Path, desk: Desk | None = None) -> CheckedPdf:
    path = tmp_path / "came-back.pdf"
    path.write_bytes(data)
    return check_pdf(path, desk)


def signed_by(others: SimpleSigner, data: bytes, field: str) -> bytes:
    out = io.BytesIO()
    sign_pdf(IncrementalPdfFileWriter(io.BytesIO(data)), PdfSignatureMetadata(field_name=field), others, output=out)
    return out.getvalue()


def with_a_revision(data: bytes) -> bytes:
    """Change the first page in a later part of the file, as programs that edit PDFs do."""
    writer = IncrementalPdfFileWriter(io.BytesIO(data), strict=False)
    page = writer.root["/Pages"]["/Kids"][0]
    page["/Rotate"] = generic.NumberObject(180)  # type: ignore[no-untyped-call]  # as pyHanko has it
    writer.update_container(page)
    out = io.BytesIO()
    writer.write(out)  # type: ignore[no-untyped-call]  # as pyHanko has it
    return out.getvalue()


def test_a_revision_added_after_the_seal_is_an_alteration(desk: Desk, plain: bytes, tmp_path: Path) -> None:
    changed = with_a_revision(sealed(plain, own_sealer(desk)))

    checked = told(changed, tmp_path, desk)

    assert checked.verdict is Verdict.ALTERED
    assert in_words(checked)[0].startswith("Altered: came-back.pdf was changed after it was sealed")


def test_the_signature_of_somebody_else_is_named_as_such(
    desk: Desk, plain: bytes, others: SimpleSigner, tmp_path: Path
) -> None:
    checked = told(signed_by(others, plain, "Theirs"), tmp_path, desk)

    assert checked.verdict is Verdict.INTACT
    assert checked.ours is False
    assert checked.finding.signer == "Robin of the Registry"


def test_two_signatures_hold_where_nothing_but_the_second_was_added(
    plain: bytes, others: SimpleSigner, tmp_path: Path
) -> None:
    twice = signed_by(others, signed_by(others, plain, "First"), "Second")

    assert told(twice, tmp_path).verdict is Verdict.INTACT


def test_a_change_between_two_signatures_is_an_alteration(plain: bytes, others: SimpleSigner, tmp_path: Path) -> None:
    changed = signed_by(others, with_a_revision(signed_by(others, plain, "First")), "Second")

    assert told(changed, tmp_path).verdict is Verdict.ALTERED


def test_our_seal_allows_no_second_signature(
    desk: Desk, plain: bytes, others: SimpleSigner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given a program that signs all the same
    others_program = PdfSigner(PdfSignatureMetadata(field_name="Second"), others)
    monkeypatch.setattr(others_program, "_enforce_certification_constraints", _allow)
    out = io.BytesIO()

    others_program.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(sealed(plain, own_sealer(desk)))), output=out)

    assert told(out.getvalue(), tmp_path, desk).verdict is Verdict.ALTERED


def test_a_document_cut_short_is_not_taken_for_a_whole_one(desk: Desk, plain: bytes, tmp_path: Path) -> None:
    data = sealed(plain, own_sealer(desk))

    verdicts = {told(data[: len(data) * part // 10], tmp_path).verdict for part in range(1, 10)}

    assert Verdict.INTACT not in verdicts


def test_a_document_behind_a_password_says_so(desk: Desk, plain: bytes, tmp_path: Path) -> None:
    unsealed = told(locked(plain), tmp_path)
    sealed_before = told(locked(sealed(plain, own_sealer(desk))), tmp_path)

    assert {unsealed.verdict, sealed_before.verdict} == {Verdict.UNKNOWN}
    assert in_words(unsealed)[0] == (
        "Unknown: came-back.pdf is locked with a password. Save it without one in the program that opens it, "
        "then check that."
    )
    assert in_words(sealed_before)[0] == in_words(unsealed)[0]


def test_a_document_that_only_its_owner_may_edit_is_not_taken_for_a_sealed_one(plain: bytes, tmp_path: Path) -> None:
    writer = copy_into_new_writer(PdfFileReader(io.BytesIO(plain)))
    writer.encrypt("secret", "")  # type: ignore[no-untyped-call]  # as pyHanko has it
    out = io.BytesIO()
    writer.write(out)  # type: ignore[no-untyped-call]  # as pyHanko has it

    checked = told(out.getvalue(), tmp_path)

    assert b"/ByteRange" in out.getvalue()
    assert in_words(checked)[0] == "Unknown: came-back.pdf has no seal, so nobody can tell whether it was changed."


@pytest.mark.skipif(shutil.which("pdfsig") is None, reason="pdfsig of poppler-utils is not installed")
def test_another_program_agrees_on_revisions_and_second_signatures(
    plain: bytes, others: SimpleSigner, tmp_path: Path
) -> None:
    def says(data: bytes) -> str:
        path = tmp_path / "came-back.pdf"
        path.write_bytes(data)
        return subprocess.run(["pdfsig", "-nocert", path], capture_output=True, text=True, check=False).stdout

    once = signed_by(others, plain, "First")
    twice = says(signed_by(others, once, "Second"))
    assert twice.count("Signature is Valid.") == 2
    assert "Total document signed" in twice
    assert "Total document signed" not in says(with_a_revision(once))


def _allow(_reader: PdfFileReader) -> None:
    """Ask nothing of what was signed before."""


def locked(data: bytes) -> bytes:
    writer = copy_into_new_writer(PdfFileReader(io.BytesIO(data)))
    writer.encrypt("secret")  # type: ignore[no-untyped-call]  # as pyHanko has it
    out = io.BytesIO()
    writer.write(out)  # type: ignore[no-untyped-call]  # as pyHanko has it
    return out.getvalue()
