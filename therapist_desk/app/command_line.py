"""What the words after the program's name ask for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from therapist_desk.domain.errors import ExpectedError


class BadUseError(ExpectedError):
    """A command line that can't be followed; `reason` names the words."""

    code = "bad_use"
    sentence = "{reason}; see therapist-desk --help."


@dataclass(frozen=True, slots=True)
class Open:
    """Open the windows on a store, or on the usual one."""

    store: Path | None = None


@dataclass(frozen=True, slots=True)
class Demo:
    """Open the windows on sample clients, or write their documents and pictures to `out`."""

    out: Path | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """Say which version this is."""


@dataclass(frozen=True, slots=True)
class Verify:
    """Say whether these PDFs are as they were sealed."""

    files: tuple[Path, ...]


Command = Open | Demo | Version | Verify


def read_command(arguments: Sequence[str]) -> Command:
    """Read the command; `--help` prints it and ends the process, as usual.

    Raises:
        BadUseError: the words make no command.
    """
    import argparse  # noqa: PLC0415 - the usual start does without

    class Parser(argparse.ArgumentParser):
        def error(self, message: str) -> NoReturn:
            raise BadUseError(reason=message)

    parser = Parser(prog="therapist-desk", description="Charting for medical massage therapists.", allow_abbrev=False)
    parser.add_argument("--version", action="store_true", help="say which version this is")
    parser.add_argument("--store", type=Path, metavar="DIR", help="the folder of the charts")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    demo = commands.add_parser("demo", help="open sample clients", allow_abbrev=False)
    demo.add_argument("--out", type=Path, metavar="DIR", help="write documents and pictures there instead")
    verify = commands.add_parser("verify", help="say whether a PDF is as it was sealed", allow_abbrev=False)
    verify.add_argument("files", type=Path, nargs="+", metavar="FILE.pdf", help="the PDF to check")
    read = parser.parse_args(arguments)
    if read.version:
        return Version()
    if read.command == "verify":
        if read.store is not None:
            raise BadUseError(reason="verify opens no charts and takes no --store")
        return Verify(tuple(read.files))
    if read.command == "demo":
        if read.store is not None:
            raise BadUseError(reason="demo makes a store of its own and takes no --store")
        return Demo(read.out)
    return Open(read.store)
