"""A real store to break."""

from __future__ import annotations

from store.conftest import first_run, made

__all__ = ["first_run", "made"]
