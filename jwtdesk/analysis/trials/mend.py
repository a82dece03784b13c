"""The mend of a proven explanation: offered only after it was tried and does verify."""

from typing import TYPE_CHECKING

from jwtdesk.analysis.checks import checked
from jwtdesk.analysis.hypothesis import Case, Fix, UseKey, UseToken
from jwtdesk.analysis.trials.part import SETTLED
from jwtdesk.analysis.trials.spelled import renamed_header, respelled
from jwtdesk.analysis.trials.supposition import Supposition
from jwtdesk.jose import base64url
from jwtdesk.jose.key import Key, KeyInput
from jwtdesk.jose.key_format import read_key
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.read_token import read_token
from jwtdesk.jose.sign import sign
from jwtdesk.jose.words import tr

if TYPE_CHECKING:
    from jwtdesk.analysis.trials.trial import Trial


def mend(trial: "Trial", supposed: tuple[Supposition, ...]) -> Fix | None:
    """Return the change that makes the token verify, or None when no change could.

    First the token as it was meant; where that is still refused, a new signature, if the key can.
    """
    given = next((one.given for one in supposed if one.given is not None), None)
    label = tr(", ").join(dict.fromkeys(one.label for one in supposed if one.label))
    text = _as_meant(trial)
    if text is not None:
        fix = _checked(trial.part.case, Fix(label, _changes(trial, text, given)))
        if fix is not None:
            return fix
    text = _signed_again(trial)
    if text is None:
        return None
    label = tr("Sign the token again with this key")
    return _checked(trial.part.case, Fix(label, _changes(trial, text, given)))


def _as_meant(trial: "Trial") -> str | None:
    """Return the token that carries what the trial found to fit."""
    part = trial.part
    signature = base64url.encode(trial.signature)
    old = (part.protected, part.payload, part.written)
    return respelled(part.token, old, (trial.protected, trial.payload, signature))


def _signed_again(trial: "Trial") -> str | None:
    """Return the token with its own header and payload and a new signature by the trial's key."""
    part = trial.part
    if trial.key.signing is None:
        return None
    head, chosen = trial.protected, part.algorithm
    if chosen is None or not _can(trial.key, chosen.key_type):
        head, chosen = renamed_header(head, trial.algorithm.name) or "", trial.algorithm
    payload = part.payload
    made = sign(chosen, trial.key, f"{head}.{payload}".encode("utf-8", "surrogatepass"))
    if isinstance(made, Problem):
        return None
    old = (part.protected, payload, part.written)
    return respelled(part.token, old, (head, payload, base64url.encode(made)))


def _can(key: Key, kind: object) -> bool:
    return key.type is kind


def _changes(trial: "Trial", text: str, given: KeyInput | None) -> tuple[UseKey | UseToken, ...]:
    changes: list[UseKey | UseToken] = [] if given is None else [UseKey(given)]
    if text != trial.part.token.text:
        changes.append(UseToken(text))
    return tuple(changes)


def _checked(case: Case, fix: Fix) -> Fix | None:
    """Return `fix` when applying it makes the signature verify, by the ordinary way."""
    return fix if fix.changes and verifies(case, fix) else None


def verifies(case: Case, fix: Fix) -> bool:
    """Tell whether the changes of `fix` lead to a verified signature, or to opened content."""
    given, text = case.given, case.text
    for change in fix.changes:
        if isinstance(change, UseKey):
            given = change.key
        else:
            text = change.text
    if not any(isinstance(change, UseToken) for change in fix.changes):
        text = case.token.text
    token = read_token(text, case.detached)
    keys = read_key(given)
    return any(one.code in SETTLED for one in checked(token, keys).answers)
