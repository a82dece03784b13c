"""Encrypted private keys, opened with a passphrase within a bounded cost (RFC 5958, RFC 8018)."""

from jwtdesk.jose.der import INTEGER, OBJECT, OCTET_STRING, SEQUENCE, Der, Malformed
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr

SCRYPT = "1.3.6.1.4.1.11591.4.11"
PBES2 = "1.2.840.113549.1.5.13"
# About 100 ms each; OpenSSL's own default is 2,048 rounds.
MOST_ROUNDS = 600_000
MOST_SCRYPT = 1 << 19


def opened_pkcs8(octets: bytes, passphrase: bytes | None) -> bytes | Problem:
    """Return the plain PKCS#8 of an EncryptedPrivateKeyInfo; never raises.

    The cost that the text asks for is read first, so that none can take minutes.
    """
    if not passphrase:
        return _no_passphrase()
    fault = _too_costly(octets)
    if fault is not None:
        return fault
    from cryptography.hazmat.primitives.serialization import load_der_private_key

    try:
        return _plain(load_der_private_key(octets, passphrase, unsafe_skip_rsa_key_validation=True))
    except BaseException:  # noqa: BLE001 - pyo3's PanicException is a BaseException
        return _wrong_passphrase()


def opened_pem(pem: bytes, passphrase: bytes | None) -> bytes | Problem:
    """Return the plain PKCS#8 of a PEM block with `DEK-Info` (RFC 1421); never raises."""
    if not passphrase:
        return _no_passphrase()
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        return _plain(load_pem_private_key(pem, passphrase, unsafe_skip_rsa_key_validation=True))
    except BaseException:  # noqa: BLE001 - pyo3's PanicException is a BaseException
        return _wrong_passphrase()


def _plain(private: object) -> bytes:
    from cryptography.hazmat.primitives.serialization import (
        Encoding,
        NoEncryption,
        PrivateFormat,
    )

    write = getattr(private, "private_bytes")  # noqa: B009 - every key kind has it, no type says so
    return bytes(write(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()))


def _too_costly(octets: bytes) -> Problem | None:
    try:
        cost, most = _cost(Der(octets).sequence().sequence())
    except Malformed:
        return Problem(
            "der-malformed", tr("This looks like an encrypted key, but its structure is damaged.")
        )
    if 0 <= cost <= most:
        return None
    return Problem(
        "key-too-costly",
        tr(
            "This key asks for {cost} rounds of work to check its passphrase; "
            "up to {most} are done. Write it again with fewer.",
            cost=f"{cost:,}",
            most=f"{most:,}",
        ),
    )


def _cost(identifier: Der) -> tuple[int, int]:
    scheme = identifier.object_id()
    parameters = identifier.sequence()
    if scheme != PBES2:
        parameters.take(OCTET_STRING)
        return parameters.number(), MOST_ROUNDS
    derivation = parameters.sequence()
    kind = derivation.object_id()
    inner = derivation.sequence()
    if inner.peek() not in (OCTET_STRING, SEQUENCE, OBJECT):
        raise Malformed
    inner.skip()
    if kind != SCRYPT:
        return inner.number(), MOST_ROUNDS
    numbers: list[int] = []
    while inner.peek() == INTEGER and len(numbers) < len("Nrp"):
        numbers.append(inner.number())
    if len(numbers) < len("Nrp"):
        raise Malformed
    return numbers[0] * numbers[1] * numbers[2], MOST_SCRYPT


def _no_passphrase() -> Problem:
    return Problem("key-encrypted", tr("This private key is encrypted: give its passphrase."))


def _wrong_passphrase() -> Problem:
    return Problem(
        "key-passphrase-wrong",
        tr("The passphrase does not open this key, or the key is damaged."),
    )
