"""Tokens as the big providers issue them, and as attackers do."""

import json
from typing import Any

import pytest

from jwtdesk.analysis.finding import Finding
from jwtdesk.jose.find_tokens import find
from jwtdesk.jose.problem import Severity
from tests.analysis.lints.reviewed import INFO, review
from tests.made import token
from tests.vectors.locate import vectors

NOW = 1_795_400_030
IAT, EXP = 1_795_400_000, 1_795_403_600


def cases() -> list[dict[str, Any]]:
    """Return the tokens of the shared family."""
    found: list[dict[str, Any]] = json.loads(vectors("provider-tokens/tokens.json").read_text())
    return found


def found_in(case: dict[str, Any]) -> tuple[Finding, ...]:
    """Return what is found with the key that belongs to the case."""
    key = case["secret_utf8"].encode() if "secret_utf8" in case else None
    if "key_file" in case:
        key = vectors(f"provider-tokens/{case['key_file']}").read_bytes()
    return review(find(case["token"])[0].text, key, now=NOW)


def test_every_expected_finding_is_there() -> None:
    """What a token was written to show is found."""
    missed = {
        case["name"]: lost
        for case in cases()
        if (lost := set(case["lints_expected"]) - {one.id for one in found_in(case)})
    }
    assert not missed


def test_ordinary_tokens_raise_no_alarm() -> None:
    """Where nothing is expected, nothing is worse than worth knowing."""
    alarms = {
        case["name"]: loud
        for case in cases()
        if not case["lints_expected"]
        and (loud := [one.id for one in found_in(case) if one.severity is not INFO])
    }
    assert not alarms


