"""Lends the desk to these tests."""

from tests.ui.desk import _desk

__all__ = ["_desk"]
