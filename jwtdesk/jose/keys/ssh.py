"""OpenSSH public keys: one line of type, base64 and comment (RFC 4253 section 6.6)."""

import re
from functools import cache

from jwtdesk.jose.key import Key, KeyInput, Keys, Unreadable
from jwtdesk.jose.key_format import KeyFormat
from jwtdesk.jose.key_text import key_text, too_large
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr


@cache
def _line() -> "re.Pattern[str]":
    return re.compile(
        r"(?m)^[ \t]*(?:[^\s#\"][^\s\"]*[ \t]+)?"
        r"((?:sk-)?(?:ssh|ecdsa)-[a-z0-9@.-]{2,60})[ \t]+([A-Za-z0-9+/]{16,})={0,2}(?:[ \t]|$|\r)"
    )


def _score(octets: bytes) -> float:
    found = key_text(octets[:4096])
    return 0.85 if found is not None and _line().match(found.text.lstrip()) else 0.0


def _read(given: KeyInput) -> Keys | Unreadable:
    from jwtdesk.jose.armour import base64_octets
    from jwtdesk.jose.merge import merged
    from jwtdesk.jose.openssh import FORM, read_openssh_public

    large = too_large(given.octets)
    found = None if large else key_text(given.octets)
    if large or found is None:
        return Unreadable(large or _no_line())
    lines = list(_line().finditer(found.text))[:100]
    if not lines:
        return Unreadable(_no_line())
    read = [read_openssh_public(base64_octets(one.group(2))) for one in lines]
    members = merged(one for one in read if isinstance(one, Key))
    faults = tuple(one for one in read if isinstance(one, Problem))
    if not members:
        return Unreadable(faults[0])
    return Keys(members, FORM, len(members) > 1, (*found.notes, *faults))


def _no_line() -> Problem:
    return Problem(
        "ssh-no-line",
        tr("There is no OpenSSH public key here: it would begin with ssh-ed25519 or ssh-rsa."),
    )


KEY_FORMAT = KeyFormat("ssh", "OpenSSH", 40, _score, _read)
