"""The line at the foot of the window: strictness, length, caret, path and clock."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from jwtdesk.analysis.made_visible import made_visible
from jwtdesk.analysis.verdict import State
from jwtdesk.jose.words import plural, tr
from jwtdesk.model.session import Session
from jwtdesk.ui.parts.moment import moment_text, zone_text
from jwtdesk.ui.parts.unchanged import light_of
from jwtdesk.ui.style import set_look
from jwtdesk.ui.widgets.icon_label import IconLabel
from jwtdesk.ui.widgets.lamp import ICONS
from jwtdesk.ui.widgets.plain_label import PlainLabel

HEIGHT = 28


class StatusBar(QFrame):
    """Draws what belongs to no pane."""

    def __init__(self) -> None:
        super().__init__()
        set_look(self, "bar", True)
        set_look(self, "edge", "top")
        self.setAccessibleName(tr("Status"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.icon = IconLabel("check-circle", "ok", 14)
        self.strict = PlainLabel(tone="muted", elide=True)
        self.length = PlainLabel(tone="faint")
        self.place = PlainLabel(tone="faint")
        self.path = PlainLabel(type="smallmono", tone="muted", elide=True)
        self.clock = PlainLabel(tone="faint")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(6)
        row.addWidget(self.icon)
        row.addWidget(self.strict)
        row.addSpacing(16)
        row.addWidget(self.length)
        row.addStretch(1)
        for widget in (self.place, self.path, self.clock):
            row.addSpacing(16)
            row.addWidget(widget)

    def draw(self, session: Session, *, local: bool) -> None:
        """Draw the line for `session`; times in the computer's zone when `local`."""
        words, state = _strictness(session)
        self.strict.setText(words)
        self.icon.show_icon(ICONS[state], state)
        self.icon.setVisible(bool(words))
        octets = len(session.known.token.text)
        self.length.setText(plural(octets, "{count} byte", "{count} bytes") if octets else "")
        light = light_of(session)
        here = session.caret is not None
        place = tr("Ln {line}, Col {column}", line=light.line, column=light.column)
        self.place.setText(place if here else "")
        self.path.setText(made_visible(light.path) if here else "")
        self.clock.setText(_clock(session, local=local))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return 28 pixels of height, more when the text is large."""
        hint = super().sizeHint()
        return QSize(hint.width(), max(HEIGHT, self.fontMetrics().height() + 10))


def _strictness(session: Session) -> tuple[str, str]:
    """Return in a few words how strictly well-formed the token is, and the state's name."""
    lamp = session.verdict.structure
    if session.empty or lamp.state is State.PENDING:
        return "", State.UNKNOWN.value
    if lamp.state is State.OK:
        return tr("Strict JSON, canonical base64url"), State.OK.value
    return lamp.text or lamp.short, lamp.state.value


def _clock(session: Session, *, local: bool) -> str:
    if session.as_of is not None:
        return tr("Judged as of {moment}", moment=moment_text(session.as_of, local=local))
    zone = zone_text(session.now, local=local)
    return tr("Clock: system, {zone}", zone=zone)
