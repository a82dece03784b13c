"""One token by itself, without what is inside it, put into a report."""

from dataclasses import dataclass

from jwtdesk.analysis.chain_check import chains
from jwtdesk.analysis.checks import Checked, checked
from jwtdesk.analysis.claims import describe
from jwtdesk.analysis.disclosures import disclosures
from jwtdesk.analysis.judge import judge
from jwtdesk.analysis.lint import Subject, findings
from jwtdesk.analysis.policy import deciding_key
from jwtdesk.analysis.profile import followed
from jwtdesk.analysis.report import Report
from jwtdesk.analysis.rules import Rules
from jwtdesk.jose.key import KeyInput, Keys, Unreadable
from jwtdesk.jose.token import Token


@dataclass(frozen=True, slots=True)
class Asked:
    """What a report is made with, the same for every token of a text.

    `payload` is a detached payload; `now` is in seconds since 1970.
    """

    given: KeyInput | None
    keys: Keys | Unreadable | None
    payload: bytes | None
    rules: Rules
    now: int
    diagnose: bool


def layer(token: Token, asked: Asked, found: Checked | None = None) -> Report:
    """Return the report on `token` alone, without a diagnosis; never raises.

    `found` is what the mathematics said, where that is known already.
    """
    found = found or checked(token, asked.keys)
    token = found.token
    verdict = judge(token, found.answers, asked.rules, asked.now, asked.keys)
    subject = Subject(token, asked.keys, verdict.verification, asked.now, asked.rules, asked.given)
    return Report(
        token=token,
        verdict=verdict,
        now=asked.now,
        key=deciding_key(verdict.verification, asked.keys),
        claims=describe(token, asked.now),
        findings=findings(subject),
        disclosures=disclosures(token),
        key_binding=verdict.key_binding,
        certificates=chains(subject),
        profile=followed(subject),
    )
