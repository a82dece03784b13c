"""Answers by question, so that undo, and going back and forth between algorithms, is instant."""

from collections import OrderedDict
from typing import TYPE_CHECKING

from jwtdesk.model.questions import FetchKeys, MakeKey, Question, TryWords

if TYPE_CHECKING:
    from jwtdesk.model.answer_values import Answer

LARGEST = 32_000_000


class AnswerCache:
    """Keeps the newest answers, as many as fit; never a made, fetched or guessed key."""

    def __init__(self, largest: int = LARGEST) -> None:
        """Hold answers that keep up to about `largest` bytes alive in all."""
        self._answers: OrderedDict[Question, tuple[Answer, int]] = OrderedDict()
        self._largest = largest
        self._weight = 0

    def get(self, question: Question) -> "Answer | None":
        """Return the remembered answer, or None."""
        found = self._answers.get(question)
        if found is None:
            return None
        self._answers.move_to_end(question)
        return found[0]

    def put(self, question: Question, answer: "Answer") -> None:
        """Remember `answer`, forgetting the oldest ones beyond the bound."""
        # The first answer brings in what knows the weights: the first frame needs none of it.
        from jwtdesk.model.weight import weight

        if isinstance(question, MakeKey | FetchKeys | TryWords):
            return
        heavy = weight(question, answer)
        if heavy > self._largest:
            return
        _, before = self._answers.pop(question, (None, 0))
        self._answers[question] = (answer, heavy)
        self._weight += heavy - before
        while self._weight > self._largest:
            _, (_, oldest) = self._answers.popitem(last=False)
            self._weight -= oldest

    def clear(self) -> None:
        """Forget everything: the desk was cleared, keys must not linger."""
        self._answers.clear()
        self._weight = 0
