"""`python -m therapist_desk`, the same as the `therapist-desk` command."""

from __future__ import annotations

import sys

from therapist_desk.app import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
