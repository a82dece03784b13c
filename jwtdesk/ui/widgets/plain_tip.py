"""Tooltips that cannot be made to render markup, because Qt's own would open files it names."""

from html import escape

from PySide6.QtWidgets import QWidget

from jwtdesk.analysis.made_visible import unhidden


def tip_markup(text: str) -> str:
    """Return `text` as a tooltip that wraps and renders nothing; empty stays empty.

    Characters that hide or turn the writing are shown as their numbers.

    For `QAction.setToolTip` and item models; widgets use `set_tip`.
    """
    if not text:
        return ""
    return f'<p style="white-space:pre-wrap; margin:0">{escape(unhidden(text))}</p>'


def set_tip(widget: QWidget, text: str) -> None:
    """Show `text` when the pointer rests on `widget`, and tell it to screen readers."""
    # Qt tells everyone of a tooltip that is set, be it the same or not.
    if widget.accessibleDescription() != text or bool(widget.toolTip()) != bool(text):
        widget.setToolTip(tip_markup(text))
        widget.setAccessibleDescription(text)
