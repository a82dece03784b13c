"""Times that are no whole seconds since 1970: other units, fractions, texts (RFC 7519 2)."""

import re
from collections.abc import Iterator
from decimal import Decimal

from jwtdesk.analysis.calendar import absolute
from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.lint import Lint, Subject
from jwtdesk.analysis.member_place import in_payload
from jwtdesk.analysis.quoted import said
from jwtdesk.analysis.time import Unit, moment, unit_of
from jwtdesk.jose.jsontext import Number, Value
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.words import tr

# What verifiers act on; the others only inform, and big issuers write some of them as texts.
CHECKED = ("exp", "nbf", "iat")
INFORMING = ("auth_time", "updated_at", "toe", "rat")
ISO = re.compile(r"\d{4}-\d\d-\d\d")


def _other_unit(subject: Subject) -> Iterator[Finding]:
    for name, seconds in _moments(subject):
        unit = unit_of(seconds)
        if unit is not Unit.SECONDS:
            yield Finding(
                "ms-timestamp",
                Severity.ERROR if name in CHECKED else Severity.INFO,
                tr("“{name}” does not count seconds", name=name),
                tr(
                    "As {unit} it means {meant}; verifiers read seconds and get {literal}. "
                    "Divide it by {factor}.",
                    unit=unit.name.lower(),
                    meant=absolute(seconds / unit.value),
                    literal=absolute(seconds),
                    factor=f"{unit.value:,}",
                ),
                "RFC 7519 section 2",
                f"payload.{name}",
                in_payload(subject, name),
            )


def _moments(subject: Subject) -> Iterator[tuple[str, Decimal]]:
    for name in (*CHECKED, *INFORMING):
        seconds = moment((subject.claims or {}).get(name))
        if seconds is not None:
            yield name, seconds


def _fraction(subject: Subject) -> Iterator[Finding]:
    for name in (*CHECKED, *INFORMING):
        value = (subject.claims or {}).get(name)
        if isinstance(value, Number) and not value.text.lstrip("-").isdigit():
            yield Finding(
                "float-time",
                Severity.WARNING if name in CHECKED else Severity.INFO,
                tr("“{name}” is not a whole number", name=name),
                tr(
                    "{value} is allowed, but readers that expect whole seconds refuse it or round "
                    "it, each its own way. Write whole seconds.",
                    value=said(value),
                ),
                "RFC 7519 section 2",
                f"payload.{name}",
                in_payload(subject, name),
            )


def _no_number(subject: Subject) -> Iterator[Finding]:
    claims = subject.claims or {}
    for name in (*CHECKED, *INFORMING):
        if name in claims and not isinstance(claims[name], Number):
            yield Finding(
                "time-not-number",
                Severity.ERROR if name in CHECKED else Severity.INFO,
                tr("“{name}” is not a number", name=name),
                _why(claims[name]),
                "RFC 7519 section 2",
                f"payload.{name}",
                in_payload(subject, name),
            )


def _why(value: Value) -> str:
    if isinstance(value, str) and ISO.match(value):
        return tr(
            "{value} is a date in words; times in tokens are seconds since 1970, as a number. "
            "Libraries refuse this or ignore it.",
            value=said(value),
        )
    if isinstance(value, str) and value.strip().isdigit():
        return tr(
            "{value} is a text because of its quotation marks; times are numbers. Libraries "
            "refuse this or ignore it. Take the quotation marks away.",
            value=said(value),
        )
    return tr(
        "Times in tokens are seconds since 1970, as a number. Libraries refuse this value or "
        "ignore it, and then the token never expires."
    )


LINT = (
    Lint("ms-timestamp", 500, _other_unit),
    Lint("time-not-number", 501, _no_number),
    Lint("float-time", 502, _fraction),
)
