from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from therapist_desk.domain.icd10.retired import NotYetCodeError, RetiredCodeError
from therapist_desk.domain.icd10.table import HeadingCodeError, UnknownCodeError
from therapist_desk.services.codes.diagnosis_codes import DiagnosisCodes
from therapist_desk.services.resources import ResourceDamagedError

RESOURCES = Path(__file__).parents[3] / "resources"
IN_RELEASE = date(2026, 5, 4)


@pytest.fixture(scope="module")
def codes() -> DiagnosisCodes:
    return DiagnosisCodes(RESOURCES)


def _first(codes: DiagnosisCodes, text: str) -> str:
    return codes.search(text)[0].code


def test_the_release_is_named(codes: DiagnosisCodes) -> None:
    assert codes.release.name == "April 2026 release"


@pytest.mark.parametrize(
    ("text", "beginning"),
    [
        ("whiplash", "S13.4XX"),
        ("sciatica", "M54.3"),
        ("TMJ", "M26.6"),
        ("neck pain", "M54.2"),
        ("frozen shoulder", "M75.0"),
        ("tennis elbow left", "M77.12"),
        ("golfers elbow", "M77.0"),
        ("plantar fasciitis", "M72.2"),
        ("carpal tunnel right", "G56.01"),
        ("tension headache", "G44.2"),
        ("Achilles tendonitis", "M76.6"),
        ("low back pain", "M54.5"),
        ("fibro", "M79.7"),
        ("migraine aura", "G43"),
        ("s13.4xxd", "S13.4XXD"),
        ("M545", "M54.50"),
        ("g43009", "G43.009"),
        ("S13.4D", "S13.4XXD"),
        ("s134xd", "S13.4XXD"),
        ("MS4.2", "M54.2"),
        ("M5O.20", "M50.20"),
        ("G56.OI", "G56.01"),
        ("whip lash", "S13.4XX"),
        ("frozen sholder", "M75.0"),
        ("pinched nerve", "M54.1"),
        ("pinched nerve neck", "M54.12"),
        ("sciatica right side", "M54.31"),
        ("L shoulder pain", "M25.512"),
        ("R knee pain", "M25.561"),
        ("leg pain", "M79.604"),
        ("carpel tunnel left", "G56.02"),
        ("plantar fascitis", "M72.2"),
        ("plantar faciitis", "M72.2"),
        ("fibromialgia", "M79.7"),
        ("knee pain chronic right", "M25.561"),
        ("low back pain with sciatica right", "M54.41"),
        ("planter fascitis", "M72.2"),
        ("LBP", "M54.50"),
        ("lumbar strain", "S39.012"),
        ("cervical strain", "S16.1"),
        ("lumbar radiculopathy", "M54.16"),
        ("RTC tear left", "M75.102"),
        ("herniated disk", "M51.26"),
        ("DDD lumbar", "M51.36"),
        ("SI joint pain", "M53.3"),
        ("arthritis of the neck", "M47.812"),
        ("OA knee left", "M17.12"),
        ("tension headache", "G44.209"),
        ("migrane", "G43.909"),
        ("migraine without aura", "G43.009"),
        ("bicep tendonitis", "M75.2"),
        ("trap strain", "S16.1"),
        ("numbness", "R20"),
        ("CRPS", "G90.5"),
        ("car accident", "V89.2"),
        ("multiple sclerosis", "G35"),
        ("anxiety", "F41.9"),
        ("post-surgical scar", "L90.5"),
    ],
)
def test_a_condition_is_found_by_what_people_call_it(codes: DiagnosisCodes, text: str, beginning: str) -> None:
    assert _first(codes, text).startswith(beginning)


def test_a_search_gives_twenty_unless_asked_for_another_number(codes: DiagnosisCodes) -> None:
    assert len(codes.search("fracture")) == 20
    assert len(codes.search("fracture", limit=5)) == 5


def test_a_code_of_the_release_is_right_for_a_date_that_it_covers(codes: DiagnosisCodes) -> None:
    checked = codes.lookup("m54.2", IN_RELEASE)

    assert (checked.code, checked.title) == ("M54.2", "Cervicalgia")


