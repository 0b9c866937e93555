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
SOURCES = sorted(PACKAGE.rglob("*.py"))


def _name(path: Path) -> str:
    return path.relative_to(PACKAGE.parent).as_posix()


def _imported(tree: ast.AST) -> Iterator[str]:
    """Every module and every name that the source imports, wherever it does."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            for alias in node.names:
                yield from (alias.name, f"{node.module}.{alias.name}")


def _thread_makers(source: str) -> set[str]:
    tree = ast.parse(source)
    reached = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    return (set(_imported(tree)) | reached) & THREAD_MAKERS


def _lambdas_in_connect(source: str) -> list[int]:
    """Lines where a lambda, or a partial around one, is given to a `connect` call."""
    return [
        inner.lineno
        for call in ast.walk(ast.parse(source))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "connect"
        for argument in [*call.args, *(keyword.value for keyword in call.keywords)]
        for inner in ast.walk(argument)
        if isinstance(inner, ast.Lambda)
    ]


@pytest.mark.parametrize("path", [path for path in SOURCES if path != THREAD_OWNER], ids=_name)
def test_only_the_jobs_module_starts_threads(path: Path) -> None:
    found = _thread_makers(path.read_text(encoding="utf-8"))

    assert not found, f"{_name(path)} reaches {sorted(found)}; hand the work to ui/jobs.py"


@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_no_lambda_is_connected_to_a_signal(path: Path) -> None:
    lines = _lambdas_in_connect(path.read_text(encoding="utf-8"))

    assert not lines, f"{_name(path)}: lines {lines}; a lambda keeps the dialog alive, connect a bound method"


@pytest.mark.parametrize("path", sorted((PACKAGE / "domain").rglob("*.py")), ids=_name)
def test_the_domain_imports_the_standard_library_and_itself_only(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    modules = {
        name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""])
    }

    strangers = {
        module
        for module in modules
        if module.partition(".")[0] not in sys.stdlib_module_names
        and module != "therapist_desk.domain"
        and not module.startswith("therapist_desk.domain.")
    }

    assert not strangers


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
    assert _thread_makers(source)


@pytest.mark.parametrize(
    "source",
    [
        "button.clicked.connect(lambda: self.close())",
        "button.clicked.connect(partial(run, lambda: 1))",
        "button.clicked.connect(slot=lambda: 1)",
    ],
)
def test_the_connect_rule_sees_a_lambda_wherever_it_hides(source: str) -> None:
    assert _lambdas_in_connect(source) == [1]
