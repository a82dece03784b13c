"""Draws every small widget in both themes to PNG files, for a person to look at.

Run by hand: `QT_QPA_PLATFORM=offscreen python3 -m tests.ui.gallery FOLDER [TEXT_SCALE]`.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QRadioButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from jwtdesk.ui.fonts import code_font
from jwtdesk.ui.icons import icon
from jwtdesk.ui.style import apply_theme, set_look
from jwtdesk.ui.theme import Theme
from jwtdesk.ui.widgets.badge import Badge
from jwtdesk.ui.widgets.banner import Banner
from jwtdesk.ui.widgets.button import Button
from jwtdesk.ui.widgets.card import Card
from jwtdesk.ui.widgets.copy_button import CopyButton
from jwtdesk.ui.widgets.empty_state import EmptyState
from jwtdesk.ui.widgets.icon_button import IconButton
from jwtdesk.ui.widgets.invisibles import Invisibles
from jwtdesk.ui.widgets.live_time import LiveTime
from jwtdesk.ui.widgets.number_field import NumberField
from jwtdesk.ui.widgets.pill_row import PillRow
from jwtdesk.ui.widgets.plain_label import PlainLabel
from jwtdesk.ui.widgets.progress_line import ProgressLine
from jwtdesk.ui.widgets.provenance_badge import ProvenanceBadge
from jwtdesk.ui.widgets.secret_field import SecretField
from jwtdesk.ui.widgets.segment_counter import SegmentCounter
from jwtdesk.ui.widgets.segmented import Segmented
from jwtdesk.ui.widgets.switch import Switch
from jwtdesk.ui.widgets.toast import Toast
from tests.ui.dress import dress, shipped_theme

VERDICTS = (
    ("ok", "Signature verified, token is valid now", "ES256 with key 2026-11-signing-a", ""),
    (
        "warn",
        "Signature verified, but the token has expired",
        "Expired 12 min 34 s ago, outside the 60 s leeway",
        "hourglass",
    ),
    (
        "bad",
        "Do not trust this token: the signature does not match",
        "Header or payload was changed, or a different key signed it",
        "",
    ),
    ("unknown", "Signature not checked yet", "Give the key that this ES256 token needs", ""),
    ("pending", "Signature not checked yet", "Reading a large key", ""),
)
LAMPS = {
    "ok": ("ok", "ok", "ok", "warn"),
    "warn": ("ok", "ok", "bad", "ok"),
    "bad": ("ok", "bad", "unknown", "unknown"),
    "unknown": ("ok", "unknown", "unknown", "unknown"),
    "pending": ("ok", "pending", "ok", "unknown"),
}
WORDS = {"ok": "Well formed", "bad": "Mismatch", "warn": "Not checked", "unknown": "Unproven"}


def banners() -> QWidget:
    """Return the banner in each of its states."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    for state, headline, reason, drawing in VERDICTS:
        banner = Banner()
        banner.show_verdict(state, headline, reason, drawing)
        lamps = (banner.structure, banner.signature, banner.time, banner.policy)
        for lamp, burns in zip(lamps, LAMPS[state], strict=True):
            if burns == "pending":
                lamp.show_lamp("bad", "Mismatch")
            lamp.show_lamp(burns, WORDS.get(burns, ""), "The whole sentence.")
        column.addWidget(banner)
    return page


def token_card(scale: float) -> Card:
    """Return a card with a sunken body, actions and a foot, as the token pane has."""
    card = Card("Encoded token", "token")
    provenance = ProvenanceBadge()
    provenance.show_provenance("stale")
    card.add_badge(provenance)
    for name, words in (("paste", "Paste a token"), ("eraser", "Clear the token")):
        card.add_action(IconButton(name, words))
    card.add_action(CopyButton("Copy the token", lambda: "a.b.c"))
    editor = QPlainTextEdit("eyJhbGciOiJFUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJodHRwczovL2lkI" * 12)
    editor.setFont(code_font(scale))
    editor.document().setDocumentMargin(0)
    card.set_body(editor, sunken=True)
    foot = QWidget()
    row = QHBoxLayout(foot)
    row.setContentsMargins(14, 10, 14, 10)
    for name, tone, length in (("Header", "header", 71), ("Payload", "payload", 320)):
        counter = SegmentCounter(name, tone)
        counter.show_count(length)
        row.addWidget(counter)
        row.addStretch(1)
    signature = SegmentCounter("Signature", "signature")
    signature.show_count(86, wrong=True)
    row.addWidget(signature)
    card.set_foot(foot)
    return card


