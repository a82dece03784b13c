"""A box to choose from whose words end in dots where there is no room for all of them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

_EDGES = 12
"""The pixels of frame and padding beside the choices."""


class ElidedBox(QComboBox):
    """Qt itself cuts the words off in the middle of a letter."""

    def showPopup(self) -> None:  # noqa: N802 - Qt's name
        """Show that there are more choices than are seen, and each of them whole."""
        view = self.view()
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        whole = view.sizeHintForColumn(0) + bar + _EDGES
        view.setMinimumWidth(max(view.minimumWidth(), whole))
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name and argument
        """Draw frame, arrow and as much of the words as fits."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        if self.currentIndex() < 0:
            option.currentText = self.placeholderText()
            faint = option.palette.placeholderText()
            option.palette.setBrush(QPalette.ColorRole.ButtonText, faint)
        part = QStyle.SubControl.SC_ComboBoxEditField
        kind = QStyle.ComplexControl.CC_ComboBox
        room = self.style().subControlRect(kind, option, part, self).width()
        words = option.currentText
        elided = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        option.currentText = elided
        painter.drawComplexControl(kind, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
