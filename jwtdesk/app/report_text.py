"""A report for a terminal: headline, lamps, header and payload with times told, findings."""

from collections.abc import Iterator

from jwtdesk.analysis.claims import describe_header
from jwtdesk.analysis.report import Report
from jwtdesk.analysis.troubles import is_open
from jwtdesk.analysis.verdict import Lamp, State
from jwtdesk.app.certificate_text import certificate_lines
from jwtdesk.app.disclosure_text import disclosure_lines, processed_lines
from jwtdesk.app.noted_json import noted
from jwtdesk.app.safe_text import safe
from jwtdesk.jose.algorithm import KeyType
from jwtdesk.jose.key import Key
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.token import Kind
from jwtdesk.jose.words import plural, tr

MARKS = {
    State.OK: "✓",
    State.BAD: "✗",
    State.WARN: "!",
    State.UNKNOWN: "?",
    State.PENDING: "…",
}
_SEVERITIES = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.INFO: "i"}
# How many octets of a payload that is no text are shown.
_OCTETS = 64


def report_text(report: Report) -> str:
    """Return `report` as a person reads it, ending without a line break."""
    sections = (
        _headline(report),
        _lamps(report),
        _header(report),
        _payload(report),
        disclosure_lines(report),
        processed_lines(report),
        _key(report.key),
        certificate_lines(report),
        _findings(report),
        _diagnosis(report),
        _more(report),
        _nested(report),
    )
    return "\n\n".join("\n".join(lines) for section in sections if (lines := list(section)))


def _headline(report: Report) -> Iterator[str]:
    verdict = report.verdict
    yield f"{MARKS[_worst(report)]} {safe(verdict.headline)}"
    if verdict.reason:
        yield f"  {safe(verdict.reason)}"


def _worst(report: Report) -> State:
    verdict = report.verdict
    states = [verdict.structure.state, verdict.signature.state, verdict.time.state]
    states.append(verdict.policy.state)
    states += [report.key_binding.state] if report.key_binding else []
    order = (State.BAD, State.WARN)
    worst = next((one for one in order if one in states), None)
    if worst is None and report.key_binding and is_open(report.key_binding):
        return State.UNKNOWN
    return worst or (State.OK if verdict.signature.state is State.OK else State.UNKNOWN)


def _lamps(report: Report) -> Iterator[str]:
    verdict = report.verdict
    named = [
        (tr("Structure"), verdict.structure),
        (tr("Encryption") if report.token.encrypted else tr("Signature"), verdict.signature),
        (tr("Time"), verdict.time),
        (tr("Policy"), verdict.policy),
    ]
    if report.key_binding:
        named.append((tr("Key binding"), report.key_binding))
    names = max(len(name) for name, _ in named)
    shorts = max(len(lamp.short) for _, lamp in named)
    for name, lamp in named:
        yield _lamp(f"{name:<{names}}", lamp, shorts)
    for number, lamp in enumerate(verdict.signatures, 1):
        if len(verdict.signatures) > 1:
            yield _lamp(f"  {number}", lamp, shorts)


def _lamp(name: str, lamp: Lamp, width: int) -> str:
    return f"  {name}  {MARKS[lamp.state]} {lamp.short:<{width}}  {safe(lamp.text)}".rstrip()


def _header(report: Report) -> Iterator[str]:
    token = report.token
    document = token.header.document if token.header else None
    if document is None:
        return
    yield tr("Header")
    yield noted(document.text, describe_header(token, report.now))


def _payload(report: Report) -> Iterator[str]:
    octets = report.token.payload_octets
    if report.token.kind is Kind.UNREADABLE or octets is None:
        return
    size = plural(len(octets), "{count} byte", "{count} bytes")
    text = report.payload_text
    if text is None:
        yield tr("Payload ({size}, not text)", size=size)
        yield f"  {octets[:_OCTETS].hex(' ')}{' …' if len(octets) > _OCTETS else ''}"
    else:
        yield tr("Payload ({size})", size=size)
        yield noted(text, report.claims)


def _key(key: Key | None) -> Iterator[str]:
    if key is None:
        return
    yield tr("Key")
    size = plural(key.size, "{count} bit", "{count} bits")
    kind = tr("private") if key.private else tr("public")
    facts = [safe(key.form) or key.type.value, key.curve or size]
    yield "  " + ", ".join(facts if key.type is KeyType.OCT else [*facts, kind])
    if key.kid is not None:
        yield f"  kid {safe(key.kid)}"
    yield tr("  thumbprint {thumbprint}", thumbprint=key.thumbprint)
    for one in key.problems:
        yield f"  ! {safe(one.message)}"


def _findings(report: Report) -> Iterator[str]:
    if report.findings:
        yield tr("Findings")
    for one in report.findings:
        yield f"  {_SEVERITIES[one.severity]} {safe(one.title)}  [{one.id}, {one.reference}]"
        if one.detail:
            yield f"    {safe(one.detail)}"


def _diagnosis(report: Report) -> Iterator[str]:
    if report.diagnosis:
        yield tr("Why it does not verify")
    for one in report.diagnosis:
        yield f"  • {safe(one.title)}  [{one.id}, {one.confidence.value}]"
        yield f"    {safe(one.evidence)}"


def _more(report: Report) -> Iterator[str]:
    if report.more:
        yield plural(
            report.more,
            "{count} more token was found in the same text.",
            "{count} more tokens were found in the same text.",
        )


def _nested(report: Report) -> Iterator[str]:
    if report.nested is not None:
        yield tr("Inside")
        yield from (f"  {one}".rstrip() for one in report_text(report.nested).splitlines())
