"""A128GCM, A192GCM, A256GCM: AES in Galois/Counter Mode (RFC 7518 section 5.3)."""

from functools import partial

from jwtdesk.jose.algorithm import Standing
from jwtdesk.jose.encryption import ContentEncryption
from jwtdesk.jose.engines.joserfc import content_engine


def _gcm(bits: int, order: int) -> ContentEncryption:
    name = f"A{bits}GCM"
    return ContentEncryption(
        name=name,
        key_octets=bits // 8,
        iv_octets=12,
        tag_octets=16,
        standing=Standing.RECOMMENDED,
        reference="RFC 7518 section 5.3",
        description="AES in Galois/Counter Mode: fast; a key and an IV must never meet twice.",
        order=order,
        engine=partial(content_engine, name),
    )


CONTENT_ENCRYPTIONS = (_gcm(128, 10), _gcm(192, 11), _gcm(256, 12))
