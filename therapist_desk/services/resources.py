"""Files that come with the program."""

from __future__ import annotations

from therapist_desk.domain.errors import ExpectedError


class ResourceDamagedError(ExpectedError):
    """A file that came with the program is missing or altered."""

    code = "resource_damaged"
    sentence = "The file {file} that came with Therapist Desk is damaged. Install Therapist Desk again."
