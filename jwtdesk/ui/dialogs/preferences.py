"""Colours, size of text and zone of times; every change shows at once."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QWidget

from jwtdesk.jose.words import tr
from jwtdesk.ui.dialogs.sheet import Sheet
from jwtdesk.ui.preferences import DARK, LARGEST, LIGHT, SMALLEST, SYSTEM, Preferences
from jwtdesk.ui.widgets.number_field import NumberField
from jwtdesk.ui.widgets.plain_label import PlainLabel
from jwtdesk.ui.widgets.segmented import Segmented


class PreferencesDialog(Sheet):
    """`chosen` carries the preferences after each change."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, preferences: Preferences) -> None:
        super().__init__(parent, tr("Preferences"))
        self._preferences = preferences
        themes = ((SYSTEM, tr("System")), (LIGHT, tr("Light")), (DARK, tr("Dark")))
        self.theme = Segmented(tr("Colours"), themes)
        self.theme.pick(preferences.theme)
        self.theme.picked.connect(self._themed)
        self.text_size = NumberField()
        self.text_size.setAccessibleName(tr("Size of text"))
        self.text_size.setRange(round(SMALLEST * 100), round(LARGEST * 100))
        self.text_size.setSingleStep(10)
        self.text_size.setSuffix(" %")
        self.text_size.setValue(round(preferences.scale * 100))
        self.text_size.valueChanged.connect(self._sized)
        self.zone = Segmented(tr("Times"), (("utc", tr("UTC")), ("local", tr("Local"))))
        self.zone.pick("local" if preferences.local_time else "utc")
        self.zone.picked.connect(self._zoned)
        offers = (("on", tr("Offered")), ("off", tr("Never")))
        self.fetching = Segmented(tr("Fetching key sets"), offers)
        self.fetching.pick("on" if preferences.fetching else "off")
        self.fetching.picked.connect(self._fetched)
        form = QFormLayout()
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(12)
        form.addRow(PlainLabel(tr("Colours"), type="base"), self.theme)
        form.addRow(PlainLabel(tr("Size of text"), type="base"), self.text_size)
        form.addRow(PlainLabel(tr("Times"), type="base"), self.zone)
        form.addRow(PlainLabel(tr("Fetching key sets"), type="base"), self.fetching)
        self.rows.addLayout(form)
        self.add_close()

    def _themed(self, name: str) -> None:
        self._say(replace(self._preferences, theme=name))

    def _sized(self, percent: int) -> None:
        self._say(replace(self._preferences, scale=percent / 100))

    def _zoned(self, name: str) -> None:
        self._say(replace(self._preferences, local_time=name == "local"))

    def _fetched(self, name: str) -> None:
        self._say(replace(self._preferences, fetching=name == "on"))

    def _say(self, preferences: Preferences) -> None:
        self._preferences = preferences
        self.chosen.emit(preferences)
