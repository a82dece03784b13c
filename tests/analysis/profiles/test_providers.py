"""What single providers add to the rules of specifications."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.analysis.profile import profiles
from tests.analysis.profiles.held import (
    BAD,
    EXP,
    IAT,
    NOW,
    OK,
    UNKNOWN,
    WARN,
    Members,
    checks,
    names,
    sentences,
    subject,
)

RS256 = {"alg": "RS256", "kid": "x", "typ": "JWT"}
TENANT = "21f3b184-12d7-414b-a151-adf6e5384b57"
TIMES = {"iat": IAT, "exp": EXP}
TOKENS: dict[str, dict[str, Any]] = {
    "entra": {
        "aud": "3dad98e2-8e94-41b3-aec7-5079db839ba9",
        "iss": f"https://login.microsoftonline.com/{TENANT}/v2.0",
        "nbf": IAT,
        "oid": "65d29e96-1d67-4198-a582-4d953870315e",
        "tid": TENANT.upper(),
        "ver": "2.0",
        **TIMES,
    },
    "cognito": {
        "sub": "a8e3222a",
        "iss": "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Abc123",
        "client_id": "bab8184e",
        "token_use": "access",
        **TIMES,
    },
    "google": {
        "iss": "https://accounts.google.com",
        "aud": "1.apps.googleusercontent.com",
        "sub": "107",
        "email": "j@example.com",
        "email_verified": True,
        "hd": "example.com",
        **TIMES,
    },
    "firebase": {
        "iss": "https://securetoken.google.com/proj",
        "aud": "proj",
        "auth_time": IAT,
        "user_id": "u",
        "sub": "u",
        "firebase": {"sign_in_provider": "phone"},
        **TIMES,
    },
    "kubernetes": {
        "aud": ["https://kubernetes.default.svc"],
        "iss": "https://kubernetes.default.svc",
        "kubernetes.io": {
            "namespace": "default",
            "pod": {"name": "p", "uid": "1"},
            "serviceaccount": {"name": "sa", "uid": "2"},
        },
        "sub": "system:serviceaccount:default:sa",
        **TIMES,
    },
    "github-actions": {
        "iss": "https://token.actions.githubusercontent.com",
        "aud": "https://github.com/octo-org",
        "sub": "repo:octo-org/octo-repo:environment:prod",
        "repository": "octo-org/octo-repo",
        "repository_owner": "octo-org",
        "repository_id": "74",
        "repository_owner_id": "65",
        "ref": "refs/heads/main",
        "job_workflow_ref": "octo-org/x/.github/workflows/oidc.yml@refs/heads/main",
        "nbf": IAT,
        **TIMES,
    },
}


def changed(name: str, changes: Members) -> dict[str, object]:
    """Return the claims of a token with some changed; one given as None is left out."""
    return {key: one for key, one in {**TOKENS[name], **changes}.items() if one is not None}


@pytest.mark.parametrize("name", TOKENS)
def test_an_ordinary_token_is_recognised_and_right(name: str) -> None:
    """A token as the provider documents it follows the provider's rules."""
    one = subject(RS256, TOKENS[name])

    assert names(one)[0] == name
    assert not sentences(name, one, BAD, WARN)