@pytest.mark.parametrize("day", [date(2026, 3, 31), date(2026, 10, 1)])
def test_outside_the_release_a_code_is_taken_that_was_never_replaced(codes: DiagnosisCodes, day: date) -> None:
    assert codes.lookup("M54.2", day).code == "M54.2"


@pytest.mark.parametrize(
    ("code", "replacements"),
    [
        ("M54.5", ["M54.50", "M54.51", "M54.59"]),
        ("R51", ["R51.0", "R51.9"]),
        ("M79.1", ["M79.10", "M79.11", "M79.12", "M79.18"]),
        ("M26.60", ["M26.601", "M26.602", "M26.603", "M26.609"]),
    ],
)
def test_a_retired_code_is_refused_with_its_replacements(
    codes: DiagnosisCodes, code: str, replacements: list[str]
) -> None:
    with pytest.raises(RetiredCodeError) as refused:
        codes.lookup(code, IN_RELEASE)

    assert [each.code for each in refused.value.replacements] == replacements
    assert ", ".join(replacements) in str(refused.value)


def test_the_date_of_service_decides_between_a_retired_code_and_its_replacement(codes: DiagnosisCodes) -> None:
    last_day, first_day = date(2021, 9, 30), date(2021, 10, 1)

    assert codes.lookup("M54.5", last_day).title == "Low back pain"
    assert codes.lookup("M54.50", first_day).code == "M54.50"
    with pytest.raises(RetiredCodeError):
        codes.lookup("M54.5", first_day)
    with pytest.raises(NotYetCodeError) as early:
        codes.lookup("M54.50", last_day)
    assert early.value.valid_then.code == "M54.5"


def test_a_heading_and_a_code_that_never_was_are_told_apart(codes: DiagnosisCodes) -> None:
    with pytest.raises(HeadingCodeError):
        codes.lookup("M54", IN_RELEASE)
    with pytest.raises(UnknownCodeError):
        codes.lookup("M54.99", IN_RELEASE)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("M54.2", "M50.20"),
        ("M54.31", "M54.41"),
        ("M54.32", "M51.16"),
        ("M54.31", "G57.01"),
        ("M54.50", "S39.012A"),
        ("M54.59", "M51.26"),
        ("M79.18", "M79.7"),
        ("R52", "F45.41"),
        ("G89.29", "F45.41"),
    ],
)
def test_codes_that_exclude_each_other_are_called_out(codes: DiagnosisCodes, one: str, other: str) -> None:
    for given in ([one, other], [other, one]):
        [conflict] = codes.conflicts(given)
        assert {conflict.code, conflict.other} == {one, other}
        assert conflict.words


def test_codes_that_go_together_are_left_alone(codes: DiagnosisCodes) -> None:
    assert codes.conflicts(["S13.4XXD", "S16.1XXD", "M54.2", "G44.209", "M25.511"]) == ()


@pytest.mark.parametrize(
    ("name", "use"),
    [
        ("icd10cm-2026-04.tsv.gz", lambda codes: codes.lookup("M54.2", IN_RELEASE)),
        ("icd10cm-2026-04-terms.tsv.gz", lambda codes: codes.search("neck")),
        ("icd10cm-2026-04-excludes1.tsv.gz", lambda codes: codes.conflicts(["M54.2", "M50.20"])),
        ("names.json", lambda codes: codes.search("neck")),
    ],
)
@pytest.mark.parametrize("damage", [b"", b"\x1f\x8b torn", None])
def test_a_damaged_file_is_named(
    tmp_path: Path, name: str, use: Callable[[DiagnosisCodes], object], damage: bytes | None
) -> None:
    shutil.copytree(RESOURCES / "codes", tmp_path / "codes")
    file = tmp_path / "codes" / name
    if damage is None:
        file.unlink()
    else:
        file.write_bytes(damage)

    with pytest.raises(ResourceDamagedError, match=name):
        use(DiagnosisCodes(tmp_path))
