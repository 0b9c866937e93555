"""Signing a visit, and adding to one that is signed."""

from __future__ import annotations

from therapist_desk.ui.signing.addendum_dialog import AddendumDialog
from therapist_desk.ui.signing.sign_dialog import SignDialog

__all__ = ["AddendumDialog", "SignDialog"]
