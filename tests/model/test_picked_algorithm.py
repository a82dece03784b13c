"""Picking an algorithm changes what must change in the header, and nothing else."""

import pytest

from jwtdesk.model.picked_algorithm import with_algorithm

CASES = [
    ('{"alg":"HS256", "typ":"JWT"}', "HS512", '{"alg":"HS512", "typ":"JWT"}'),
    ('{"typ":"JWT"}', "HS512", '{"alg":"HS512","typ":"JWT"}'),
    ('{"alg":"HS256","typ":"JWT"}', "dir", '{"alg":"dir","enc":"A256GCM","typ":"JWT"}'),
    ("{}", "dir", '{"alg":"dir","enc":"A256GCM"}'),
    ('{"enc":"A128GCM", "alg":"dir"}', "A128KW", '{"enc":"A128GCM", "alg":"A128KW"}'),
    ('{"alg":"dir","enc":"A128GCM","zip":"DEF"}', "HS256", '{"alg":"HS256"}'),
    (
        '{"alg":"ECDH-ES","epk":{"kty":"EC"},"enc":"A128GCM","apu":"QQ"}',
        "RSA-OAEP",
        '{"alg":"RSA-OAEP","enc":"A128GCM"}',
    ),
    (
        '{"alg":"ECDH-ES","epk":{"kty":"EC"},"enc":"A128GCM"}',
        "ECDH-ES",
        '{"alg":"ECDH-ES","epk":{"kty":"EC"},"enc":"A128GCM"}',
    ),
    ('{"alg":"HS256","b64":false,"crit":["b64"]}', "dir", '{"alg":"dir","enc":"A256GCM"}'),
    (
        '{"alg":"HS256","b64":false,"crit":["b64","x"]}',
        "dir",
        '{"alg":"dir","enc":"A256GCM","crit":["b64","x"]}',
    ),
    ("[]", "HS256", "[]"),
]


@pytest.mark.parametrize(("before", "name", "after"), CASES)
def test_the_header_is_made_to_suit(before: str, name: str, after: str) -> None:
    """What only the old way needed goes, what the new one needs comes."""
    assert with_algorithm(before, name) == after
