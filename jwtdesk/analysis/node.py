"""One token, or certificate, among those that stand inside each other, as a tree shows it."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from jwtdesk.analysis.chain_check import Chain, Row
from jwtdesk.analysis.inner_place import KEY_BINDING
from jwtdesk.analysis.quoted import shortened
from jwtdesk.analysis.verdict import Lamp, State, Verdict
from jwtdesk.jose.token import Kind, Token
from jwtdesk.jose.words import plural, tr

NodeKind: TypeAlias = Kind | Literal["certificate"]

_SIGNED = frozenset({Kind.JWS, Kind.JWS_JSON})
_ENCRYPTED = frozenset({Kind.JWE, Kind.JWE_JSON})
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Node:
    """One line of the tree.

    `path` leads to it from the outermost token: the path of each inner token in the one around it,
    as `inner_tokens` gives it; () is the outermost, and a certificate adds "header.x5c[0]" or
    "key[0]". `title` says what it is, `detail` how it fares, `lamp` is the one that matters most.
    """

    path: tuple[str, ...]
    kind: NodeKind
    title: str
    detail: str
    lamp: Lamp


def node_of(token: Token, verdict: Verdict, path: tuple[str, ...] = ()) -> Node:
    """Return the line for `token`, which `path` leads to."""
    title = _title(token)
    if path and path[-1] == KEY_BINDING:
        title = tr("Key binding, {alg}", alg=_name(token.alg))
    return Node(path, token.kind, title, verdict.headline, _decisive(verdict))


def certificate_nodes(chain: Chain, path: tuple[str, ...] = ()) -> tuple[Node, ...]:
    """Return a line for each certificate of `chain`; `path` leads to the token that it is with."""
    return tuple(
        Node((*path, f"{chain.where}[{at}]"), "certificate", *_certificate(row))
        for at, row in enumerate(chain.rows)
    )


def _title(token: Token) -> str:
    if token.kind in _ENCRYPTED:
        return _encrypted(token)
    if token.kind in _SIGNED:
        return _signed(token)
    if token.kind is Kind.SD_JWT:
        return tr("Selective disclosure token, {alg}", alg=_name(token.alg))
    return tr("Not a token")


def _encrypted(token: Token) -> str:
    several = len(token.encrypted.recipients) if token.encrypted else 1
    if several > 1:
        return plural(several, "Encrypted token", "Encrypted token, {count} recipients")
    enc = token.jose_header.get("enc")
    names = [_name(token.alg), *([_name(enc)] if isinstance(enc, str) else [])]
    return tr("Encrypted token, {algorithms}", algorithms=" + ".join(names))


def _signed(token: Token) -> str:
    several = len(token.signatures)
    if several > 1:
        return plural(several, "Signed token", "Signed token, {count} signatures")
    if token.alg == "none":
        return tr("Unsigned token")
    return tr("Signed token, {alg}", alg=_name(token.alg))


def _name(alg: object) -> str:
    return shortened(alg, _LONGEST) if isinstance(alg, str) else tr("no algorithm")


def _decisive(verdict: Verdict) -> Lamp:
    """Return the first lamp that is bad, then that warns, else what the signature says."""
    lamps: list[Lamp] = [verdict.structure, verdict.signature, verdict.time, verdict.policy]
    if verdict.key_binding is not None:
        lamps.insert(2, verdict.key_binding)
    for state in (State.BAD, State.WARN):
        for lamp in lamps:
            if lamp.state is state:
                return lamp
    return verdict.signature


def _certificate(row: Row) -> tuple[str, str, Lamp]:
    if row.certificate is None:
        problem = row.problem or ""
        lamp = Lamp(State.BAD, "certificate-unreadable", problem, tr("Unreadable"))
        return tr("Certificate"), problem, lamp
    facts = row.certificate.facts
    title = tr("Certificate: {subject}", subject=shortened(facts.subject, _LONGEST))
    detail = tr("Issued by {issuer}", issuer=shortened(facts.issuer, _LONGEST))
    if row.problem is not None:
        lamp = Lamp(State.WARN, "certificate-problem", row.problem, tr("Look closer"))
    else:
        text = tr("In date; whether it can be trusted is not known here.")
        lamp = Lamp(State.UNKNOWN, "certificate-untrusted", text, tr("Not trusted"))
    return title, detail, lamp
