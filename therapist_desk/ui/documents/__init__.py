"""The documents of a client's visits: look at them as they will print, print them, save them."""

from __future__ import annotations

from therapist_desk.ui.documents.tab import DocumentsTab

__all__ = ["DocumentsTab"]
