from __future__ import annotations

import gzip
import zipfile
from datetime import date
from pathlib import Path

import pytest

from therapist_desk.services.codes.diagnosis_codes import DiagnosisCodes
from therapist_desk.services.codes.files import (
    CodeFileUnnamedError,
    CodeFileUnreadableError,
    NotACodeFileError,
    OlderReleaseError,
    read_official_table,
)
from therapist_desk.services.codes.shelf import CodeShelf, KeptCodesDamagedError

RESOURCES = Path(__file__).parents[3] / "resources"


@pytest.fixture(scope="module")
def rows() -> list[tuple[str, str]]:
    """The codes as CMS prints them, without dots, and one that is new."""
    text = gzip.decompress((RESOURCES / "codes" / "icd10cm-2026-04.tsv.gz").read_bytes()).decode()
    pairs = [line.split("\t") for line in text.splitlines()]
    return [*((code.replace(".", ""), title) for code, title in pairs), ("M5499", "Pain of a later year")]


@pytest.fixture(scope="module")
def codes_text(rows: list[tuple[str, str]]) -> str:
    return "".join(f"{code:<7} {title}\r\n" for code, title in rows)


def test_the_list_of_codes_of_a_later_year_takes_the_place_of_the_bundled_one(
    tmp_path: Path, codes_text: str
) -> None:
    file = tmp_path / "icd10cm-codes-2027.txt"
    file.write_text(codes_text, encoding="utf-8")

    codes = DiagnosisCodes(RESOURCES, newer=read_official_table(file))

    assert codes.release.name == "October 2026 release"
    assert codes.lookup("M54.99", date(2026, 10, 1)).title == "Pain of a later year"
    assert codes.search("later year pain")[0].code == "M54.99"
    assert codes.search("whiplash")[0].code == "S13.4XXA"


def test_the_order_file_gives_billable_codes_by_their_long_titles(
    tmp_path: Path, rows: list[tuple[str, str]]
) -> None:
    file = tmp_path / "icd10cm-order-April-2027.txt"
    lines = [f"{number:05} {code:<7} 1 {title[:60]:<60} {title}" for number, (code, title) in enumerate(rows)]
    file.write_text("\n".join([f"00000 M54     0 {'Dorsalgia':<60} Dorsalgia", *lines]), encoding="utf-8")

    table = read_official_table(file)

    assert table.release.name == "April 2027 release"
    assert table.find("S76.311D").title.endswith("right thigh, subsequent encounter")
    assert len(table) == len(rows)


def test_the_archive_as_it_was_downloaded_will_do(tmp_path: Path, codes_text: str) -> None:
    file = tmp_path / "april-1-2027-code-descriptions-tabular-order.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("icd10cm-codes-addenda-2027.txt", "Add: M5499")
        archive.writestr("Code Descriptions/icd10cm_codes_2027.txt", codes_text)

    assert read_official_table(file).release.name == "April 2027 release"


def test_another_file_is_refused_with_the_first_line_that_does_not_fit(tmp_path: Path, codes_text: str) -> None:
    file = tmp_path / "icd10cm-codes-2027.txt"
    file.write_text(codes_text + "and then a letter", encoding="utf-8")

    with pytest.raises(NotACodeFileError) as refused:
        read_official_table(file)

    assert refused.value.values["line"] == codes_text.count("\n") + 1


@pytest.mark.parametrize(
    "content", [b"", b"A000    Cholera\n", b"\x00\xff" * 100, b"Add: M5499\n", b"PK\x03\x04 torn"]
)
def test_a_file_that_is_no_table_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "icd10cm-codes-2027.txt"
    file.write_bytes(content)

    with pytest.raises(NotACodeFileError):
        read_official_table(file)


def test_an_archive_of_something_else_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "2027.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("photo.txt", "nothing")

    with pytest.raises(NotACodeFileError):
        read_official_table(file)


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("codes.txt", CodeFileUnnamedError),
        ("icd10cm-codes-2026.txt", OlderReleaseError),
        ("icd10cm-codes-April-2025.txt", OlderReleaseError),
    ],
)
def test_the_name_must_tell_a_release_that_is_no_older(tmp_path: Path, name: str, error: type[Exception]) -> None:
    file = tmp_path / name
    file.write_text("A000    Cholera\n", encoding="utf-8")

    with pytest.raises(error):
        read_official_table(file)


def test_a_file_that_is_not_there_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(CodeFileUnreadableError):
        read_official_table(tmp_path / "icd10cm-codes-2027.txt")


def test_a_loaded_file_is_in_use_from_then_on_and_a_wrong_one_changes_nothing(tmp_path: Path) -> None:
    shelf = CodeShelf(RESOURCES, tmp_path)
    assert shelf.release.name == "April 2026 release"
    wrong = tmp_path / "icd10cm-codes-2028.txt"
    wrong.write_text("not a code at all\n", encoding="utf-8")
    with pytest.raises(NotACodeFileError):
        shelf.load(wrong)
    assert shelf.release.name == "April 2026 release"
    many = (f"{letter}{number:04d} Invented {letter} {number}\n" for letter in "ABCDEF" for number in range(10_000))
    newer = tmp_path / "icd10cm-codes-April-2027.txt"
    newer.write_text("".join(many), encoding="utf-8")

    shelf.load(newer)

    again = CodeShelf(RESOURCES, tmp_path)
    assert (again.release.name, shelf.release.name) == ("April 2027 release", "April 2027 release")
    assert again.codes().lookup("F99.99", date(2027, 5, 1)).title == "Invented F 9999"
    [copy] = (tmp_path / "codes").iterdir()
    copy.write_bytes(copy.read_bytes()[:100])
    with pytest.raises(KeptCodesDamagedError, match="Load the official file again in Settings"):
        CodeShelf(RESOURCES, tmp_path).codes()
