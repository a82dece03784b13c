"""Everything found out about one token, as a value and as JSON (the schema is stable)."""

from dataclasses import dataclass

from jwtdesk.analysis.chain_check import Chain, Row
from jwtdesk.analysis.claims import Claim
from jwtdesk.analysis.disclosures import Disclosure
from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.hypothesis import Explanation
from jwtdesk.analysis.payload import payload_value
from jwtdesk.analysis.plain import plain
from jwtdesk.analysis.profile import Followed
from jwtdesk.analysis.verdict import Lamp, Verdict
from jwtdesk.jose.headers import header_members
from jwtdesk.jose.key import Key
from jwtdesk.jose.token import Token
from jwtdesk.jose.words import tr

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Report:
    """One token's report. `more` counts the further tokens in the same text; `now` is the moment.

    `key` is the key that the verdict is about, None when there is no usable one. `profile` is the
    kind of token that it is surest to be, with its checklist.
    """

    token: Token
    verdict: Verdict
    now: int
    more: int = 0
    key: Key | None = None
    claims: tuple[Claim, ...] = ()
    findings: tuple[Finding, ...] = ()
    diagnosis: tuple[Explanation, ...] = ()
    disclosures: tuple[Disclosure, ...] = ()
    key_binding: Lamp | None = None
    nested: "Report | None" = None
    certificates: tuple[Chain, ...] = ()
    profile: Followed | None = None

    @property
    def payload_text(self) -> str | None:
        """The payload as text, None when there is none or its octets are not UTF-8."""
        try:
            return None if self.token.payload_octets is None else self.token.payload_octets.decode()
        except UnicodeDecodeError:
            return None

    def as_json(self) -> dict[str, object]:
        """Return the report as `json.dumps` takes it, whatever was in the token."""
        verdict = self.verdict
        return {
            "schema": SCHEMA,
            "kind": self.token.kind.value,
            "more": self.more,
            "header": _header(self.token),
            "payload": _payload(self.token),
            "payload_text": self.payload_text,
            "structure": _lamp(verdict.structure),
            "signature": _lamp(verdict.signature),
            "time": _lamp(verdict.time),
            "policy": _lamp(verdict.policy),
            "headline": verdict.headline,
            "signatures": _signatures(self.token, verdict),
            "key": _key(self.key),
            "claims": [_claim(one) for one in self.claims],
            "findings": [_finding(one) for one in self.findings],
            "diagnosis": [_explanation(one) for one in self.diagnosis],
            "disclosures": [_disclosure(one) for one in self.disclosures],
            "key_binding": _lamp(self.key_binding) if self.key_binding else None,
            "nested": self.nested.as_json() if self.nested else None,
            "certificates": [_row(row) for one in self.certificates for row in one.rows],
            "profile": _profile(self.profile),
        }


def _header(token: Token) -> object:
    """Return the merged JOSE header, or null when there is none to be read."""
    if token.jose_header:
        return plain(token.jose_header)
    members = header_members(token.header.document) if token.header else None
    return {} if isinstance(members, dict) else None


def _payload(token: Token) -> object:
    return plain(payload_value(token))


def _lamp(lamp: Lamp) -> dict[str, object]:
    return {"state": lamp.state.value, "code": lamp.code, "text": lamp.text}


def _signatures(token: Token, verdict: Verdict) -> list[object]:
    pairs = zip(token.signatures, verdict.signatures, strict=False)
    return [{"header": plain(one.header), "lamp": _lamp(lamp)} for one, lamp in pairs]


def _key(key: Key | None) -> dict[str, object] | None:
    if key is None:
        return None
    return {
        "type": key.type.value,
        "size": key.size,
        "curve": key.curve,
        "kid": key.kid,
        "thumbprint": key.thumbprint,
        "private": key.private,
    }


def _claim(claim: Claim) -> dict[str, object]:
    return {
        "name": claim.name,
        "value": plain(claim.value),
        "meaning": claim.meaning,
        "text": claim.text,
    }


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "id": finding.id,
        "severity": finding.severity.value,
        "title": finding.title,
        "detail": finding.detail,
        "reference": finding.reference,
        "where": finding.where,
    }


def _explanation(one: Explanation) -> dict[str, object]:
    return {
        "id": one.id,
        "title": one.title,
        "evidence": one.evidence,
        "confidence": one.confidence.value,
        "fix": one.fix.label if one.fix else None,
    }


def _disclosure(one: Disclosure) -> dict[str, object]:
    return {
        "name": one.name,
        "value": plain(one.value),
        "digest": one.digest,
        "path": one.path,
        "problem": one.problem,
    }


def _row(row: Row) -> dict[str, object]:
    facts = row.certificate.facts if row.certificate else None
    return {
        "subject": facts.subject if facts else None,
        "issuer": facts.issuer if facts else None,
        "not_before": facts.not_before if facts else None,
        "not_after": facts.not_after if facts else None,
        "sha256": row.certificate.sha256 if row.certificate else None,
        "problem": row.problem,
    }


def _profile(one: Followed | None) -> dict[str, object] | None:
    if one is None:
        return None
    checks = [{"text": check.sentence, "state": check.state.value} for check in one.checks]
    return {"id": one.profile.name, "title": tr(one.profile.title), "checks": checks}
