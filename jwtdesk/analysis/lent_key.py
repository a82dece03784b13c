"""A key that was given for one token and is tried on the token inside it: when does that count?"""

from collections.abc import Sequence

from jwtdesk.jose.key import Keys, Unreadable
from jwtdesk.jose.token import Token
from jwtdesk.jose.verify import SignatureCode, Verification
from jwtdesk.jose.words import tr

_PROVEN = frozenset({SignatureCode.VERIFIED, SignatureCode.DECRYPTED})
# What a key that was never meant for this token would bring about, too.
_OF_A_STRANGER = frozenset(
    {SignatureCode.MISMATCH, SignatureCode.CANNOT_DECRYPT, SignatureCode.KEY_UNUSABLE}
)


def proves(answer: Verification | None) -> bool:
    """Return whether `answer` shows that the key is the right one."""
    return answer is not None and answer.code in _PROVEN


def counts(token: Token, answers: Sequence[Verification], keys: Keys | Unreadable | None) -> bool:
    """Return whether `answers` say something about `token`, and not only that the key is another's.

    `keys` proved right for a token around it. A set is all that somebody has, so its answer counts,
    and so does that of a key which `token` names; any other has to verify or decrypt.
    """
    if not isinstance(keys, Keys) or keys.is_set or len(keys.members) > 1:
        return True
    if any(map(proves, answers)):
        return True
    kid = keys.members[0].kid
    return kid is not None and any(
        one.header.get("kid") == kid and answer.code is not SignatureCode.KEY_UNUSABLE
        for one, answer in zip(token.signatures, answers, strict=False)
    )


def set_aside(token: Token, answers: Sequence[Verification]) -> tuple[Verification, ...]:
    """Return `answers` as if the key had not been tried, where it is only another's."""
    if token.encrypted is None:
        text = tr(
            "Not checked: the key given belongs to the token around this one, and did not sign it. "
            "Give the key of whoever did."
        )
    else:
        text = tr(
            "Encrypted: the key given belongs to the token around this one, and does not open it. "
            "Give the key that does."
        )
    unknown = Verification(SignatureCode.NO_KEY, text)
    return tuple(unknown if one.code in _OF_A_STRANGER else one for one in answers)
