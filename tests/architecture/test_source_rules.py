"""Rules about the source that no linter knows: who may start threads, what a signal may be connected to."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "therapist_desk"
THREAD_OWNER = PACKAGE / "ui" / "jobs.py"
THREAD_MAKERS = {
    "threading",
    "_thread",
    "concurrent.futures",
    "multiprocessing",
    "QThread",
    "QThreadPool",
    "QRunnable",
    "QtConcurrent",
}
OWN = "therapist_desk.domain"


@pytest.fixture(scope="module")
def sources() -> dict[Path, ast.Module]:
    """Every module of the package as Python reads it."""
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(PACKAGE.rglob("*.py"))}


def _imported(tree: ast.AST) -> Iterator[str]:
    """Every module and every name that the source imports, wherever it does."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            for alias in node.names:
                yield from (alias.name, f"{node.module}.{alias.name}")


def _thread_makers(tree: ast.Module) -> set[str]:
    reached = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    return (set(_imported(tree)) | reached) & THREAD_MAKERS


def _lambdas_in_connect(tree: ast.Module) -> list[int]:
    """Lines where a lambda, or a partial around one, is given to a `connect` call."""
    return [
        inner.lineno
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "connect"
        for argument in [*call.args, *(keyword.value for keyword in call.keywords)]
        for inner in ast.walk(argument)
        if isinstance(inner, ast.Lambda)
    ]


def _strangers(tree: ast.Module) -> set[str]:
    """Modules that are neither of the standard library nor of the domain."""
    modules = {
        name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""])
    }
    return {
        module
        for module in modules
        if module.partition(".")[0] not in sys.stdlib_module_names and not f"{module}.".startswith(f"{OWN}.")
    }


def test_only_the_jobs_module_starts_threads(sources: dict[Path, ast.Module]) -> None:
    others = {path: _thread_makers(tree) for path, tree in sources.items() if path != THREAD_OWNER}

    assert {path: found for path, found in others.items() if found} == {}, "hand the work to ui/jobs.py"


def test_no_lambda_is_connected_to_a_signal(sources: dict[Path, ast.Module]) -> None:
    lines = {path: _lambdas_in_connect(tree) for path, tree in sources.items()}

    assert {path: found for path, found in lines.items() if found} == {}, "a lambda keeps its dialog alive"


def test_the_domain_imports_the_standard_library_and_itself_only(sources: dict[Path, ast.Module]) -> None:
    strangers = {path: _strangers(tree) for path, tree in sources.items() if PACKAGE / "domain" in path.parents}

    assert strangers
    assert {path: found for path, found in strangers.items() if found} == {}


@pytest.mark.parametrize(
    "source",
    [
        "import threading",
        "from concurrent.futures import ThreadPoolExecutor",
        "from concurrent import futures",
        "from PySide6.QtCore import QObject, QThread",
        "from PySide6 import QtCore\nQtCore.QThreadPool.globalInstance()",
        "def late():\n    from threading import Thread",
    ],
)
def test_the_thread_rule_sees_every_way_to_start_one(source: str) -> None:
    assert _thread_makers(ast.parse(source))


@pytest.mark.parametrize(
    "source",
    [
        "button.clicked.connect(lambda: self.close())",
        "button.clicked.connect(partial(run, lambda: 1))",
        "button.clicked.connect(slot=lambda: 1)",
    ],
)
def test_the_connect_rule_sees_a_lambda_wherever_it_hides(source: str) -> None:
    assert _lambdas_in_connect(ast.parse(source)) == [1]


@pytest.mark.parametrize(
    "source", ["import sqlalchemy", "from therapist_desk.store import errors", "import rfc8785.x"]
)
def test_the_domain_rule_sees_what_is_not_its_own(source: str) -> None:
    assert _strangers(ast.parse(source))


@pytest.mark.parametrize(
    "source", ["import json", "from therapist_desk.domain import mark", "from datetime import date"]
)
def test_the_domain_rule_leaves_its_own_alone(source: str) -> None:
    assert not _strangers(ast.parse(source))
