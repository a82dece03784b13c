"""How one lint presents itself, and the one function that asks them all."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache

from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.payload import claims_of, payload_document
from jwtdesk.analysis.rules import Rules
from jwtdesk.jose.discover import registered
from jwtdesk.jose.jsontext import Document, Value
from jwtdesk.jose.key import KeyInput, Keys, Unreadable
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.token import Token
from jwtdesk.jose.verify import Verification

_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}
# A hostile token may list a hundred signatures; the first few tell what there is to tell.
_MOST_HEADERS = 20


@dataclass(frozen=True, slots=True)
class Subject:
    """Everything a lint may look at; `now` is in seconds since 1970.

    `given` is the key as the user gave it, for what only its text can tell. Worked out once for all
    lints: `headers` has the merged JOSE header of each signature, `document` is the JSON reading of
    the payload, `claims` the members of the claims set: of an SD-JWT, with what is disclosed.
    """

    token: Token
    keys: Keys | Unreadable | None
    verification: Verification | None
    now: int
    rules: Rules = Rules()
    given: KeyInput | None = None
    headers: tuple[dict[str, Value], ...] = field(init=False, repr=False, compare=False)
    document: Document | None = field(init=False, repr=False, compare=False)
    claims: dict[str, Value] | None = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Read the token once, not once a lint."""
        document = payload_document(self.token)
        headers = tuple(one.header for one in self.token.signatures[:_MOST_HEADERS])
        object.__setattr__(self, "headers", headers)
        object.__setattr__(self, "document", document)
        object.__setattr__(self, "claims", claims_of(self.token))


@dataclass(frozen=True, slots=True)
class Lint:
    """One kind of finding: `check` looks at a subject and yields what deserves attention.

    `id` is the stable id of its findings, or of the first when it has several.
    """

    id: str
    order: int
    check: Callable[[Subject], Iterable[Finding]]


@cache
def lints() -> tuple[Lint, ...]:
    """Return every registered lint, in the order in which findings are listed."""
    found = registered("jwtdesk.analysis.lints", "LINT")
    return tuple(one for one in found if isinstance(one, Lint))


def findings(subject: Subject) -> tuple[Finding, ...]:
    """Return everything the lints find, errors first; of equals, in the order of the lints."""
    found = dict.fromkeys(one for lint in lints() for one in lint.check(subject))
    return tuple(sorted(found, key=lambda one: _RANK[one.severity]))
