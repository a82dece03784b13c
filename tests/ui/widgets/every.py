"""Every small widget, made with a text of one's choosing: for claims about all of them."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jwtdesk.ui.widgets.badge import Badge
from jwtdesk.ui.widgets.banner import Banner
from jwtdesk.ui.widgets.button import Button
from jwtdesk.ui.widgets.card import Card
from jwtdesk.ui.widgets.copy_button import CopyButton
from jwtdesk.ui.widgets.empty_state import EmptyState
from jwtdesk.ui.widgets.icon_button import IconButton
from jwtdesk.ui.widgets.invisibles import Invisibles
from jwtdesk.ui.widgets.lamp import Lamp
from jwtdesk.ui.widgets.live_time import LiveTime
from jwtdesk.ui.widgets.pill_row import PillRow
from jwtdesk.ui.widgets.plain_label import PlainLabel
from jwtdesk.ui.widgets.progress_line import ProgressLine
from jwtdesk.ui.widgets.provenance_badge import ProvenanceBadge
from jwtdesk.ui.widgets.reference_link import ReferenceLink
from jwtdesk.ui.widgets.secret_field import SecretField
from jwtdesk.ui.widgets.segment_counter import SegmentCounter
from jwtdesk.ui.widgets.segmented import Segmented
from jwtdesk.ui.widgets.switch import Switch
from jwtdesk.ui.widgets.toast import Toast


def banner(text: str) -> Banner:
    """Return a banner that says `text` everywhere."""
    made = Banner()
    made.show_verdict("bad", text, text)
    for lamp in (made.structure, made.signature, made.time, made.policy):
        lamp.show_lamp("bad", text, text)
    return made


def card(text: str) -> Card:
    """Return a card with `text` in every part."""
    made = Card(text, "key")
    made.add_badge(Badge(text, "warn"))
    made.add_action(IconButton("copy", text))
    made.set_body(PlainLabel(text, wrap=True), sunken=True)
    made.set_foot(PlainLabel(text))
    return made


def empty_state(text: str) -> EmptyState:
    """Return an empty state with `text` everywhere."""
    made = EmptyState("token", text, text)
    made.add_button(text, "primary", "paste")
    return made


def lamp(text: str) -> Lamp:
    """Return a lamp that says `text`."""
    made = Lamp(text)
    made.show_lamp("warn", text, text)
    return made


def live_time(text: str) -> LiveTime:
    """Return a time told as `text`."""
    made = LiveTime(lambda _left: text)
    made.set_moment(10, 5)
    return made


def pill_row(text: str) -> PillRow:
    """Return two pills, one of them `text` and on."""
    made = PillRow(text)
    made.show_pills((text, "other"), (text,))
    return made


def progress_line(text: str) -> ProgressLine:
    """Return a progress line that says `text`."""
    made = ProgressLine()
    made.begin(text, 10)
    return made


def provenance(text: str) -> ProvenanceBadge:
    """Return the badge of a token signed with the key `text`."""
    made = ProvenanceBadge()
    made.show_provenance("signed", text)
    return made


def invisibles(text: str) -> Invisibles:
    """Return the marks for the secret `text` and a line end."""
    made = Invisibles()
    made.show_secret(f"{text}\n", masked=False)
    return made


def counter(text: str) -> SegmentCounter:
    """Return a counter for a part called `text`."""
    made = SegmentCounter(text, "header")
    made.show_count(71)
    return made


def toast(text: str) -> QWidget:
    """Return a window with a notice that says `text`."""
    window = QWidget()
    window.resize(900, 300)
    QVBoxLayout(window)
    Toast(window).say(text, action=text, seconds=0)
    return window


EVERY: dict[str, Callable[[str], QWidget]] = {
    "badge": lambda text: Badge(text, "ok"),
    "banner": banner,
    "button": lambda text: Button(text, "primary", "copy"),
    "card": card,
    "copy_button": lambda text: CopyButton(text, lambda: text, caption=text),
    "empty_state": empty_state,
    "icon_button": lambda text: IconButton("copy", text, caption=text),
    "invisibles": invisibles,
    "lamp": lamp,
    "live_time": live_time,
    "pill_row": pill_row,
    "plain_label": lambda text: PlainLabel(text, elide=True),
    "plain_label_wrapped": lambda text: PlainLabel(text, wrap=True, selectable=True),
    "progress_line": progress_line,
    "provenance_badge": provenance,
    "reference_link": ReferenceLink,
    "secret_field": SecretField,
    "segment_counter": counter,
    "segmented": lambda text: Segmented(text, ((text, text), ("other", "Other"))),
    "switch": Switch,
    "toast": toast,
}