def fields_card(scale: float) -> Card:
    """Return a card with every kind of field."""
    card = Card("Key", "key")
    modes = Segmented("Kind of key", (("secret", "Secret"), ("pem", "PEM"), ("jwks", "JWKS")))
    modes.pick("jwks")
    card.add_action(modes)
    body = QWidget()
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(9)
    entry = QLineEdit("acme-jwks.json")
    entry.setFont(code_font(scale))
    wrong = QLineEdit("not a key")
    set_look(wrong, "state", "bad")
    picker = QComboBox()
    picker.addItems(["ES256", "HS256"])
    secret = SecretField("Passphrase")
    secret.setText("hunter2")
    marks = Invisibles()
    marks.show_secret("hunter2\u200b \n", masked=False)
    pills = PillRow("Accepted algorithms")
    pills.show_pills(("ES256", "ES384", "RS256", "HS256", "Ed25519"), ("ES256",))
    on = Switch("Require exp")
    on.setChecked(True)
    tick = QCheckBox("Compact")
    tick.setChecked(True)
    radio = QRadioButton("As typed")
    radio.setChecked(True)
    off = Switch("Require aud")
    for widget in (entry, wrong, picker, NumberField(), secret, marks, pills, on, off):
        column.addWidget(widget)
    column.addWidget(tick)
    column.addWidget(radio)
    column.addStretch(1)
    card.set_body(body)
    return card


def small_card() -> Card:
    """Return a card with badges, buttons, times and progress."""
    card = Card("Small parts with a title that is long", "list-check")
    card.add_badge(Badge("2 to review", "warn"))
    body = QWidget()
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    tones = ("plain", "accent", "ok", "warn", "bad", "info", "unknown")
    column.addLayout(_row(*(Badge(tone, tone) for tone in tones[:4])))
    column.addLayout(_row(*(Badge(tone, tone, mono=True) for tone in tones[4:])))
    column.addLayout(_row(Button("Re-sign", "primary", "sign"), Button("Open", icon="open")))
    column.addLayout(_row(Button("Learn more", "quiet"), Button("Delete", "danger", "trash")))
    off = Button("Not now", icon="clock")
    off.setEnabled(False)
    column.addLayout(_row(off, IconButton("paste", "Paste", caption="Paste")))
    time = LiveTime(lambda left: f"expires in {left} s")
    time.set_moment(100, 58)
    column.addLayout(_row(PlainLabel("exp", type="mono", tone="json_key"), time))
    line = ProgressLine()
    line.begin("Trying 41 of 100 readings of the secret", 100)
    line.advance(41)
    column.addWidget(line)
    tabs = QTabWidget()
    tabs.addTab(PlainLabel("Inside"), "Claims")
    tabs.addTab(PlainLabel("Other"), "Report")
    column.addWidget(tabs, 1)
    card.set_body(body)
    return card


def empty_card() -> Card:
    """Return a card with an empty state."""
    card = Card("Payload", "braces")
    card.add_badge(Badge("exp", "accent", mono=True))
    empty = EmptyState("token", "Paste a token here", "Or drop a file, or look at a sample first.")
    empty.add_button("Paste", "primary", "paste")
    empty.add_button("Show a sample", icon="sample")
    card.set_body(empty)
    return card


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row


def page(theme: Theme, scale: float) -> QWidget:
    """Return everything on one page."""
    whole = QWidget()
    set_look(whole, "page", True)
    grid = QGridLayout(whole)
    grid.setContentsMargins(16, 16, 16, 16)
    grid.setSpacing(12)
    grid.addWidget(banners(), 0, 0, 1, 3)
    grid.addWidget(token_card(scale), 1, 0)
    grid.addWidget(fields_card(scale), 1, 1, 2, 1)
    grid.addWidget(small_card(), 1, 2)
    grid.addWidget(empty_card(), 2, 0)
    grid.addWidget(Card("Menu", "more"), 2, 2)
    toast = Toast(whole)
    apply_theme(whole, theme)
    whole.resize(1280, 1180)
    toast.say("The token was copied.", "ok", action="Undo", seconds=0)
    return whole


def menu(theme: Theme, parent: QWidget) -> QMenu:
    """Return a menu with an icon, a shortcut, a mark and a disabled entry."""
    shown = QMenu(parent)
    shown.addAction(icon(theme, "open"), "Open …").setShortcut("Ctrl+O")
    shown.addAction(icon(theme, "save"), "Save as …").setEnabled(False)
    shown.addSeparator()
    compact = shown.addAction("Compact")
    compact.setCheckable(True)
    compact.setChecked(True)
    shown.addMenu("Samples").addAction("ES256")
    return shown


def main(folder: Path, scale: float) -> None:
    """Write `dark.png` and `light.png` into `folder`."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("dark", "light"):
        theme = shipped_theme(name)
        dress(application, theme, scale)
        whole = page(theme, scale)
        if scale != 1:
            whole.resize(whole.minimumSizeHint().expandedTo(whole.size()))
        whole.show()
        opened = menu(theme, whole)
        opened.popup(whole.mapToGlobal(QPoint(whole.width() - 300, whole.height() - 230)))
        application.processEvents()
        picture = whole.grab()
        opened.render(picture, QPoint(whole.width() - 300, whole.height() - 230))
        picture.save(str(folder / f"{name}.png"))
        opened.close()
        whole.close()


if __name__ == "__main__":
    QFont.insertSubstitution("Inter", "DejaVu Sans")
    main(Path(sys.argv[1]), float(sys.argv[2]) if len(sys.argv) > 2 else 1.0)
