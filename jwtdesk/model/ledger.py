"""The answers at hand, and a note of what is missing, while conclusions are drawn."""

from collections.abc import Iterable

from jwtdesk.model.questions import Answer, Question


class Ledger:
    """Looks answers up for one walk through the session; nothing of it outlives the walk."""

    def __init__(self, answers: Iterable[tuple[Question, Answer]]) -> None:
        """Start from the answers the session holds."""
        self._have = dict(answers)
        self._used: dict[Question, Answer] = {}
        self._asks: dict[Question, None] = {}

    def ask(self, question: Question) -> Answer | None:
        """Return the answer to `question`, or None and remember that it is wanted."""
        answer = self._have.get(question)
        if answer is None:
            self._asks[question] = None
        else:
            self._used[question] = answer
        return answer

    @property
    def used(self) -> tuple[tuple[Question, Answer], ...]:
        """The answers that were looked at: the only ones worth keeping."""
        return tuple(self._used.items())

    @property
    def asks(self) -> tuple[Question, ...]:
        """The questions without an answer, in the order they came up."""
        return tuple(self._asks)
