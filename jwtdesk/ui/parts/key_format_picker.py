"""How the text in a key field is to be read: found out, or said by the user."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox

from jwtdesk.jose.key import KeyInput, SecretEncoding
from jwtdesk.jose.key_format import key_formats
from jwtdesk.jose.words import tr
from jwtdesk.ui.parts.elided_box import ElidedBox

AUTO, SECRET = "auto", "secret"
_ARROW = 46


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a key text: a format, and for secrets an encoding."""

    format: str
    encoding: SecretEncoding = SecretEncoding.UTF8

    def of(self, given: KeyInput) -> KeyInput:
        """Return `given`, to be read this way."""
        return replace(given, format=self.format, encoding=self.encoding)


def reading_of(given: KeyInput) -> Reading:
    """Return how `given` is to be read; an encoding means nothing but for secrets."""
    if given.format in (AUTO, SECRET):
        return Reading(given.format, given.encoding)
    return Reading(given.format)


def readings() -> tuple[tuple[str, Reading], ...]:
    """Return every way, with what a person reads: found out, secrets, then the other formats."""
    secrets = (
        (tr("Secret: text"), Reading(SECRET)),
        (tr("Secret: base64"), Reading(SECRET, SecretEncoding.BASE64)),
        (tr("Secret: base64url"), Reading(SECRET, SecretEncoding.BASE64URL)),
        (tr("Secret: hex"), Reading(SECRET, SecretEncoding.HEX)),
    )
    others = tuple((one.title, Reading(one.name)) for one in key_formats() if one.name != SECRET)
    return ((tr("Auto-detect"), Reading(AUTO)), *secrets, *others)


class KeyFormatPicker(ElidedBox):
    """Shows a `Reading`; `picked` carries one that differs from what was shown last."""

    picked = Signal(object)

    def __init__(self, object_name: str) -> None:
        super().__init__()
        self._choices = readings()
        self._shown = Reading(AUTO)
        self.setObjectName(object_name)
        self.setAccessibleName(tr("Read the key as"))
        for title, _reading in self._choices:
            self.addItem(title)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(9)
        self.setMaxVisibleItems(len(self._choices))
        self.currentIndexChanged.connect(self._changed)

    def show_reading(self, reading: Reading) -> None:
        """Show `reading`."""
        if reading == self._shown:
            return
        self._shown = reading
        ways = [one for _title, one in self._choices]
        self.setCurrentIndex(ways.index(reading) if reading in ways else 0)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for a short name beside the arrow."""
        hint = super().minimumSizeHint()
        few = self.fontMetrics().averageCharWidth() * 6 + _ARROW
        return QSize(few, hint.height())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Let a wheel turned in passing scroll the card, not change the key."""
        event.ignore()

    def _changed(self, index: int) -> None:
        reading = self._choices[index][1]
        if reading != self._shown:
            self._shown = reading
            self.picked.emit(reading)
