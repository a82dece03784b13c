"""The JSON serialisations: several signatures or recipients around one content (RFC 7515 7.2)."""

from dataclasses import replace

from jwtdesk.jose.headers import header_members
from jwtdesk.jose.json_carriers import carriers, names_twice
from jwtdesk.jose.json_closing import missing_end
from jwtdesk.jose.json_parts import places, text_member
from jwtdesk.jose.json_signature import Entry, read_signature
from jwtdesk.jose.jsontext import Document, Value, read
from jwtdesk.jose.jwe_json import read_jwe_json
from jwtdesk.jose.not_a_token import plain_json, too_crowded
from jwtdesk.jose.payload import says_jwt
from jwtdesk.jose.problem import Problem, Severity, Span
from jwtdesk.jose.sd_jwt import with_disclosures
from jwtdesk.jose.segment import encoding_faults, raw_segment, read_segment
from jwtdesk.jose.selective.json_form import carried
from jwtdesk.jose.token import Kind, Segment, Signature, Token
from jwtdesk.jose.words import tr
from jwtdesk.jose.zipped import Unzipped, faults, unzipped

# A lone "signature" says little: in a JWS one of these stands beside it.
BESIDE = frozenset({"payload", "protected", "header"})


def read_json(text: str, detached: bytes | None = None) -> Token:
    """Read a JWS or JWE in JSON serialisation, flattened or general, as far as it goes."""
    crowded = too_crowded(text)
    if crowded is not None:
        return Token(Kind.UNREADABLE, text, detached, problems=(crowded,))
    document = read(text)
    if document.problem:
        return _broken(text, document.problem, detached)
    return _read(text, document, detached)


def _broken(text: str, problem: Problem, detached: bytes | None) -> Token:
    """Read a text whose end is missing as if it were there; the fault is told all the same."""
    end = missing_end(text)
    document = read(text + end)
    if end and document.sound and is_serialisation(document.value):
        token = _read(text, document, detached)
        fault = Problem("json-cut-off", problem.message, problem.span)
        return replace(token, problems=(fault, *token.problems))
    message = tr("This begins like JSON but is not. {place}", place=problem.message)
    fault = Problem("not-a-token", message, problem.span)
    return Token(Kind.UNREADABLE, text, detached, problems=(fault,))


def is_serialisation(value: object) -> bool:
    """Return whether a JSON value is an object with the members of a JWS or a JWE."""
    if not isinstance(value, dict):
        return False
    if "ciphertext" in value or isinstance(value.get("signatures"), list):
        return True
    signed = "signature" in value and not BESIDE.isdisjoint(value)
    return signed or {"protected", "payload"} <= value.keys()


def _read(text: str, document: Document, detached: bytes | None) -> Token:
    value = document.value
    if isinstance(value, dict) and is_serialisation(value):
        if "ciphertext" in value:
            return read_jwe_json(text, document, value)
        return _jws(text, document, value, detached)
    has_kty = isinstance(value, dict) and ("kty" in value or "keys" in value)
    return Token(Kind.UNREADABLE, text, detached, problems=(plain_json(has_kty=has_kty),))


def _jws(text: str, document: Document, value: dict[str, Value], detached: bytes | None) -> Token:
    where = places(document.text)
    owners, found = carriers(value, "signatures", where)
    entries = [read_signature(owner, path, where) for path, owner in owners]
    place = where.inside("$.payload")
    given = text_member(value, "payload", place)
    payload = _payload(given, place, entries) if isinstance(given, str) else None
    first = entries[0] if entries else None
    own_octets = payload.octets if payload and payload.encoded else detached
    opened = unzipped(first.members if first else {}, own_octets)
    problems = [*names_twice(document, (f"{path}.header" for path, _ in owners), where), *found]
    # As in a compact token: what a header says wrongly makes its payload look wrong, too.
    problems += _entry_problems(entries)
    problems += [given] if isinstance(given, Problem) else encoding_faults(tr("Payload"), payload)
    if payload is not None:
        problems += faults(first.members if first else {}, payload, opened, detached)
    elif given is None:
        problems += _absent(first.members if first else {}, opened, detached)
    token = Token(
        kind=Kind.JWS_JSON,
        text=text,
        detached=detached,
        problems=tuple(problems),
        header=first.header if first else None,
        payload=payload,
        signature=first.signature if first else None,
        payload_octets=b"" if opened.octets is None and payload else opened.octets,
        zipped=opened.zipped,
        signatures=tuple(_signature(one, payload, detached, given) for one in entries),
    )
    covered = [_protected(one) for one in entries]
    # Its disclosures are put in place, when it carries any (RFC 9901 section 8).
    beside = carried(value, owners, covered, payload, where)
    return with_disclosures(token, beside.presented, beside.problems) if beside else token


def _protected(entry: Entry) -> dict[str, Value]:
    """Return the members that the signature covers, none when they cannot be read."""
    members = header_members(entry.header.document) if entry.header else {}
    return members if isinstance(members, dict) else {}


def _absent(header: dict[str, Value], opened: Unzipped, detached: bytes | None) -> list[Problem]:
    """Return what is wrong with a payload that is not in the token; it may travel apart."""
    if detached is None:
        severity = Severity.ERROR if says_jwt(header) else Severity.WARNING
        message = tr("There is no payload: it may travel apart from the token (detached).")
        return [Problem("payload-missing", message, Span(0, 1), severity)]
    return [opened.problem] if opened.problem else []


def _signature(
    entry: Entry, payload: Segment | None, detached: bytes | None, given: str | Problem | None
) -> Signature:
    """Return the signature of `entry`; nothing can be computed over a payload that is no text."""
    made = entry.over(payload, detached)
    wrong = given if isinstance(given, Problem) else None
    return replace(made, problem=made.problem or wrong)


def _payload(given: str, place: Span, entries: list[Entry]) -> Segment:
    if entries and entries[0].raw:
        return raw_segment(given, place.start)
    return read_segment(given, place.start)


def _entry_problems(entries: list[Entry]) -> list[Problem]:
    """Return every entry's problems, each with its number where there are several."""
    if len(entries) < 2:  # noqa: PLR2004  # numbering starts to help at two
        return [one for entry in entries for one in entry.problems]
    found = [
        Problem(
            one.code,
            tr("Signature {number}: {message}", number=number, message=one.message),
            one.span,
            one.severity,
        )
        for number, entry in enumerate(entries, 1)
        for one in entry.problems
    ]
    if len({entry.raw for entry in entries}) > 1:
        message = tr("The signatures disagree about “b64”: all must treat the payload alike.")
        found.append(Problem("b64-mixed", message))
    return found
