"""A presentation that was asked for and is not there yet."""

from dataclasses import dataclass

from jwtdesk.model.questions import Present


@dataclass(frozen=True, slots=True)
class Presenting:
    """The question that makes it; if `expected`, its audience and nonce then become rules."""

    question: Present
    expected: bool = False
