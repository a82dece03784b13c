"""One certificate of the nest as it is shown: its facts, what is wrong, and its key to be used."""

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from jwtdesk.analysis.calendar import absolute
from jwtdesk.analysis.chain_check import Chain, Row
from jwtdesk.analysis.made_visible import made_visible
from jwtdesk.analysis.time_words import relative
from jwtdesk.jose.certificate_details import Details
from jwtdesk.jose.key import Key, KeyInput
from jwtdesk.jose.key_fit import described
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr
from jwtdesk.model.answer_values import Chains, Reading
from jwtdesk.model.holder import NodePath
from jwtdesk.model.questions import ReadChains, ReadToken
from jwtdesk.model.session import Session

_LINE = 64


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a certificate says; `code` values are letters and digits to be copied."""

    name: str
    value: str
    code: bool = False


@dataclass(frozen=True, slots=True)
class CertificateFacts:
    """Everything that is shown of one certificate.

    `owner` is the path of the token that it came with. `problems` are wrong with it or its chain,
    `notes` are neither good nor bad. `pem` is "" when it cannot be read, `key` None when it or
    its public key cannot be used.
    """

    owner: NodePath
    title: str
    facts: tuple[Fact, ...]
    problems: tuple[str, ...]
    notes: tuple[str, ...]
    pem: str = ""
    key: KeyInput | None = None


def certificate_facts(session: Session, node: tuple[str, ...]) -> CertificateFacts | None:
    """Return what is shown of the certificate at `node`, None when it is no longer there."""
    where, _, rest = node[-1].rpartition("[") if node else ("", "", "")
    number = int(rest[:-1]) if rest[:-1].isdecimal() else -1
    for chain in _chains(session, node[:-1]):
        if chain.where == where and 0 <= number < len(chain.rows):
            return _shown(chain, number, node[:-1], session.moment)
    return None


def _chains(session: Session, owner: NodePath) -> tuple[Chain, ...]:
    """Return the chains of the token at `owner`, from the answers that the session rests on."""
    text = _token_text(session, owner)
    found = (
        answer.chains
        for question, answer in session.answers
        if isinstance(question, ReadChains)
        and isinstance(answer, Chains)
        and question.token.text == text
    )
    return next(found, ())


def _token_text(session: Session, owner: NodePath) -> str | None:
    if owner == session.path:
        return session.known.token.text
    layer = session.known.layers.at(owner)
    readings = (
        answer.token.text
        for question, answer in session.answers
        if layer is not None
        and isinstance(question, ReadToken)
        and isinstance(answer, Reading)
        and question.text == layer.text
    )
    return next(readings, None)


def _shown(chain: Chain, number: int, owner: NodePath, now: int) -> CertificateFacts:
    row = chain.rows[number]
    problems = tuple(_problems(chain, row))
    if row.certificate is None:
        return CertificateFacts(owner, tr("Certificate"), (), problems, chain.notes)
    found = row.certificate
    pem = pem_of(found.octets)
    return CertificateFacts(
        owner,
        tr("Certificate: {subject}", subject=_name(found.facts.subject)),
        tuple(_facts(found, now)),
        problems,
        chain.notes,
        pem,
        KeyInput(pem.encode()) if isinstance(found.key, Key) else None,
    )


def pem_of(octets: bytes) -> str:
    """Return a certificate in PEM (RFC 7468 section 5)."""
    body = b64encode(octets).decode("ascii")
    lines = (body[at : at + _LINE] for at in range(0, len(body), _LINE))
    return "\n".join(("-----BEGIN CERTIFICATE-----", *lines, "-----END CERTIFICATE-----", ""))


def _problems(chain: Chain, row: Row) -> Iterator[str]:
    if row.problem is not None:
        yield row.problem
    for one in chain.findings:
        yield tr("{title}: {detail}", title=one.title, detail=one.detail)


def _facts(found: Details, now: int) -> Iterator[Fact]:
    facts = found.facts
    yield Fact(tr("Subject"), _name(facts.subject))
    yield Fact(tr("Issuer"), _name(facts.issuer))
    if found.self_issued:
        yield Fact(tr("Issued by"), tr("itself"))
    yield Fact(tr("Serial number"), found.serial, code=True)
    yield Fact(tr("Valid from"), _moment("nbf", facts.not_before, now))
    yield Fact(tr("Valid until"), _moment("exp", facts.not_after, now))
    yield Fact(tr("Public key"), _key(found.key))
    yield Fact(tr("Signed with"), found.algorithm)
    yield Fact(tr("x5t (SHA-1)"), found.sha1, code=True)
    yield Fact(tr("x5t#S256 (SHA-256)"), found.sha256, code=True)
    yield Fact(tr("May issue others"), tr("yes") if found.authority else tr("no"))
    if found.names:
        yield Fact(tr("Other names"), ", ".join(made_visible(one) for one in found.names))


def _name(given: str) -> str:
    return made_visible(given) or tr("no name")


def _moment(claim: str, seconds: int, now: int) -> str:
    return tr(
        "{date}, {relative}",
        date=absolute(Decimal(seconds), 0),
        relative=relative(claim, Decimal(seconds), now),
    )


def _key(key: Key | Problem) -> str:
    return key.message if isinstance(key, Problem) else described(key)
