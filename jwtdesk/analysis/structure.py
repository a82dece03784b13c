"""The structure lamp: is the text a well-formed, canonical token?"""

from jwtdesk.analysis.verdict import Lamp, State
from jwtdesk.jose.problem import Problem, Severity
from jwtdesk.jose.token import Kind, Token
from jwtdesk.jose.words import plural, tr

# How many problems are told in full; the others are counted.
_TOLD = 3
_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


def structure_lamp(token: Token | None) -> Lamp:
    """Judge how `token` is written: errors are bad, warnings warn, notes are only said."""
    if token is None:
        return Lamp(State.UNKNOWN, "empty", tr("There is no token yet."), tr("Nothing yet"))
    problems = sorted((*token.cleaned, *token.problems), key=lambda one: _RANK[one.severity])
    worst = problems[0].severity if problems else Severity.INFO
    text = _sentences(problems)
    if worst is Severity.ERROR:
        short = tr("Not a token") if token.kind is Kind.UNREADABLE else tr("Malformed")
        return Lamp(State.BAD, problems[0].code, text, short)
    if worst is Severity.WARNING:
        return Lamp(State.WARN, problems[0].code, text, _short(problems[0].code))
    whole = " ".join(filter(None, (_well_formed(token), text)))
    return Lamp(State.OK, "well-formed", whole, tr("Well formed"))


def _sentences(problems: list[Problem]) -> str:
    told = [_sentence(one.message) for one in problems[:_TOLD]]
    rest = len(problems) - len(told)
    if rest:
        told.append(plural(rest, "And {count} more problem.", "And {count} more problems."))
    return " ".join(told)


def _sentence(message: str) -> str:
    return message if message.endswith((".", "…", "!", "?")) else f"{message}."


def _short(code: str) -> str:
    names = {
        "white-space-removed": tr("Cleaned"),
        "base64-padding": tr("Padded"),
        "base64-trailing-bits": tr("Odd last letter"),
        "duplicate-member": tr("Name twice"),
        "payload-empty": tr("No payload"),
        "payload-too-deep": tr("Nested deeply"),
    }
    if code.startswith("payload-not"):
        return tr("No claims")
    return names.get(code, tr("Look closer"))


def _well_formed(token: Token) -> str:
    if token.kind is Kind.JWS and token.payload is not None and not token.payload.encoded:
        return tr("Well formed; its payload travels apart from it.")
    names = {
        Kind.JWS: tr("Three parts, strict base64url, sound JSON."),
        Kind.JWS_JSON: tr("A JWS in JSON serialisation."),
        Kind.JWE: tr("An encrypted token of five parts."),
        Kind.JWE_JSON: tr("A JWE in JSON serialisation."),
        Kind.SD_JWT: tr("A token with selective disclosures."),
    }
    return names.get(token.kind, tr("Well formed."))
