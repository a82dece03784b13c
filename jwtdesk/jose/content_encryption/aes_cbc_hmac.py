"""A128CBC-HS256, A192CBC-HS384, A256CBC-HS512: AES-CBC with an HMAC (RFC 7518 section 5.2)."""

from functools import partial

from jwtdesk.jose.algorithm import Standing
from jwtdesk.jose.encryption import ContentEncryption
from jwtdesk.jose.engines.joserfc import content_engine


def _cbc(bits: int, order: int) -> ContentEncryption:
    name = f"A{bits}CBC-HS{2 * bits}"
    return ContentEncryption(
        name=name,
        # One half of the key authenticates, the other encrypts.
        key_octets=bits // 4,
        iv_octets=16,
        tag_octets=bits // 8,
        standing=Standing.RECOMMENDED,
        reference="RFC 7518 section 5.2",
        description="AES in CBC mode, authenticated with an HMAC: the one every library has.",
        order=order,
        engine=partial(content_engine, name),
    )


CONTENT_ENCRYPTIONS = (_cbc(128, 20), _cbc(192, 21), _cbc(256, 22))
