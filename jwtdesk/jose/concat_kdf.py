"""The key that both sides derive from an agreed secret (RFC 7518 section 4.6.2)."""

from collections.abc import Mapping

from jwtdesk.jose.header_octets import optional_octets
from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.problem import Problem


def derived(
    shared: bytes, purpose: str, length: int, header: Mapping[str, Value]
) -> bytes | Problem:
    """Return `length` octets from the agreed secret `shared` by the Concat KDF with SHA-256.

    `purpose` is the name that the key is for: `enc` when it encrypts the content itself, else
    `alg`. `apu` and `apv` of `header` name the two parties.
    """
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.concatkdf import ConcatKDFHash

    producer, consumer = optional_octets(header, "apu"), optional_octets(header, "apv")
    if isinstance(producer, Problem):
        return producer
    if isinstance(consumer, Problem):
        return consumer
    parts = (purpose.encode("ascii"), producer, consumer)
    about = b"".join(len(one).to_bytes(4, "big") + one for one in parts)
    about += (length * 8).to_bytes(4, "big")
    return ConcatKDFHash(SHA256(), length, about).derive(shared)
