"""The members of a JWK, each checked for its type and its base64url (RFC 7517, RFC 7518)."""

import re
from dataclasses import dataclass, field

from jwtdesk.jose.base64url import decode
from jwtdesk.jose.problem import Problem, Severity
from jwtdesk.jose.words import tr

# Hexadecimal or decimal: no real modulus reads so, and no real exponent either ("65537").
DIGITS = re.compile(r"(?=[A-Fa-f]*[0-9])(?:[0-9a-f]{64,}|[0-9A-F]{64,})|65537|0?10001")


class MemberFault(Exception):  # noqa: N818 - says what is wrong; never leaves the JWK reader
    """A member that is needed cannot be used; `problem` says which and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


@dataclass(slots=True)
class Members:
    """The members of one JWK being read; what is odd but readable gathers in `notes`."""

    values: dict[str, object]
    probe: bool = True
    notes: list[Problem] = field(default_factory=list)

    def has(self, name: str) -> bool:
        """Tell whether the member is there at all."""
        return name in self.values

    def text(self, name: str) -> str | None:
        """Return an optional string member; another type is noted and left out."""
        value = self.values.get(name)
        if value is None or isinstance(value, str):
            return value
        self.notes.append(
            Problem(
                "jwk-member-type",
                tr("The member {name} should be a string; it was left out.", name=name),
                severity=Severity.WARNING,
            )
        )
        return None

    def texts(self, name: str) -> tuple[str, ...] | None:
        """Return an optional array of strings; another type is noted and left out."""
        value = self.values.get(name)
        if value is None:
            return None
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            return tuple(value)
        self.notes.append(
            Problem(
                "jwk-member-type",
                tr("The member {name} should be an array of strings; it was left out.", name=name),
                severity=Severity.WARNING,
            )
        )
        return None

    def needed_text(self, name: str) -> str:
        """Return a string member that must be there; raises `MemberFault`."""
        value = self.values.get(name)
        if isinstance(value, str):
            return value
        if name in self.values:
            raise MemberFault(
                Problem("jwk-member-type", tr("The member {name} should be a string.", name=name))
            )
        raise MemberFault(
            Problem("jwk-member-missing", tr("The JWK has no member {name}.", name=name))
        )

    def octets(self, name: str) -> bytes:
        """Return what a base64url member holds; raises `MemberFault` when it holds nothing sure."""
        text = self.needed_text(name)
        decoded = decode(text)
        if not decoded.problems:
            return decoded.octets
        worst = next((one for one in decoded.problems if one.severity is Severity.ERROR), None)
        if worst is not None and worst.code != "base64-standard-alphabet":
            raise MemberFault(
                Problem(
                    "jwk-member-encoding",
                    tr(
                        "The member {name} is not base64url: {reason}",
                        name=name,
                        reason=worst.message,
                    ),
                )
            )
        reason = (worst or decoded.problems[0]).message
        self.notes.append(
            Problem(
                "jwk-member-encoding",
                tr("The member {name} is not clean base64url: {reason}", name=name, reason=reason),
                severity=Severity.WARNING,
            )
        )
        return decoded.octets

    def number(self, name: str) -> int:
        """Return a Base64urlUInt member (RFC 7518 section 2); raises `MemberFault`."""
        self._refuse_digits(name)
        octets = self.octets(name)
        if octets[:1] == b"\0" and len(octets) > 1:
            self.notes.append(
                Problem(
                    "jwk-leading-zeros",
                    tr("The number {name} begins with zero bytes it should not have.", name=name),
                    severity=Severity.WARNING,
                )
            )
        return int.from_bytes(octets, "big")

    def _refuse_digits(self, name: str) -> None:
        digits = DIGITS.fullmatch(self.needed_text(name))
        if digits is not None:
            raise MemberFault(
                Problem(
                    "jwk-member-digits",
                    tr(
                        "The number {name} is written in digits; a JWK writes base64url.", name=name
                    ),
                )
            )

    def optional_number(self, name: str) -> int | None:
        """Return a Base64urlUInt member, or None when it is not there; raises `MemberFault`."""
        return self.number(name) if name in self.values else None
