"""The answers at hand, and a note of what is missing, while conclusions are drawn."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeAlias

from jwtdesk.model.questions import Question

if TYPE_CHECKING:
    from jwtdesk.model.answer_values import Answer

Know: TypeAlias = "Callable[[Question], Answer | None]"


def nothing(question: Question) -> None:
    """Know no answer at all: every question is left to be asked."""
    del question


class Ledger:
    """Looks answers up for one walk through the session; nothing of it outlives the walk."""

    def __init__(self, answers: "Iterable[tuple[Question, Answer]]", know: Know = nothing) -> None:
        """Start from the answers the session holds; `know` gives those that are at hand anyway."""
        self._have = dict(answers)
        self._know = know
        self._used: dict[Question, Answer] = {}
        self._asks: dict[Question, None] = {}

    def ask(self, question: Question) -> "Answer | None":
        """Return the answer to `question`, or None and remember that it is wanted."""
        answer = self._have.get(question)
        if answer is None:
            answer = self._know(question)
        if answer is None:
            self._asks[question] = None
        else:
            self._used[question] = answer
        return answer

    def ask_on(self, question: Question) -> None:
        """Go on asking `question`, whose answer so far is not the last word."""
        self._asks[question] = None

    @property
    def used(self) -> "tuple[tuple[Question, Answer], ...]":
        """The answers that were looked at: the only ones worth keeping."""
        return tuple(self._used.items())

    @property
    def asks(self) -> tuple[Question, ...]:
        """The questions without an answer, in the order they came up."""
        return tuple(self._asks)
