"""Answers by question, so that undo, and going back and forth between algorithms, is instant."""

from collections import OrderedDict
from typing import TYPE_CHECKING

from jwtdesk.model.questions import (
    Decrypt,
    Encrypt,
    FetchKeys,
    LayOut,
    LookInside,
    MakeKey,
    Question,
    ReadPane,
    ReadToken,
    Review,
    Sign,
    Survey,
    TryWords,
    Verify,
)

if TYPE_CHECKING:
    from jwtdesk.model.answer_values import Answer

LARGEST = 4_000_000


def weight(question: Question) -> int:
    """Return about how many code points an answer to `question` keeps alive."""
    match question:
        case ReadToken(text, _) | LayOut(text) | Survey(text) | ReadPane(text, _, _):
            return 200 + len(text)
        case Verify(token, _) | Review(token, _, _, _) | LookInside(token):
            return 200 + len(token.text)
        case Decrypt(token, _, _):
            return 200 + 2 * len(token.text)
        case Encrypt(header, plaintext, _, _):
            return 200 + len(header) + 2 * len(plaintext)
        case Sign(_, _, signing_input, _):
            return 200 + len(signing_input)
        case _:
            return 1000


class AnswerCache:
    """Keeps the newest answers, as many as fit; never a made, fetched or guessed key."""

    def __init__(self, largest: int = LARGEST) -> None:
        """Hold answers up to about `largest` code points in all."""
        self._answers: OrderedDict[Question, Answer] = OrderedDict()
        self._largest = largest
        self._weight = 0

    def get(self, question: Question) -> "Answer | None":
        """Return the remembered answer, or None."""
        answer = self._answers.get(question)
        if answer is not None:
            self._answers.move_to_end(question)
        return answer

    def put(self, question: Question, answer: "Answer") -> None:
        """Remember `answer`, forgetting the oldest ones beyond the bound."""
        secret = isinstance(question, MakeKey | FetchKeys | TryWords)
        if secret or weight(question) > self._largest:
            return
        if question not in self._answers:
            self._weight += weight(question)
        self._answers[question] = answer
        self._answers.move_to_end(question)
        while self._weight > self._largest:
            oldest, _ = self._answers.popitem(last=False)
            self._weight -= weight(oldest)

    def clear(self) -> None:
        """Forget everything: the desk was cleared, keys must not linger."""
        self._answers.clear()
        self._weight = 0
