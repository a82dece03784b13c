"""What has been worked out for the present texts."""

from dataclasses import dataclass
from enum import Enum

from jwtdesk.analysis.diagnose import Diagnosis
from jwtdesk.analysis.finding import Finding
from jwtdesk.jose.jsontext import Member
from jwtdesk.jose.key import Keys, Unreadable
from jwtdesk.jose.problem import Problem, Span
from jwtdesk.jose.token import Kind, Segment, Token
from jwtdesk.jose.verify import Verification
from jwtdesk.model.forms import Form
from jwtdesk.model.layers import Layers


class Origin(Enum):
    """Where the shown token comes from: nowhere yet, pasted, edited without a key, signed here.

    `CHANGED` is a text that was written anew here, without signing: in another form, say.
    """

    NONE = ""
    PASTED = "pasted"
    STALE = "stale"
    SIGNED = "signed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Provenance:
    """The origin of the shown token, the words that say it, and fewer where there is little room.

    Without `brief` the words are short enough.
    """

    origin: Origin = Origin.NONE
    text: str = ""
    brief: str = ""


class PaneName(Enum):
    """The panes a text is typed into."""

    TOKEN = "token"  # noqa: S105 - the name of a pane, not a secret
    HEADER = "header"
    PAYLOAD = "payload"
    KEY = "key"
    SIGNING_KEY = "signing-key"


@dataclass(frozen=True, slots=True)
class Pair:
    """Whether the key that signs belongs to the key that checks, and the sentence that says it."""

    matches: bool
    text: str


@dataclass(frozen=True, slots=True)
class Known:
    """What has been worked out for the present texts; every field is a function of the rest.

    `token` is the reading of `Shown.token`; of the last one while `unread`: a new one is awaited.
    `problems` are per pane, with spans in that pane's text. `waiting` holds the panes whose text
    is not up to date: they are drawn dimmed. `inexact` holds the panes that cannot show their
    bytes exactly. `fitting_algorithm` names the algorithm a new key may be made for.

    `header` and `payload` are what the two panes show, with their JSON reading: of several headers
    the chosen one, and the payload once it is inflated, decrypted or fetched from beside the token.
    `opening` is what came of decrypting, for each recipient; None while that is awaited.
    `form` is how the payload pane shows it; `layers` what stands inside and around this token.
    """

    token: Token = Token(Kind.UNREADABLE, "")
    token_origin: Span = Span(0, 0)
    others: int = 0
    notes: tuple[Problem, ...] = ()
    keys: Keys | Unreadable | None = None
    signing_keys: Keys | Unreadable | None = None
    pair: Pair | None = None
    verifications: tuple[Verification, ...] = ()
    opening: tuple[Verification, ...] | None = None
    signing_problem: Problem | None = None
    provenance: Provenance = Provenance()
    header_members: tuple[Member, ...] = ()
    payload_members: tuple[Member, ...] = ()
    findings: tuple[Finding, ...] = ()
    diagnosis: Diagnosis | None = None
    problems: tuple[tuple[PaneName, Problem], ...] = ()
    unread: bool = False
    waiting: frozenset[PaneName] = frozenset()
    inexact: frozenset[PaneName] = frozenset()
    wants_signing_key: bool = False
    fitting_algorithm: str | None = None
    header: Segment | None = None
    payload: Segment | None = None
    form: Form = Form.JSON
    layers: Layers = Layers()

    def problems_of(self, pane: PaneName) -> tuple[Problem, ...]:
        """Return the problems of one pane."""
        return tuple(problem for name, problem in self.problems if name is pane)
