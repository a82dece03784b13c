"""What the pane of a certificate shows: its facts, how it fares, and its place in the chain."""

from dataclasses import dataclass

from jwtdesk.jose.words import tr
from jwtdesk.model.certificate_facts import CertificateFacts, certificate_facts
from jwtdesk.model.holder import NodePath
from jwtdesk.model.layers import Layer
from jwtdesk.model.session import Session


@dataclass(frozen=True, slots=True)
class ShownCertificate:
    """One certificate as the pane draws it.

    `state` and `short` are its lamp, `sentence` the same at length, "" when a problem says it
    already. `standing` is its place in the chain, "" when it is the only one; `before` and `after`
    lead to its neighbours there, None at either end.
    """

    node: NodePath
    facts: CertificateFacts
    state: str
    short: str
    sentence: str
    standing: str
    before: NodePath | None
    after: NodePath | None


def shown_certificate(session: Session) -> ShownCertificate | None:
    """Return the certificate in the panes, None for none and while it is awaited."""
    node = session.certificate
    facts = None if node is None else certificate_facts(session, node)
    if node is None or facts is None:
        return None
    chain = _chain(session, node)
    here = next((at for at, one in enumerate(chain) if one.node.path == node), None)
    if here is None:
        return None
    lamp, last = chain[here].node.lamp, len(chain) - 1
    standing = tr("{number} of {count}", number=here + 1, count=len(chain))
    return ShownCertificate(
        node=node,
        facts=facts,
        state=lamp.state.value,
        short=lamp.short,
        sentence="" if lamp.text in facts.problems else lamp.text,
        standing=standing if last else "",
        before=chain[here - 1].node.path if here else None,
        after=chain[here + 1].node.path if here < last else None,
    )


def _chain(session: Session, node: NodePath) -> tuple[Layer, ...]:
    """Return the rows of the chain that the certificate at `node` belongs to, in their order."""
    return tuple(
        one
        for one in session.known.layers.rows
        if one.path is None and _chain_of(one.node.path) == _chain_of(node)
    )


def _chain_of(node: NodePath) -> tuple[str, ...]:
    return (*node[:-1], node[-1].rpartition("[")[0])
