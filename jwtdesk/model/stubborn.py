"""What a child process is asked to do: work that holds the interpreter, or never ends."""

from jwtdesk.jose.key_trial import try_key
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr
from jwtdesk.model.answer_values import Answer
from jwtdesk.model.answers import answer
from jwtdesk.model.questions import FetchKeys, Question, ReadKey, TryWords


def attempt(question: Question) -> Answer | None:
    """Return the answer, or for a key only whether loading it is safe (None: it is).

    Runs in the child: a parsed key cannot travel between processes, a `Problem` can.
    """
    if isinstance(question, ReadKey):
        return try_key(question.key)
    return answer(question)


def gave_up(question: Question, seconds: float) -> Problem:
    """Return what to say when the child did not come to an end within `seconds`."""
    if isinstance(question, ReadKey):
        message = tr(
            "Checking this key took longer than {seconds} seconds and was stopped: "
            "its numbers are built to be slow, or its passphrase is.",
            seconds=round(seconds),
        )
        return Problem("key-too-slow", message)
    if isinstance(question, FetchKeys):
        message = tr("The server did not answer within {seconds} seconds.", seconds=round(seconds))
        return Problem("fetch-too-slow", message)
    if isinstance(question, TryWords):
        message = tr(
            "Trying the words took longer than {minutes} minutes and was stopped; "
            "try a shorter list.",
            minutes=round(seconds / 60),
        )
        return Problem("words-too-slow", message)
    return Problem("key-too-slow", tr("Making the key took too long and was stopped; try again."))


def died(question: Question) -> Problem:
    """Return what to say when the child ended without an answer."""
    if isinstance(question, TryWords):
        message = tr("Trying the words ended unexpectedly; nothing else was harmed.")
        return Problem("words-worker-died", message)
    message = tr("Working on this key ended unexpectedly; nothing else was harmed.")
    return Problem("key-worker-died", message)
