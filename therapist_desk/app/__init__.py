"""The program as a whole: start, composition, settings, log, crash handling, command line."""

from __future__ import annotations

import sys
from collections.abc import Sequence

BAD_USE = 2
"""The exit code for a command line that can't be followed."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with `argv` (by default the process's own, without the program's name); gives the exit code."""
    arguments = sys.argv[1:] if argv is None else argv
    if arguments:
        return _follow(arguments)
    from therapist_desk.app.start import start  # noqa: PLC0415 - the usual start reads no command line

    return start()


def _follow(arguments: Sequence[str]) -> int:
    from therapist_desk.app.command_line import BadUseError, Demo, Verify, Version, read_command  # noqa: PLC0415 - at need

    try:
        command = read_command(arguments)
    except BadUseError as error:
        sys.stderr.write(f"therapist-desk: {error}\n")
        return BAD_USE
    if isinstance(command, Version):
        from therapist_desk.app.version import VERSION  # noqa: PLC0415 - only for this answer

        sys.stdout.write(f"therapist-desk {VERSION}\n")
        return 0
    if isinstance(command, Verify):
        from therapist_desk.app.verify import verify  # noqa: PLC0415 - only for this answer

        return verify(command.files)
    if isinstance(command, Demo) and command.out is not None:
        from therapist_desk.app.demo import write_demo  # noqa: PLC0415 - heavy, and only for this command

        return write_demo(command.out)
    from therapist_desk.app.start import start  # noqa: PLC0415 - Qt, which the answers above do without

    return start(None if isinstance(command, Demo) else command.store, samples=isinstance(command, Demo))
