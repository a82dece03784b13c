"""What came of decrypting a token, as a value (RFC 7516 section 5.2)."""

from dataclasses import dataclass, field

from jwtdesk.jose.verify import SignatureCode, Verification


@dataclass(frozen=True, slots=True)
class Decryption:
    """The outcome of decrypting a JWE with the keys at hand.

    `checks` has one answer for each recipient: `decrypted`, `cannot-decrypt`, `no-key`,
    `key-unusable`, `unsupported-algorithm` or `malformed`, each with its sentence. `plaintext` is
    what was encrypted, inflated where `zipped`; None when nothing could be opened.
    """

    checks: tuple[Verification, ...]
    plaintext: bytes | None = field(default=None, repr=False)
    zipped: bool = False

    @property
    def succeeded(self) -> bool:
        """Whether the plaintext is there."""
        return any(one.code is SignatureCode.DECRYPTED for one in self.checks)
