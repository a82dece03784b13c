"""Making a signature over octets (RFC 7515 section 5.1, step 5)."""

from jwtdesk.jose.algorithm import Algorithm, KeyType
from jwtdesk.jose.key import Key
from jwtdesk.jose.key_fit import misfit
from jwtdesk.jose.material.loaded import loaded
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.verify import verify_with
from jwtdesk.jose.words import tr


def sign(algorithm: Algorithm, key: Key | None, signing_input: bytes) -> bytes | Problem:
    """Return the signature octets of `signing_input`, or why this key cannot make one.

    `none` needs no key and yields no octets. Never raises, and never shows a library's words:
    they can hold private numbers.
    """
    if algorithm.key_type is None:
        return b""
    if key is None:
        return Problem("no-key", tr("Signing with {alg} needs a key.", alg=algorithm.name))
    problem = misfit(algorithm, key, signing=True)
    if problem is not None:
        return problem
    try:
        made = algorithm.engine().sign(signing_input, loaded(key.signing))
    except Exception:  # noqa: BLE001 - whatever the library finds, its text may hold the key
        return _failed(algorithm)
    # An RSA key is loaded without the library's prime tests: its work is checked instead.
    if key.type is KeyType.RSA and not verify_with(algorithm, key, signing_input, made):
        return _failed(algorithm)
    return bytes(made)


def _failed(algorithm: Algorithm) -> Problem:
    return Problem(
        "key-inconsistent",
        tr(
            "This private key could not make a right {alg} signature: its numbers do not fit.",
            alg=algorithm.name,
        ),
    )
