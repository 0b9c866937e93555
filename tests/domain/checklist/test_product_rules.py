"""The rules that the program itself keeps: each is proven by a test, named here."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from therapist_desk.domain.checklist.table import CHECKLIST
from therapist_desk.domain.missing import Phase

TESTS = Path(__file__).parents[2]
PROVEN = {
    "ID-03": "reports/test_documents.py::test_every_page_says_whose_it_is_and_which_of_how_many",
    "T-12": "domain/session/test_minutes.py::test_talk_rest_set_up_and_techniques_without_a_number_are_left_out",
    "A-03": "domain/sentences/test_assessment.py::test_a_score_stands_against_the_last_and_the_first",
    "SG-01": "reports/test_documents.py::test_the_signer_stands_with_licence_and_time",
    "SG-03": "store/test_guards.py::test_the_database_refuses_to_update_a_signed_row",
    "AM-01": "reports/test_documents.py::test_an_addendum_stands_after_the_signature",
    "AM-02": "services/test_signing.py::test_an_addendum_corrects_without_rewriting",
    "AM-03": "services/test_signing.py::test_documents_are_drawn_from_the_signed_bytes_not_from_what_changed_since",
    "AM-04": "reports/test_documents.py::test_the_title_line_names_the_page_of_the_addenda",
    "AM-05": "services/test_signing.py::test_an_addendum_corrects_without_rewriting",
    "AU-01": "store/test_guards.py::test_nothing_is_taken_out_of_the_audit_trail",
    "AU-02": "ui/health/test_profile.py::test_how_long_the_record_is_kept_stands_with_the_details_and_its_source",
    "LG-01": "reports/test_documents.py::test_all_fonts_are_embedded",
    "LG-03": "reports/test_map_numbers.py::test_each_number_on_the_map_is_a_row_and_the_reverse",
}


def test_every_product_rule_is_proven_somewhere() -> None:
    assert PROVEN.keys() == {rule.id for rule in CHECKLIST if rule.phase is Phase.PRODUCT}


@pytest.mark.parametrize("place", sorted(set(PROVEN.values())))
def test_the_proof_is_there(place: str) -> None:
    file, _, name = place.partition("::")
    tree = ast.parse((TESTS / file).read_text(encoding="utf-8"))

    assert name in {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
