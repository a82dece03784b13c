"""Trying a word list that a person opened against the token's signature."""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from jwtdesk.analysis.word_list import WordsTried
from jwtdesk.jose.algorithm import Algorithm, Family, algorithm
from jwtdesk.jose.character import excerpt
from jwtdesk.jose.key import KeyInput
from jwtdesk.jose.problem import Problem, Severity
from jwtdesk.jose.token import Signature, Token
from jwtdesk.jose.words import plural, tr
from jwtdesk.model.questions import TryWords

if TYPE_CHECKING:
    from jwtdesk.model.answer_values import Answer
    from jwtdesk.model.session import Session


@dataclass(frozen=True, slots=True)
class WordTrial:
    """How far trying has come.

    `asking` holds the words while they are tried, and no longer. `found` is the secret that the
    notice offers, until it was said. `serial` tells one wish from the next.
    """

    asking: TryWords | None = None
    found: KeyInput | None = field(default=None, repr=False)
    serial: int = 0


def hmac_part(token: Token) -> tuple[Signature, Algorithm] | None:
    """Return the first signature of `token` that a shared secret makes, and its algorithm."""
    for one in token.signatures:
        chosen = algorithm(one.header.get("alg"))
        if chosen is not None and chosen.family is Family.HMAC:
            return one, chosen
    return None


def given(session: "Session", words: bytes) -> "Session":
    """A list was opened: its words are tried, or it is said why none of them can fit."""
    part = hmac_part(session.known.token)
    if part is None:
        return _told(session, "words-no-hmac", tr("No shared secret signs this token."))
    signature, chosen = part
    if signature.problem is not None:
        return _told(session, "words-no-signature", signature.problem.message)
    if len(signature.octets) != chosen.signature_octets:
        said = tr(
            "No word can fit: the signature has {octets} bytes, and one of {alg} has {right}.",
            octets=f"{len(signature.octets):,}",
            alg=chosen.name,
            right=chosen.signature_octets,
        )
        return _told(session, "words-no-signature", said)
    serial = session.word_trial.serial + 1
    asking = TryWords(signature.input, signature.octets, chosen.hash_name, words, serial)
    return replace(session, word_trial=WordTrial(asking, serial=serial))


def stopped(session: "Session") -> "Session":
    """Nobody waits any more, and the words are forgotten."""
    if session.word_trial.asking is None:
        return session
    return replace(session, word_trial=WordTrial(serial=session.word_trial.serial))


def still_meant(session: "Session") -> "Session":
    """Stop when another signature is on the desk: the answer would be about the one before it."""
    asking, part = session.word_trial.asking, hmac_part(session.known.token)
    if asking is None or (part and _same(asking, part[0])):
        return session
    return stopped(session)


def arrived(session: "Session", answer: "Answer") -> "Session":
    """Say what came of it; the secret, if one was found, waits for a button."""
    session = stopped(session)
    if isinstance(answer, Problem):
        return replace(session, notice=answer)
    if not isinstance(answer, WordsTried):
        return session
    if answer.word is None:
        return _told(session, "words-tried", _none(answer.total))
    found = KeyInput(answer.word, format="secret")
    said = tr(
        "The secret is in the list: {word} (word {at} of {total}).",
        word=excerpt(answer.word.decode("utf-8", "backslashreplace")),
        at=f"{answer.at:,}",
        total=f"{answer.total:,}",
    )
    session = replace(session, word_trial=replace(session.word_trial, found=found))
    return replace(session, notice=Problem("word-found", said, severity=Severity.WARNING))


def _same(asking: TryWords, signature: Signature) -> bool:
    return asking.signature == signature.octets and asking.signing_input == signature.input


def _none(total: int) -> str:
    if not total:
        return tr("The list holds no words.")
    return plural(
        total,
        "The only word of the list did not sign this token.",
        "None of the {count} words signed this token.",
    )


def _told(session: "Session", code: str, said: str) -> "Session":
    return replace(session, notice=Problem(code, said, severity=Severity.INFO))
