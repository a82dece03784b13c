"""What a child process is asked to do: work that holds the interpreter, or never ends."""

from jwtdesk.analysis.checks import Checked
from jwtdesk.jose.key import Unreadable
from jwtdesk.jose.key_trial import try_key
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.verify import SignatureCode, Verification
from jwtdesk.jose.words import tr
from jwtdesk.model.answer_values import Answer
from jwtdesk.model.answers import answer
from jwtdesk.model.questions import Decrypt, FetchKeys, Question, ReadKey, TryWords


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
    if isinstance(question, Decrypt):
        message = tr(
            "Decrypting took longer than {minutes} minutes and was stopped.",
            minutes=round(seconds / 60),
        )
        return Problem("decryption-too-slow", message)
    if isinstance(question, TryWords):
        message = tr(
            "Trying the words took longer than {minutes} minutes and was stopped; "
            "try a shorter list.",
            minutes=round(seconds / 60),
        )
        return Problem("words-too-slow", message)
    return Problem("key-too-slow", tr("Making the key took too long and was stopped; try again."))


def refused(question: Question, problem: Problem) -> Answer:
    """Return `problem` as the kind of answer that `question` is answered with."""
    if isinstance(question, ReadKey):
        return Unreadable(problem)
    if isinstance(question, Decrypt):
        failed = Verification(SignatureCode.CANNOT_DECRYPT, problem.message)
        return Checked(question.token, (failed,))
    return problem


def died(question: Question) -> Problem:
    """Return what to say when the child ended without an answer."""
    if isinstance(question, TryWords):
        message = tr("Trying the words ended unexpectedly; nothing else was harmed.")
        return Problem("words-worker-died", message)
    if isinstance(question, Decrypt):
        message = tr("Decrypting ended unexpectedly; nothing else was harmed.")
        return Problem("decryption-died", message)
    message = tr("Working on this key ended unexpectedly; nothing else was harmed.")
    return Problem("key-worker-died", message)
