"""A session driven without a window: every wanted question is answered at once."""

from functools import lru_cache

from jwtdesk.jose.key import KeyInput
from jwtdesk.model.answer_values import Answer
from jwtdesk.model.answers import answer
from jwtdesk.model.edits import Answered, Edit, KeyEdited, TokenPasted
from jwtdesk.model.questions import Diagnose, Encrypt, Question
from jwtdesk.model.reduce import reduce
from jwtdesk.model.session import Session, wanted

# The tutorial's own token: {"user_id": 123} for an hour in July 2021, signed with SECRET_KEY.
TUTORIAL = (
    "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9."
    "eyJ1c2VyX2lkIjoxMjMsImlhdCI6MTYyNTIwMjI3OCwiZXhwIjoxNjI1MjA2MDc4fQ."
    "ngjo_jFvkgH8beVkTUDYiBI5XzRrIFbbEK5dU6ZZAnk"
)
CLASSIC = (
    "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9."
    "eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ."
    "SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c"
)
CLASSIC_SECRET = b"your-256-bit-secret"


@lru_cache(1000)
def _diagnosed(question: Diagnose) -> Answer:
    """Return why it does not verify: a second's work, asked again whenever a state comes back."""
    return answer(question)


class Desk:
    """Holds a session and answers what it asks, so that a test reads like a story."""

    def __init__(self, now: int = 1_795_400_000) -> None:
        """Start with an empty desk at `now` (seconds since 1970)."""
        self.session = Session(now=now)
        self.asked: list[Question] = []
        self._made: dict[Question, Answer] = {}

    def do(self, *edits: Edit) -> Session:
        """Apply `edits` one after the other, answering every question after each."""
        for edit in edits:
            self.session = reduce(self.session, edit)
            self.settle()
        return self.session

    def settle(self) -> None:
        """Answer until nothing is asked; a loop that never ends is a fault."""
        for _ in range(50):
            asks = wanted(self.session)
            if not asks:
                return
            for question in asks:
                self.asked.append(question)
                self.session = reduce(self.session, Answered(question, self._answer(question)))
        raise AssertionError(f"still asking {wanted(self.session)}")

    def _answer(self, question: Question) -> Answer:
        """Return the answer; what is encrypted is remembered, as the window does: it is random."""
        if isinstance(question, Diagnose):
            return _diagnosed(question)
        if not isinstance(question, Encrypt):
            return answer(question)
        return self._made.setdefault(question, answer(question))

    def paste(self, token: str, secret: bytes = b"") -> Session:
        """Paste a token, then give a secret or another key."""
        self.do(TokenPasted(token))
        return self.do(KeyEdited(KeyInput(secret))) if secret else self.session
