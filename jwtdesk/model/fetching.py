"""Fetching a key set from an address that a person named, in one step or, by its issuer, two."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jwtdesk.jose.fetched import Discovery, FetchedKeys
from jwtdesk.jose.key import KeyInput
from jwtdesk.jose.problem import Problem, Severity
from jwtdesk.jose.web_address import web_address
from jwtdesk.jose.words import tr
from jwtdesk.model.questions import FetchKeys

if TYPE_CHECKING:
    from jwtdesk.model.answer_values import Answer
    from jwtdesk.model.session import Session


@dataclass(frozen=True, slots=True)
class Fetching:
    """How far fetching has come.

    `asking` is the address being called now. `found` is the discovery document that the last call
    brought, `problem` why the last call brought nothing, `fetched` the address whose keys are in
    the key field. `serial` tells one wish from the next.
    """

    asking: FetchKeys | None = None
    found: Discovery | None = None
    problem: Problem | None = None
    fetched: str = ""
    serial: int = 0


def wanted(session: "Session", url: str) -> "Session":
    """The address was named and the button pressed; one that may not be called says why."""
    address = web_address(url)
    serial = session.fetching.serial + 1
    if isinstance(address, Problem):
        return replace(session, fetching=Fetching(problem=address, serial=serial))
    asking = FetchKeys(address.url, serial)
    found = session.fetching.found
    return replace(session, fetching=Fetching(asking, found, serial=serial))


def stopped(session: "Session") -> "Session":
    """Nobody waits any more."""
    if session.fetching == Fetching(serial=session.fetching.serial):
        return session
    return replace(session, fetching=Fetching(serial=session.fetching.serial))


def arrived(session: "Session", answer: "Answer") -> "Session":
    """What was asked for is there: keys go into the key field, the way to them is shown."""
    before = session.fetching
    url = before.asking.url if before.asking else ""
    match answer:
        case FetchedKeys(octets):
            done = Fetching(fetched=url, serial=before.serial)
            return replaced(
                replace(session, fetching=done),
                KeyInput(octets),
                tr("The keys from {url} are in the key field.", url=url),
            )
        case Discovery():
            return replace(session, fetching=Fetching(found=answer, serial=before.serial))
        case Problem():
            failed = Fetching(found=before.found, problem=answer, serial=before.serial)
            return replace(session, fetching=failed)
        case _:
            return replace(session, fetching=Fetching(serial=before.serial))


def replaced(session: "Session", key: KeyInput, said: str) -> "Session":
    """Another key goes into the key field by a button; the one before it can be put back."""
    if key == session.key:
        return session
    lost = session.key if session.key.octets else None
    return replace(
        session,
        key=key,
        making=None,
        mend=None,
        previous_key=lost,
        notice=Problem("key-replaced", said, severity=Severity.INFO),
    )
