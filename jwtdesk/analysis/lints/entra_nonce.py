"""Microsoft access tokens for Graph, whose signature nobody else can check."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.lint import Lint, Subject
from jwtdesk.analysis.member_place import in_header
from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.words import tr

ISSUERS = ("sts.windows.net", "login.microsoftonline.com", "login.microsoftonline.us")
GRAPH = ("00000003-0000-0000-c000-000000000000", "00000002-0000-0000-c000-000000000000")
GRAPH_HOSTS = ("graph.microsoft.com", "graph.windows.net", "graph.microsoft.us")


def _check(subject: Subject) -> Iterator[Finding]:
    claims = subject.claims or {}
    for header in subject.headers:
        if "nonce" not in header or not (_is_entra(claims) or _is_graph(claims)):
            continue
        yield Finding(
            "entra-graph-nonce",
            Severity.INFO,
            tr("Only Microsoft can check this token"),
            tr(
                "It is for Microsoft's own service: its “nonce” was hashed after signing, so the "
                "signature looks wrong to everyone else. Do not check it; use a token for your API."
            ),
            "Microsoft identity platform, access tokens",
            "header.nonce",
            in_header(subject, "nonce"),
        )


def _is_entra(claims: dict[str, Value]) -> bool:
    return _host(claims.get("iss")) in ISSUERS


def _is_graph(claims: dict[str, Value]) -> bool:
    audience = claims.get("aud")
    return audience in GRAPH or _host(audience) in GRAPH_HOSTS


def _host(address: Value) -> str:
    if not isinstance(address, str):
        return ""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


LINT = Lint("entra-graph-nonce", 330, _check)
