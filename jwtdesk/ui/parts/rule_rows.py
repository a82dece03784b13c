"""The fields of the rules below each other: a claim's name, and what is expected of it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from jwtdesk.analysis.rules import Rules
from jwtdesk.jose.words import tr
from jwtdesk.model.rule_outcomes import Outcome
from jwtdesk.ui.parts.rule_field import LengthField, ListField, RuleField
from jwtdesk.ui.widgets.plain_label import PlainLabel

_GAP = 6


class RuleRows(QWidget):
    """Some fields of the rules; `edited` carries the rules with one of them changed."""

    edited = Signal(object)

    def __init__(self, rows: tuple[tuple[str, str, RuleField], ...]) -> None:
        """Take rows of the field of `Rules`, the words before it, and the widget."""
        super().__init__()
        self._rules = Rules()
        self.fields = {name: field for name, _words, field in rows}
        self._labels: dict[str, PlainLabel] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(_GAP)
        grid.setColumnStretch(1, 1)
        for line, (name, words, field) in enumerate(rows):
            label = PlainLabel(words, type="smallmono", tone="json_key")
            label.setBuddy(field)
            self._labels[name] = label
            grid.addWidget(label, line, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(field, line, 1)
            field.edited.connect(self._teller(name))

    def show_rules(self, rules: Rules, outcomes: dict[str, Outcome], *, proven: bool) -> None:
        """Show `rules`, and how each fares."""
        self._rules = rules
        for name, field in self.fields.items():
            field.show_value(getattr(rules, name))
            field.show_outcome(outcomes.get(name), proven=proven)

    def show_row(self, name: str, *, on: bool) -> None:
        """Show or hide one row."""
        self._labels[name].setVisible(on)
        self.fields[name].setVisible(on)

    def _teller(self, name: str) -> Callable[[object], None]:
        def tell(value: Any) -> None:
            self.edited.emit(replace(self._rules, **{name: value}))

        return tell


def usual_rows() -> RuleRows:
    """Return the fields that nearly every service needs."""
    return RuleRows(
        (
            (
                "issuers",
                "iss",
                ListField(
                    "rulesIssuer",
                    tr("Expected issuer"),
                    tr("any issuer"),
                    tr("“iss” must be one of these; several stand with commas between them"),
                ),
            ),
            (
                "audiences",
                "aud",
                ListField(
                    "rulesAudience",
                    tr("Expected audience"),
                    tr("any audience"),
                    tr("“aud” must name one of these; several stand with commas between them"),
                ),
            ),
            ("leeway", tr("leeway"), leeway_field("rulesLeeway")),
        )
    )


def leeway_field(handle: str) -> LengthField:
    """Return a field for how far clocks may differ."""
    return LengthField(
        handle,
        tr("Leeway"),
        tr("no leeway"),
        tr("How far clocks may differ: “exp”, “nbf” and “iat” are judged this much milder"),
        none=0,
    )


def further_rows() -> RuleRows:
    """Return the fields that fewer services need."""
    return RuleRows((*_texts(), *_lengths()))


def _texts() -> tuple[tuple[str, str, RuleField], ...]:
    return (
        (
            "subject",
            "sub",
            RuleField(
                "rulesSubject",
                tr("Expected subject"),
                tr("any subject"),
                tr("“sub” must be exactly this"),
            ),
        ),
        (
            "type",
            "typ",
            RuleField(
                "rulesType",
                tr("Expected type"),
                tr("any type"),
                tr("“typ” in the header must be this media type, such as at+jwt"),
            ),
        ),
        (
            "nonce",
            "nonce",
            RuleField(
                "rulesNonce",
                tr("Expected nonce"),
                tr("any nonce"),
                tr("“nonce” must be exactly what the request sent"),
            ),
        ),
    )


def _lengths() -> tuple[tuple[str, str, RuleField], ...]:
    return (
        (
            "max_age",
            tr("age"),
            LengthField(
                "rulesMaxAge",
                tr("Greatest age"),
                tr("any age"),
                tr("At most so long since “auth_time”, or else since “iat”"),
            ),
        ),
        (
            "max_lifetime",
            tr("life"),
            LengthField(
                "rulesMaxLifetime",
                tr("Longest lifetime"),
                tr("any lifetime"),
                tr("At most so long from “iat” to “exp”"),
            ),
        ),
    )


def binding_rows() -> RuleRows:
    """Return the fields for the key binding of an SD-JWT (RFC 9901 section 7.3)."""
    return RuleRows(_binding())


def _binding() -> tuple[tuple[str, str, RuleField], ...]:
    return (
        (
            "kb_aud",
            "kb aud",
            RuleField(
                "rulesKeyBindingAudience",
                tr("Expected audience of the key binding"),
                tr("any verifier"),
                tr("“aud” of the key binding token must be exactly this"),
            ),
        ),
        (
            "kb_nonce",
            "kb nonce",
            RuleField(
                "rulesKeyBindingNonce",
                tr("Expected nonce of the key binding"),
                tr("any nonce"),
                tr("“nonce” of the key binding token must be exactly this"),
            ),
        ),
    )
