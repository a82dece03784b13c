"""Tooltips that cannot be made to render markup, because Qt's own would open files it names."""

from html import escape

from PySide6.QtWidgets import QWidget


def tip_markup(text: str) -> str:
    """Return `text` as a tooltip that wraps and shows every character as itself; empty stays empty.

    For `QAction.setToolTip` and item models; widgets use `set_tip`.
    """
    if not text:
        return ""
    return f'<p style="white-space:pre-wrap; margin:0">{escape(text)}</p>'


def set_tip(widget: QWidget, text: str) -> None:
    """Show `text` when the pointer rests on `widget`, and tell it to screen readers."""
    widget.setToolTip(tip_markup(text))
    widget.setAccessibleDescription(text)
