"""Names of keys that are none."""

import json

import pytest

from tests.analysis.lints.reviewed import ERROR, WARNING, in_header, of, review, severity
from tests.made import SECRET, part, token


def named(kid: object) -> str:
    """Return a header with this `kid`."""
    return json.dumps({"alg": "HS256", "typ": "JWT", "kid": kid})


ORDINARY = [
    "xZtW7/IVLWK5m4VSbOO3zICRdBoHrnDDwEmv88OL67I=",
    "/9xZtW7/IVLWK5m4VSbOO3zICRdBo+rnDDwEmv88OL67I=",
    "208D60D0B7A32CDB89CA356C0F75615B81A9E33D",
    "2026-11-signing-a",
    "ap-northeast-15",
    "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK#z6Mkha",
    "did:web:example.com:u:ada#key-1",
    "https://vault.example.net/keys/signing/0123456789abcdef?api=7&id=5",
    "projects/p/locations/global/keyRings/r/cryptoKeys/k/cryptoKeyVersions/1",
    "arn:aws:kms:eu-west-1:123456789012:key/12345678-1234-1234-1234-123456789012",
    "vpaas-magic-cookie-1a2b/4f4910",
    "CN=signing (EU), O=Example; Ltd, C=DE",
    "O'Brien's key",
    "Orders and unions",
    "key #1 -- old",
    "select",
    "<img src=file:///etc/hostname>",
    "a|b",
    "v1..2",
    "user@example.com",
    "{0a1b}",
    "rsa.pem",
    "keys/2026.pem",
    "Ключ 1",
    "100%",
]


@pytest.mark.parametrize("kid", ORDINARY)
@pytest.mark.parametrize("identity", ["kid-path", "kid-injection", "empty-kid", "claim-type"])
def test_ordinary_names(kid: str, identity: str) -> None:
    """Identifiers of every provider, odd ones too, are left in peace."""
    assert not of(identity, in_header(named(kid)))


@pytest.mark.parametrize(
    "kid",
    [
        "../../../../../../dev/null",
        "..\\..\\windows\\win.ini",
        "/dev/null",
        "/etc/passwd",
        "/proc/sys/kernel/randomize_va_space",
        "keys/../../secret",
        "..%2f..%2fetc%2fpasswd",
        "%2e%2e/%2e%2e/x",
        "..%252f..%252fx",
        "file:///etc/passwd",
        "C:\\keys\\a.pem",
        "c:/keys/a.pem",
        "\\\\host\\share\\key",
        "/var/www/html/a.css",
        "/keys/signing/prod.pem",
        "~/keys/a",
        "..;/x",
    ],
)
def test_paths(kid: str) -> None:
    """A name that climbs through directories or names a file is an attack."""
    (found,) = of("kid-path", in_header(named(kid)))

    assert found.severity is ERROR
    assert found.where == "header.kid"
    assert found.span is not None


@pytest.mark.parametrize(
    "kid",
    [
        "x' UNION SELECT 'a';--",
        "' OR 1=1 --",
        "' or '1'='1",
        '" or ""="',
        "x'; DROP TABLE keys",
        "1 OR 1=1",
        "a' || 'b",
        "x') AND (1=1",
        "1; delete from keys",
        "key' AND SLEEP(5)#",
        "1 UNION ALL SELECT NULL",
        "select k from keys",
        "pg_sleep(10)",
        "key.txt|whoami",
        "key; sleep 10",
        "| /usr/bin/uname",
        "$(id)",
        "`id`",
        "a && ls",
        "${jndi:ldap://x/a}",
        "{{7*7}}",
        "<%= 7 %>",
        "*)(uid=*",
        "a)(|(b=*",
        "a\x00b",
        "a\r\nX-Header: 1",
        "%27%20OR%20%271%27=%271",
        {"$ne": ""},
    ],
)
def test_code(kid: object) -> None:
    """A name that closes a string and goes on, or starts a command, is an attack."""
    assert severity("kid-injection", in_header(named(kid))) is ERROR


@pytest.mark.parametrize("kid", ["", " ", "\t\n", None])
def test_empty_names(kid: object) -> None:
    """A name that names nothing is one to mend."""
    found = in_header(named(kid))

    assert severity("empty-kid", found) is WARNING
    assert not of("claim-type", found)


@pytest.mark.parametrize("header", ['{"alg":"HS256"}', '{"alg":"HS256","kid":0}', named({"a": 1})])
def test_no_name_is_not_an_empty_one(header: str) -> None:
    """A missing name is ordinary, one of another type is a matter of types."""
    found = in_header(header)

    assert not of("empty-kid", found)
    assert not of("kid-injection", found)


def keyed(*kids: str) -> bytes:
    """Return a JWK Set with the secret of the tests under the first name, others behind it."""
    secrets = [SECRET, *(bytes([at] * 32) for at in range(len(kids) - 1))]
    named = [
        {"kty": "oct", "kid": kid, "k": part(secret)}
        for kid, secret in zip(kids, secrets, strict=True)
    ]
    return json.dumps({"keys": named}).encode()


@pytest.mark.parametrize(
    ("kid", "kids", "found"),
    [
        ("b", ["a"], WARNING),
        ("b", ["a", "c"], WARNING),
        ("a", ["a", "b"], None),
        ("did:web:example.com#a", ["a"], None),
        ("did:web:example.com#a", ["#a"], None),
        ("b", [""], None),
        (7, ["a"], None),
    ],
)
def test_another_name_than_that_of_the_key(kid: object, kids: list[str], found: object) -> None:
    """It verifies here, and nowhere where keys are looked up by their names."""
    assert severity("kid-mismatch", review(token(header=named(kid)), keyed(*kids))) is found


def test_a_wrong_key_of_another_name_is_named() -> None:
    """That the token asks for another key says why this one did not make it."""
    other = token(header=named("b"), secret=b"another secret, of another key..")
    (found,) = of("kid-mismatch", review(other, keyed("a")))
    assert "b" in found.detail
    assert found.where == "header.kid"


def test_without_a_key_no_name_is_wrong() -> None:
    """There is nothing that it could be compared with."""
    assert not of("kid-mismatch", in_header(named("b")))
