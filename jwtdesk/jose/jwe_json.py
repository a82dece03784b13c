"""An encrypted token in JSON serialisation, for one recipient or many (RFC 7516 section 7.2)."""

from dataclasses import replace

from jwtdesk.jose.encrypted_parts import Sealed, sealed_fault, sealed_problems
from jwtdesk.jose.encryption import key_management
from jwtdesk.jose.json_carriers import carriers, names_twice
from jwtdesk.jose.json_parts import Places, places, text_member
from jwtdesk.jose.json_recipient import read_recipient, read_shared
from jwtdesk.jose.jsontext import Document, Value
from jwtdesk.jose.jwe import encrypted
from jwtdesk.jose.problem import Problem, Severity
from jwtdesk.jose.segment import encoding_faults, octets_of, read_segment, undecodable
from jwtdesk.jose.token import Encrypted, Kind, Recipient, Segment, Token
from jwtdesk.jose.words import tr

MOST_RECIPIENTS = 32
"""Recipients that are looked at: each may cost an exponentiation."""


def read_jwe_json(text: str, document: Document, value: dict[str, Value]) -> Token:
    """Read a JWE in JSON serialisation: every header, and what is encrypted for whom."""
    where = places(document.text)
    shared = read_shared(value, where)
    owners, listed = carriers(value, "recipients", where, most=MOST_RECIPIENTS)
    read = [read_recipient(owner, path, where, shared) for path, owner in owners]
    recipients = [one for one, _ in read]
    merged = recipients[0].header if recipients else {**shared.unprotected, **shared.protected}
    sealed, aad, wrong = _sealed(value, where)
    mixed = _mixed(recipients)
    wrong += [mixed] if mixed else []
    fault = next(iter(wrong), None) or sealed_fault(sealed, merged)
    unprotected = ["$.unprotected", *(f"{path}.header" for path, _ in owners)]
    problems = [*names_twice(document, unprotected, where), *listed, *shared.problems]
    problems += [*_numbered([found for _, found in read]), *_lonely(recipients)]
    problems += [*wrong, *encoding_faults(tr("Additional data"), aad), *_out_of_place(value, where)]
    problems += sealed_problems(sealed, merged)
    protected = shared.segment.encoded if shared.segment else ""
    return Token(
        kind=Kind.JWE_JSON,
        text=text,
        problems=tuple(problems),
        header=shared.segment,
        signatures=tuple(encrypted(protected, one.header) for one in recipients),
        encrypted=Encrypted(
            protected=protected,
            aad=octets_of(protected + (f".{aad.encoded}" if aad and aad.encoded else "")),
            iv=sealed.iv.octets if sealed.iv else b"",
            ciphertext=sealed.ciphertext.octets if sealed.ciphertext else b"",
            tag=sealed.tag.octets if sealed.tag else b"",
            recipients=tuple(replace(one, problem=one.problem or fault) for one in recipients),
        ),
    )


def _sealed(value: dict[str, Value], where: Places) -> tuple[Sealed, Segment | None, list[Problem]]:
    """Return the parts of the content, the additional data, and which of them are no texts."""
    wrong: list[Problem] = []
    found: list[Segment | None] = []
    for name in ("iv", "ciphertext", "tag", "aad"):
        place = where.inside(f"$.{name}")
        given = text_member(value, name, place)
        if isinstance(given, Problem):
            wrong.append(given)
        segment = (
            read_segment(given, place.start, as_json=False) if isinstance(given, str) else None
        )
        found.append(segment)
    undone = undecodable(found[3], tr("Additional data"), strict=True)
    return Sealed(found[0], found[1], found[2]), found[3], wrong + ([undone] if undone else [])


def _out_of_place(value: dict[str, Value], where: Places) -> list[Problem]:
    """Return what libraries read in different ways: no data at all, and members of a JWS."""
    found = []
    if value.get("aad") == "":
        text = tr(
            "“aad” is empty: it must be left out, and libraries disagree about what it means."
        )
        found.append(("aad-empty", "aad", text))
    if "payload" in value:
        text = tr("“payload” stands beside “ciphertext”: to some this is a signed token.")
        found.append(("two-kinds", "payload", text))
    return [
        Problem(code, text, where.inside(f"$.{name}"), Severity.WARNING)
        for code, name, text in found
    ]


def _mixed(recipients: list[Recipient]) -> Problem | None:
    """Return that the recipients disagree about `enc`, which must be the same (7.2.1)."""
    named = [one.header["enc"] for one in recipients if "enc" in one.header]
    if all(one == named[0] for one in named):
        return None
    text = tr("The recipients disagree about “enc”: the content is encrypted only once.")
    return Problem("enc-mixed", text)


def _lonely(recipients: list[Recipient]) -> list[Problem]:
    """Return that one of several recipients determines the content key, which others then know."""
    ways = [key_management(one.header.get("alg")) for one in recipients]
    found = next((one for one in ways if one is not None and one.determined), None)
    if found is None or len(recipients) == 1:
        return []
    text = tr("{alg} is for a single recipient: other libraries refuse this.", alg=found.name)
    return [Problem("direct-among-several", text, severity=Severity.WARNING)]


def _numbered(found: list[list[Problem]]) -> list[Problem]:
    """Return every recipient's problems, each with its number where there are several."""
    if len(found) < 2:  # noqa: PLR2004  # numbering starts to help at two
        return [one for each in found for one in each]
    return [
        replace(one, message=tr("Recipient {at}: {message}", at=at, message=one.message))
        for at, each in enumerate(found, 1)
        for one in each
    ]
