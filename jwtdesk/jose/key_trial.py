"""The library's own, slow validation of a private key: to be run where it can be ended."""

from jwtdesk.jose.key import KeyInput, Unreadable
from jwtdesk.jose.key_format import read_key
from jwtdesk.jose.material.rsa_signing import RsaSigning
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr


def try_key(given: KeyInput) -> Problem | None:
    """Load every RSA private key of the text with full validation; return what is wrong, or None.

    Runs in a child process: it can take minutes, hold every thread, or die with an exception that
    is no `Exception`. The library's words are never passed on: they can hold private numbers.
    """
    try:
        found = read_key(given)
        if isinstance(found, Unreadable):
            return found.problem
        signing = (one.signing for one in found.members)
        sound = all(one.load(validate=True) for one in signing if isinstance(one, RsaSigning))
    except BaseException:  # noqa: BLE001 - pyo3's PanicException is a BaseException
        sound = False
    if sound:
        return None
    return Problem(
        "key-inconsistent",
        tr("This private key fails its own checks: its numbers are no sound RSA key."),
    )
