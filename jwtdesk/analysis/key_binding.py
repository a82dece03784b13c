"""The key binding of an SD-JWT: did its holder present it, here and now (RFC 9901 section 7.3)?"""

from jwtdesk.analysis.disclosures import has_key_binding
from jwtdesk.analysis.rules import Rules
from jwtdesk.analysis.verdict import Lamp, State
from jwtdesk.jose.token import Token
from jwtdesk.jose.words import tr


def key_binding(token: Token, rules: Rules, now: int) -> Lamp | None:
    """Judge the key binding JWT of `token` at `now` (seconds since 1970); None when it has none."""
    del rules, now
    if not has_key_binding(token):
        return None
    text = tr("The key binding is not checked by this version.")
    return Lamp(State.UNKNOWN, "not-checked", text, tr("Not checked"))
