"""What becomes of a key whose private and public parts contradict each other."""

from dataclasses import replace

from jwtdesk.jose.key import Key
from jwtdesk.jose.problem import Problem, Severity
from jwtdesk.jose.thumbprint import identity
from jwtdesk.jose.words import tr

CODE = "key-inconsistent"


def disagreeing(public: Key | Problem, because: Problem | None = None) -> Key | Problem:
    """Return the sound public part alone, marked, or the problem when it is unsound too.

    `because` is a more exact reason than "the parts disagree", when there is one.
    """
    if isinstance(public, Problem):
        return Problem(CODE, _sentence(public))
    problem = Problem(CODE, _sentence(because), severity=Severity.ERROR)
    return replace(public, problems=(*public.problems, problem))


def _sentence(because: Problem | None) -> str:
    said = tr(
        "The private and the public part of this key do not belong together, "
        "so it cannot be used to sign."
    )
    return said if because is None else f"{said} {because.message}"


def with_signing(public: Key, signing: object, private: bytes) -> Key:
    """Return `public` with its private half: the object that signs and the octets that tell it."""
    return replace(
        public, private=True, signing=signing, identity=identity(public.thumbprint, private)
    )
