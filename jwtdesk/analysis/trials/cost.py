"""What a trial costs, as an estimate: no clock is read below `app`, yet a budget must be kept."""

from jwtdesk.analysis.hypothesis import Work
from jwtdesk.jose.algorithm import Algorithm, Family
from jwtdesk.jose.key import Key

# Milliseconds of one check, measured on a small two-core machine, and of hashing one octet more.
CHECK = {
    Family.HMAC: 0.004,
    Family.EDDSA: 0.13,
    Family.ML_DSA: 0.25,
    Family.NONE: 0.001,
}
CURVES = {"P-256": 0.08, "P-384": 0.55, "P-521": 0.55, "secp256k1": 0.35}
RSA_2048, RSA_BITS = 0.03, 2048
OCTET = 0.000003


def check_cost(chosen: Algorithm, key: Key | None, octets: int) -> float:
    """Return about how many milliseconds one check of `octets` octets takes."""
    if chosen.family is Family.ECDSA:
        base = CURVES.get(chosen.curves[0], 0.5)
    elif chosen.family in (Family.RSA_PKCS1, Family.RSA_PSS):
        size = key.size if key is not None else RSA_BITS
        base = RSA_2048 * (size / RSA_BITS) ** 2
    else:
        base = CHECK[chosen.family]
    return base + octets * OCTET


class Meter:
    """Adds small costs up, so that a pause is yielded only when some work has been done."""

    STEP = 4.0

    def __init__(self) -> None:
        """Start at nothing."""
        self._due = 0.0

    def spent(self, milliseconds: float) -> Work | None:
        """Add `milliseconds`; return a pause when enough of them have come together."""
        self._due += milliseconds
        if self._due < self.STEP:
            return None
        pause = Work(self._due)
        self._due = 0.0
        return pause

    def rest(self) -> Work:
        """Return a pause for what has not been told yet."""
        pause = Work(self._due)
        self._due = 0.0
        return pause
