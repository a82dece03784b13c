"""The policy lamp: would a service accept this token, and may this key be used for it?"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from jwtdesk.analysis.expectations import expected
from jwtdesk.analysis.holder import presented
from jwtdesk.analysis.payload import claims_of
from jwtdesk.analysis.rules import Rules
from jwtdesk.analysis.verdict import Lamp, State
from jwtdesk.jose.headers import UNDERSTOOD, crit_faults, header_members
from jwtdesk.jose.key import Key, Keys, Unreadable
from jwtdesk.jose.key_rules import forbidden
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.segment import read_segment
from jwtdesk.jose.token import Signature, Token
from jwtdesk.jose.verify import SignatureCode, Verification
from jwtdesk.jose.words import plural, tr

# These answers are about the key that they carry, or about one that cannot be used.
_OF_ITS_OWN_KEY = frozenset(
    {SignatureCode.VERIFIED, SignatureCode.DECRYPTED, SignatureCode.KEY_UNUSABLE}
)


@dataclass(frozen=True, slots=True)
class Policy:
    """Everything that speaks against a token besides its signature and its dates.

    `restricted` is how often the key and the header said what may be, `expected` how many
    expectations there were, broken or not. `deferred` says that some are held against the token
    inside.
    """

    faults: tuple[Problem, ...]
    restricted: int = 0
    expected: int = 0
    deferred: bool = False

    @property
    def lamp(self) -> Lamp:
        """The lamp: bad when anything fails, ok when something was checked and all of it holds."""
        if self.faults:
            text = " ".join(one.message for one in self.faults)
            return Lamp(State.BAD, self.faults[0].code, text, self._short)
        if self.expected:
            text = plural(
                self.expected, "The one expectation is met.", "All {count} expectations are met."
            )
            return Lamp(State.OK, "holds", text, tr("Holds"))
        if self.deferred:
            text = tr("What is expected is expected of the claims in the token inside this one.")
        else:
            text = tr(
                "Nothing is expected of this token: issuer, audience and the rest are unchecked."
            )
        if self.restricted:
            allowed = tr("The key and the header allow what is done with them.")
            return Lamp(State.OK, "holds", f"{allowed} {text}", tr("Allowed"))
        return Lamp(State.UNKNOWN, "not-checked", text, tr("Not checked"))

    @property
    def _short(self) -> str:
        if len(self.faults) > 1:
            return plural(len(self.faults), "{count} rule broken", "{count} rules broken")
        return fault_words(self.faults[0].code)


def policy(  # noqa: PLR0913  # everything a policy looks at, each by its own name
    token: Token | None,
    verification: Verification | None,
    rules: Rules,
    now: int,
    *,
    keys: Keys | Unreadable | None = None,
    position: int = 0,
) -> Policy:
    """Hold `token` against the key's restrictions, `crit` and the `rules`: every check runs.

    `position` says which of several signatures `verification` is about.
    """
    if token is None or not token.signatures:
        return Policy(())
    signature = token.signatures[position]
    restrictions = [*_key_restrictions(signature, verification, keys)]
    restrictions += _crit(signature, UNDERSTOOD if token.encrypted is None else ())
    own = rules_for(token, rules)
    expectations = [*expected(signature.header, claims_of(token), own, now)]
    expectations += presented(token, rules)
    faults = tuple(one for outcome in (*restrictions, *expectations) for one in outcome)
    return Policy(faults, len(restrictions), len(expectations), deferred=own != rules)


def rules_for(token: Token, rules: Rules) -> Rules:
    """Return what of `rules` is expected of `token` itself.

    A token around another one has no claims of its own: those are inside (RFC 7519 section 5.2),
    and what is expected of them is expected there. How it is made itself is held against it, too.
    """
    if token.payload_octets is None:
        return rules
    # What finds tokens inside is loaded with the first payload.
    from jwtdesk.analysis.inner import whole_payload

    if whole_payload(token) is None:
        return rules
    return Rules(
        leeway=rules.leeway,
        algorithms=rules.algorithms,
        kb_aud=rules.kb_aud,
        kb_nonce=rules.kb_nonce,
    )


def _key_restrictions(
    signature: Signature, verification: Verification | None, keys: Keys | Unreadable | None
) -> Iterator[tuple[Problem, ...]]:
    """Yield what the key's own `alg`, `use` and `key_ops` forbid (RFC 7517 section 4)."""
    key = deciding_key(verification, keys)
    alg = signature.header.get("alg")
    if key and isinstance(alg, str) and (key.alg or key.use or key.key_ops is not None):
        yield forbidden(alg, key, signature.header.get("enc"))


def deciding_key(verification: Verification | None, keys: Keys | Unreadable | None) -> Key | None:
    """Return the key that the verdict is about: the one that verified, or the only one there is.

    There is none when the key that the token names cannot be used: no other takes its place.
    """
    if verification and verification.code in _OF_ITS_OWN_KEY:
        return verification.key
    if isinstance(keys, Keys) and len(keys.members) == 1:
        return keys.members[0]
    return verification.key if verification else None


def _crit(signature: Signature, understood: Collection[str]) -> Iterator[tuple[Problem, ...]]:
    if "crit" in signature.header:
        protected = header_members(read_segment(signature.protected, 0).document)
        names = protected if isinstance(protected, dict) else {}
        yield crit_faults(signature.header, names, understood)


def fault_words(code: str) -> str:
    """Return the two or three words for a broken rule."""
    names = {
        "alg-not-allowed": tr("Algorithm refused"),
        "issuer-mismatch": tr("Wrong issuer"),
        "audience-mismatch": tr("Wrong audience"),
        "subject-mismatch": tr("Wrong subject"),
        "type-mismatch": tr("Wrong type"),
        "nonce-mismatch": tr("Wrong nonce"),
        "claim-missing": tr("Claim missing"),
        "too-old": tr("Too old"),
        "lifetime-too-long": tr("Lives too long"),
        "key-alg-mismatch": tr("Key forbids it"),
        "key-use-mismatch": tr("Key forbids it"),
        "key-ops-mismatch": tr("Key forbids it"),
        "kb-missing": tr("Holder missing"),
        "issuer-alg-none": tr("Not signed"),
    }
    return names.get(code, tr("Must be refused"))
