"""The key in `cnf` is the holder's (RFC 7800); its private part is never touched."""

import pytest

from jwtdesk.jose.confirmation import holder_key
from jwtdesk.jose.jsontext import Number, Value
from jwtdesk.jose.key import Keys
from jwtdesk.jose.problem import Problem, Severity
from tests.jose.jwk_of import jwk_of


@pytest.mark.parametrize("name", ["ec-p256", "rsa-2048", "ed25519", "ml-dsa-44"])
def test_a_key_is_read_without_its_private_part(name: str) -> None:
    """Whatever its type."""
    keys = holder_key({"cnf": {"jwk": jwk_of(name)}})
    assert isinstance(keys, Keys)
    assert [one.private for one in keys.members] == [False]


@pytest.mark.parametrize(
    ("cnf", "code", "severity"),
    [
        (None, "kb-no-key", Severity.ERROR),
        ([], "kb-no-key", Severity.ERROR),
        ({}, "kb-no-key", Severity.ERROR),
        ({"jwk": None}, "kb-no-key", Severity.ERROR),
        ({"jwk": {}}, "kb-key-unusable", Severity.ERROR),
        ({"jwk": {"kty": Number("1")}}, "kb-key-unusable", Severity.ERROR),
        ({"jwk": {"kty": "EC", "crv": "P-256", "x": "AA", "y": "AA"}}, "kb-key-unusable", None),
        ({"jwk": {"kty": "oct", "k": "AA"}}, "kb-key-symmetric", Severity.ERROR),
        ({"kid": "x"}, "kb-key-elsewhere", Severity.WARNING),
        ({"jwe": "x", "x5t#S256": "y"}, "kb-key-elsewhere", Severity.WARNING),
    ],
)
def test_what_is_no_key_is_told(cnf: Value, code: str, severity: Severity | None) -> None:
    """A key that lies elsewhere is no fault."""
    found = holder_key({"cnf": cnf})
    assert isinstance(found, Problem)
    assert found.code == code
    assert severity is None or found.severity is severity