TIMES = {"iat": IAT, "exp": EXP}
ORDINARY: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "apple-id-token": (
        {"kid": "YuyXoY", "alg": "RS256"},
        {
            "iss": "https://appleid.apple.com",
            "aud": "com.example.app",
            **TIMES,
            "sub": "001234.abcdef.0123",
            "c_hash": "abc",
            "email": "x@privaterelay.appleid.com",
            "email_verified": "true",
            "is_private_email": "true",
            "auth_time": IAT,
            "nonce_supported": True,
        },
    ),
    "apple-push-provider": (
        {"alg": "ES256", "kid": "ABC123DEFG"},
        {"iss": "TEAM123456", "iat": IAT},
    ),
    "apple-store-transaction": (
        {"alg": "ES256", "x5c": ["MIIE", "MIID", "MIIC"]},
        {
            "transactionId": "230001020690335",
            "bundleId": "com.example",
            "purchaseDate": IAT * 1000,
            "expiresDate": EXP * 1000,
            "signedDate": IAT * 1000,
            "environment": "Production",
        },
    ),
    "auth0-id": (
        {"alg": "RS256", "typ": "JWT", "kid": "x"},
        {
            "iss": "https://dev-example.eu.auth0.com/",
            "sub": "google-oauth2|1",
            "aud": "abc",
            "updated_at": "2026-11-20T12:00:00.000Z",
            "name": "Ada",
            "picture": "https://example.com/a.png",
            "nonce": "n",
            **TIMES,
        },
    ),
    "entra-graph": (
        {"typ": "JWT", "nonce": "abc", "alg": "RS256", "x5t": "x", "kid": "x"},
        {
            "aud": "00000003-0000-0000-c000-000000000000",
            "iss": "https://sts.windows.net/21f3b184-12d7-414b-a151-adf6e5384b57/",
            "nbf": IAT,
            **TIMES,
            "acct": 0,
            "acr": "1",
            "amr": ["pwd", "mfa"],
            "ipaddr": "203.0.113.7",
            "unique_name": "a@example.com",
            "ver": "1.0",
            "xms_tcdt": 1_400_000_000,
        },
    ),
    "keycloak-offline": (
        {"alg": "HS512", "typ": "JWT", "kid": "0a1b-2c3d"},
        {
            "iat": IAT,
            "jti": "x",
            "iss": "https://sso.example.org/realms/demo",
            "sub": "9",
            "typ": "Offline",
        },
    ),
    "kubernetes-old": (
        {"alg": "RS256", "kid": "x"},
        {
            "iss": "kubernetes/serviceaccount",
            "kubernetes.io/serviceaccount/namespace": "default",
            "kubernetes.io/serviceaccount/secret.name": "default-token-abcde",
            "sub": "system:serviceaccount:default:default",
        },
    ),
    "sap-xsuaa": (
        {
            "alg": "RS256",
            "jku": "https://t.authentication.eu10.hana.ondemand.com/token_keys",
            "kid": "default-jwt-key--1",
            "typ": "JWT",
        },
        {
            "iss": "http://t.localhost:8080/uaa/oauth/token",
            "scope": ["openid", "uaa.user"],
            "aud": ["sb-x", "openid"],
            "cid": "sb-x",
            "user_id": "1",
            **TIMES,
        },
    ),
    "identity-server": (
        {"alg": "RS256", "kid": "X", "typ": "at+jwt"},
        {"iss": "https://id.example.com", "nbf": IAT, **TIMES, "aud": "api", "scope": ["openid"]},
    ),
    "github-app": ({"alg": "RS256"}, {"iat": IAT - 60, "exp": IAT + 600, "iss": 12345}),
    "google-service-account": (
        {"alg": "RS256", "typ": "JWT", "kid": "abc"},
        {
            "iss": "x@project.iam.gserviceaccount.com",
            "scope": "https://www.googleapis.com/auth/devstorage.read_only",
            "aud": "https://oauth2.googleapis.com/token",
            **TIMES,
        },
    ),
    "google-wallet": (
        {"alg": "RS256", "typ": "JWT"},
        {
            "iss": "x@p.iam.gserviceaccount.com",
            "aud": "google",
            "typ": "savetowallet",
            "iat": IAT,
            "payload": {},
        },
    ),
    "firebase-session": (
        {"alg": "RS256", "kid": "x"},
        {
            "iss": "https://session.firebase.google.com/proj",
            "aud": "proj",
            "auth_time": IAT,
            "user_id": "u",
            "sub": "u",
            "iat": IAT,
            "exp": IAT + 14 * 86_400,
        },
    ),
    "supabase-user": (
        {"alg": "ES256", "kid": "x", "typ": "JWT"},
        {
            "iss": "https://x.supabase.co/auth/v1",
            "sub": "u",
            "aud": "authenticated",
            **TIMES,
            "email": "",
            "phone": "",
            "app_metadata": {"provider": "email", "providers": ["email"]},
            "user_metadata": {},
            "role": "authenticated",
            "aal": "aal1",
            "amr": [{"method": "password", "timestamp": IAT}],
            "session_id": "s",
            "is_anonymous": False,
        },
    ),
    "logout-token": (
        {"alg": "RS256", "typ": "logout+jwt"},
        {
            "iss": "https://server.example.com",
            "sub": "248289761001",
            "aud": "s6BhdRkqt3",
            "iat": IAT,
            "jti": "bWJq",
            "events": {"http://schemas.openid.net/event/backchannel-logout": {}},
        },
    ),
    "request-object": (
        {"alg": "ES256", "typ": "oauth-authz-req+jwt"},
        {
            "iss": "s6BhdRkqt3",
            "aud": "https://s",
            "response_type": "code",
            "scope": "openid",
            "state": "x",
        },
    ),
    "sd-jwt-vc": (
        {"alg": "ES256", "typ": "dc+sd-jwt", "x5c": ["MIIB"]},
        {
            "vct": "urn:eudi:pid:1",
            "iss": "https://issuer.example.org",
            "iat": IAT,
            "exp": IAT + 5 * 31_557_600,
            "_sd": ["x"],
            "_sd_alg": "sha-256",
            "cnf": {"jwk": {"kty": "EC", "crv": "P-256", "x": "a", "y": "b"}},
        },
    ),
    "call-assertion": (
        {"alg": "ES256", "ppt": "shaken", "typ": "passport", "x5u": "https://c.example.org/a.pem"},
        {"attest": "A", "dest": {"tn": ["1"]}, "iat": IAT, "orig": {"tn": "2"}, "origid": "x"},
    ),
    "video-meeting": (
        {"alg": "RS256", "kid": "vpaas-magic-cookie-1a2b/4f4910", "typ": "JWT"},
        {"aud": "jitsi", "iss": "chat", "sub": "vpaas", "room": "*", "nbf": IAT - 10, "exp": EXP},
    ),
    "docker-registry": (
        {"typ": "JWT", "alg": "ES256", "x5c": ["MIIB"]},
        {
            "access": [{"type": "repository", "name": "library/x", "actions": ["pull"]}],
            "aud": "registry.docker.io",
            "iss": "auth.docker.io",
            "jti": "dckr_jti_x",
            "nbf": IAT,
            "sub": "",
            **TIMES,
        },
    ),
    "web-push": (
        {"typ": "JWT", "alg": "ES256"},
        {"aud": "https://push.example.net", "exp": EXP, "sub": "mailto:a@example.com"},
    ),
}


@pytest.mark.parametrize("name", ORDINARY)
def test_more_ordinary_tokens(name: str) -> None:
    """Shapes after the public documentation of each provider raise no alarm either."""
    header, payload = ORDINARY[name]
    found = review(token(json.dumps(payload), json.dumps(header)), now=NOW)

    assert not [one for one in found if one.severity is not Severity.INFO]