@pytest.mark.parametrize(
    ("name", "changes", "state", "said"),
    [
        ("entra", {"tid": "d14fd5a2-eb4e-460e-abf4-c74efd7e3ad6"}, BAD, "“tid” is not the tenant"),
        ("entra", {"tid": None}, UNKNOWN, "The tenant must be one that you accept: missing"),
        ("entra", {"ver": "1.0"}, BAD, "does not belong to version"),
        ("entra", {"ver": "1.0", "iss": f"https://sts.windows.net/{TENANT}/"}, OK, "version “1.0”"),
        ("entra", {"ver": "3"}, OK, "“ver” is there"),
        ("entra", {"iss": f"https://x.b2clogin.com/{TENANT}/v2.0/"}, OK, "version “2.0”"),
        ("entra", {"oid": None}, WARN, "Neither “oid” nor “sub”"),
        ("entra", {"aud": "00000003-0000-0000-c000-000000000000"}, UNKNOWN, "Microsoft's own"),
        ("entra", {"upn": "a@b.example"}, UNKNOWN, "“upn” may change"),
        (
            "cognito",
            {"iss": "https://cognito-idp.eu-west-1.amazonaws.com/us-east-1_A"},
            BAD,
            "region",
        ),
        ("cognito", {"token_use": "refresh"}, BAD, "must be “id” or “access”"),
        ("cognito", {"token_use": "id"}, BAD, "“aud” is missing"),
        ("cognito", {"client_id": None}, BAD, "“client_id” is missing"),
        ("google", {"email_verified": False}, WARN, "was not verified"),
        ("google", {"email_verified": "true"}, BAD, "“email_verified” is of the wrong type"),
        ("google", {"email": None}, UNKNOWN, "“hd” is “example.com”"),
        ("google", {"hd": None}, OK, "The e-mail address was verified"),
        ("google", {"sub": None, "google": {}}, OK, "The algorithm is RS256"),
        ("google", {"sub": None}, BAD, "“sub” is missing"),
        ("firebase", {"aud": "other"}, BAD, "must be the project"),
        ("firebase", {"auth_time": NOW + 1}, BAD, "in the future"),
        ("firebase", {"auth_time": None}, BAD, "“auth_time” is missing"),
        ("firebase", {"sub": "other"}, BAD, "as “user_id” does"),
        ("firebase", {"sub": ""}, BAD, "“sub” must name the user"),
        ("kubernetes", {"sub": "system:serviceaccount:kube-system:sa"}, BAD, "is not the service"),
        ("kubernetes", {"kubernetes.io": {"namespace": "default"}}, WARN, "bound to no object"),
        ("kubernetes", {"kubernetes.io": 7}, BAD, "is of the wrong type"),
        ("kubernetes", {"kubernetes.io": None}, BAD, "“kubernetes.io” is missing"),
        ("kubernetes", {"iss": "kubernetes/serviceaccount"}, WARN, "of the old kind"),
        ("github-actions", {"sub": "repo:evil/x:ref:a"}, WARN, "does not begin with"),
        ("github-actions", {"sub": "custom"}, UNKNOWN, "Trust by the whole “sub”: “custom”"),
        ("github-actions", {"repository_id": None}, WARN, "Without the numbers"),
        ("github-actions", {"event_name": "pull_request"}, UNKNOWN, "pull request"),
        ("github-actions", {"ref": None}, BAD, "“ref” is missing"),
    ],
)
def test_one_thing_changed(name: str, changes: Members, state: object, said: str) -> None:
    """Each rule by itself."""
    one = subject(RS256, changed(name, changes))
    found = [check.sentence for check in checks(name, one) if check.state is state]

    assert name in names(one)
    assert [text for text in found if said in text], found


@pytest.mark.parametrize("name", ["entra", "cognito", "google", "firebase", "github-actions"])
def test_another_algorithm(name: str) -> None:
    """These providers sign with RS256 alone."""
    found = sentences(name, subject({"alg": "HS256", "kid": "x"}, TOKENS[name]), BAD)

    assert [text for text in found if "RS256" in text]


def test_a_load_balancer_is_no_user_pool() -> None:
    """What an Amazon load balancer signs has the pool as issuer, and rules of its own."""
    assert names(subject({**RS256, "signer": "arn:aws:x"}, TOKENS["cognito"])) == []


@pytest.mark.parametrize("issuer", [7, None, "", "https://example.com", "accounts.example.com"])
def test_other_issuers(issuer: object) -> None:
    """Nobody else's token is taken for a provider's."""
    assert names(subject(RS256, {"iss": issuer, "sub": "a"})) == []


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2)
    ),
    max_leaves=4,
)
CLAIMS = sorted(
    {name for one in TOKENS.values() for name in one} | {"events", "cnf", "vct", "htm", "htu"}
)


@given(
    st.dictionaries(
        st.sampled_from(["alg", "typ", "jwk", "kid", "nonce", "x5c"]), VALUES, max_size=4
    ),
    st.dictionaries(st.sampled_from(CLAIMS), VALUES, max_size=8) | VALUES,
)
def test_any_token_can_be_held_against_any_profile(header: dict[str, Any], claims: object) -> None:
    """Whatever a token holds, every profile is between sure and not, and answers."""
    one = subject(header, claims)
    for profile in profiles():
        assert 0.0 <= profile.recognise(one) <= 1.0
        for check in profile.checks(one):
            assert check.sentence.endswith(".")


def test_profiles_have_names_of_their_own() -> None:
    """Names and orders are not shared, and every title is there."""
    found = profiles()

    assert len({one.name for one in found}) == len(found)
    assert len({one.order for one in found}) == len(found)
    assert all(one.title for one in found)
