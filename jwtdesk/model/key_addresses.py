"""Where the keys of this token may be published, by what the token itself says."""

from dataclasses import dataclass

from jwtdesk.analysis.payload import claims_of
from jwtdesk.jose.fetched import Discovery, fetched
from jwtdesk.jose.key import Unreadable
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.web_address import discovery_addresses, web_address
from jwtdesk.jose.words import tr
from jwtdesk.model.session import Session


@dataclass(frozen=True, slots=True)
class KeyAddress:
    """An address that could be called, and why it is proposed."""

    url: str
    why: str


def key_addresses(session: Session) -> tuple[KeyAddress, ...]:
    """Return what a pasted document, the claim `iss` and the header's `jku` lead to.

    Nothing is called by this.
    """
    found = _in_field(session)
    issuer = (claims_of(session.known.token) or {}).get("iss")
    if isinstance(issuer, str):
        why = tr("The issuer's discovery document, which says where its keys are")
        found += [KeyAddress(url, why) for url in discovery_addresses(issuer)]
    jku = session.known.token.jose_header.get("jku")
    if isinstance(jku, str) and not isinstance(web_address(jku), Problem):
        why = tr("The address in the token's header (jku): whoever wrote the token chose it")
        found.append(KeyAddress(jku, why))
    return tuple(found)


def _in_field(session: Session) -> list[KeyAddress]:
    """Return where a discovery document says its keys are, when one was pasted for a key."""
    keys = session.known.keys
    if not isinstance(keys, Unreadable) or keys.problem.code != "key-discovery-document":
        return []
    document = fetched(session.key.octets)
    if not isinstance(document, Discovery) or isinstance(web_address(document.keys_at), Problem):
        return []
    why = tr("Where the discovery document in the key field says that its keys are")
    return [KeyAddress(document.keys_at, why)]


def issuer_fault(session: Session) -> str:
    """Return that a discovery document speaks for another issuer; "" when it does not."""
    found = session.fetching.found
    issuer = (claims_of(session.known.token) or {}).get("iss")
    if found is None or not isinstance(issuer, str) or found.issuer == issuer:
        return ""
    return tr(
        "The document is of another issuer ({other}) than the token's ({issuer}).",
        other=found.issuer or tr("none named"),
        issuer=issuer,
    )
