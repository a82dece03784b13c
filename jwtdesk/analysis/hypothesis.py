"""How one family of explanations for a token that does not verify or open presents itself."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache

from jwtdesk.jose.discover import registered
from jwtdesk.jose.key import KeyInput, Keys, Unreadable
from jwtdesk.jose.problem import Span
from jwtdesk.jose.token import Token
from jwtdesk.jose.verify import Verification


class Confidence(Enum):
    """Whether an explanation was computed to hold, or is only what usually happened."""

    PROVEN = "proven"
    LIKELY = "likely"


@dataclass(frozen=True, slots=True)
class UseKey:
    """The mend is another key, or the same one read another way."""

    key: KeyInput


@dataclass(frozen=True, slots=True)
class UseToken:
    """The mend is another token text."""

    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """What the card's button does: its label, and the changes applied together."""

    label: str
    changes: tuple[UseKey | UseToken, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """One card: why the signature does not verify.

    `id` is stable; `title` and `evidence` are one sentence each; `fix` is the mend, if there is
    one. `would` is the clause for a headline, to follow "Wrong signature: ", or "" when the title
    says it best ("it would verify if the secret were base64-decoded"). `place` is where in
    `Case.text` the trouble is, in code points, when it has a place. `reference` says where to read
    on, "" for what its id has.
    """

    id: str
    title: str
    evidence: str
    confidence: Confidence
    fix: Fix | None = None
    would: str = ""
    place: Span | None = None
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """Everything a hypothesis may look at.

    `text` is the token as the user has it; `given` the key as they gave it. `detached` is a
    payload held elsewhere. `others` are further tokens of the same issuer, if the user has any.
    """

    text: str
    token: Token
    given: KeyInput
    keys: Keys | Unreadable | None
    verifications: tuple[Verification, ...]
    detached: bytes | None = None
    others: tuple[Token, ...] = ()


class Effort(Enum):
    """QUICK families run by themselves; HARD ones when the user asks to look harder."""

    QUICK = "quick"
    HARD = "hard"


class Subject(Enum):
    """What a family explains: a signature that does not verify, or content that does not open."""

    SIGNATURE = "signature"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Work:
    """A pause between attempts: about `milliseconds` of work were done since the last one."""

    milliseconds: float


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One family of explanations.

    `ids` are the explanations it can give. `explain` yields what it proved, and `Work` between
    attempts, so that whoever drives it can stop at any time; it never raises. `excluded` is what a
    calm card says was ruled out ("not an encoding of the secret"), "" where it does not apply.
    `last_resort` families run only while nothing has been proven; `subject` says for which tokens.
    """

    ids: tuple[str, ...]
    order: int
    effort: Effort
    explain: Callable[[Case], Iterator[Explanation | Work]]
    excluded: Callable[[Case], str]
    last_resort: bool = False
    subject: Subject = Subject.SIGNATURE


@cache
def hypotheses() -> tuple[Hypothesis, ...]:
    """Return every registered family, likeliest and cheapest first."""
    found = registered("jwtdesk.analysis.diagnosis", "HYPOTHESIS")
    return tuple(one for one in found if isinstance(one, Hypothesis))
