"""A Microsoft Graph access token: its `nonce` was hashed when it was signed."""

import base64
import hashlib
from collections.abc import Iterator

from jwtdesk.analysis.hypothesis import (
    Case,
    Confidence,
    Effort,
    Explanation,
    Hypothesis,
    Work,
)
from jwtdesk.analysis.trials.cost import Meter
from jwtdesk.analysis.trials.part import SignedPart
from jwtdesk.analysis.trials.spelled import encoded
from jwtdesk.analysis.trials.supposition import Side, Supposition
from jwtdesk.analysis.trials.trial import prove, wrong_parts
from jwtdesk.jose import base64url
from jwtdesk.jose.jsontext import Value, quote, read, replace_value
from jwtdesk.jose.words import tr

IDS = ("graph-nonce",)
GRAPH = ("graph.microsoft.com", "graph.microsoft.us", "microsoftgraph.chinacloudapi.cn")
GRAPH_ID = "00000003-0000-0000-c000-000000000000"
ISSUERS = ("sts.windows.net", "login.microsoftonline", "login.partner.microsoftonline")


def _explain(case: Case) -> Iterator[Explanation | Work]:
    meter = Meter()
    for part in wrong_parts(case):
        nonce = part.signature.header.get("nonce")
        if not isinstance(nonce, str) or part.header_text is None:
            continue
        proven = False
        for said in prove(part, ((one,) for one in _hashed(part, nonce)), meter):
            proven = proven or isinstance(said, Explanation)
            yield said
        if not proven and _from_microsoft(part):
            yield _likely()
    yield meter.rest()


def _hashed(part: SignedPart, nonce: str) -> Iterator[Supposition]:
    """Yield the header with its nonce hashed, in the ways that a hash is written."""
    digest = hashlib.sha256(nonce.encode("utf-8", "surrogatepass")).digest()
    spelled = (
        base64url.encode(digest),
        base64.urlsafe_b64encode(digest).decode(),
        base64.b64encode(digest).decode(),
        digest.hex(),
    )
    for one in spelled:
        yield Supposition(
            side=Side.MESSAGE,
            id="graph-nonce",
            title=_title(),
            when=tr("the nonce in the header is replaced by its SHA-256"),
            would=tr("the nonce in the header were hashed, as it was when it was signed"),
            label=tr("Put the hashed nonce into the header"),
            protected=encoded(replace_value(part.header_text or "", "nonce", quote(one))),
        )


def _from_microsoft(part: SignedPart) -> bool:
    """Tell whether the payload is of a Graph access token."""
    try:
        value = read(part.payload_octets.decode("utf-8")).value
    except UnicodeDecodeError:
        return False
    if not isinstance(value, dict):
        return False
    audience = value.get("aud")
    listed: list[Value] = audience if isinstance(audience, list) else [audience]
    graph = any(one == GRAPH_ID or _mentions(one, GRAPH) for one in listed)
    return graph or (_mentions(value.get("iss"), ISSUERS) and "app_displayname" in value)


def _mentions(value: Value, names: tuple[str, ...]) -> bool:
    return isinstance(value, str) and any(name in value for name in names)


def _likely() -> Explanation:
    return Explanation(
        id="graph-nonce",
        title=_title(),
        evidence=tr(
            "The header has a nonce and the audience is Microsoft Graph: such tokens are signed "
            "with a hash in the nonce's place, and only Graph can check them."
        ),
        confidence=Confidence.LIKELY,
        would=tr("tokens for Microsoft Graph are not meant to be checked by others"),
    )


def _title() -> str:
    return tr("An access token for Microsoft Graph is not meant to be checked by you.")


def _excluded(case: Case) -> str:  # noqa: ARG001 - it concerns one issuer only
    return ""


HYPOTHESIS = Hypothesis(IDS, 27, Effort.QUICK, _explain, _excluded)
