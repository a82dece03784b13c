"""dir: the shared key is the content key itself (RFC 7518 section 4.5)."""

from dataclasses import dataclass

from jwtdesk.jose.algorithm import KeyType, Standing
from jwtdesk.jose.encryption import KeyManagement, Wrapped, Wrapping
from jwtdesk.jose.key import Key
from jwtdesk.jose.key_wrap import secret_octets
from jwtdesk.jose.problem import Problem


@dataclass(frozen=True, slots=True)
class DirectEngine:
    """Nothing is computed: the octets of the secret encrypt the content."""

    def unwrap(self, key: Key, case: Wrapping) -> bytes | Problem:
        """Return the octets of the secret; that they are as many as needed was seen before."""
        del case
        return secret_octets(key.signing)

    def wrap(self, key: Key, case: Wrapping, content_key: bytes | None) -> Wrapped | Problem:
        """Return the octets of the secret, and no encrypted key."""
        del case, content_key
        return Wrapped(secret_octets(key.signing))


KEY_MANAGEMENT = KeyManagement(
    name="dir",
    key_types=(KeyType.OCT,),
    standing=Standing.RECOMMENDED,
    reference="RFC 7518 section 4.5",
    description="No key is sent: both sides share the key that encrypts the content.",
    order=50,
    engine=DirectEngine,
    operations=("decrypt",),
    making=("encrypt",),
    determined=True,
)
