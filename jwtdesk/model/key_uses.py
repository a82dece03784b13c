"""What a key can do, each family of algorithms in short."""

import re

from jwtdesk.jose.algorithm import algorithms
from jwtdesk.jose.encryption import content_encryptions, key_managements
from jwtdesk.jose.encryption_fit import key_misfit
from jwtdesk.jose.forgetting import remembered
from jwtdesk.jose.key import Key
from jwtdesk.jose.key_fit import misfit

_FAMILY = re.compile(r"RSA-OAEP|PBES2|[^+]+")


# Every answer that arrives asks again for the key in use.
@remembered(4)
def served(key: Key) -> str:
    """Return the algorithms that `key` can serve, each family in short: "RS256/384/512"."""
    groups: dict[str, list[str]] = {}
    for one in algorithms():
        if one.key_type is not None and misfit(one, key, signing=False) is None:
            head, tail = _split(one.name)
            groups.setdefault(head, []).append(tail)
    return ", ".join(head + "/".join(tails) for head, tails in groups.items())


@remembered(4)
def opened(key: Key) -> str:
    """Return the families of ways to encrypt that `key` can serve: "RSA-OAEP, RSA1_5".

    A private key opens what its public half, which is all that encrypting asks for, has encrypted.
    """
    families: dict[str, None] = {}
    for way in key_managements():
        fits = (key_misfit(way, one, key, encrypting=True) for one in content_encryptions())
        family = _FAMILY.match(way.name)
        if family is not None and any(fault is None for fault in fits):
            families[family.group()] = None
    return ", ".join(families)


def _split(name: str) -> tuple[str, str]:
    found = re.fullmatch(r"([HRP]S)([0-9]+)", name)
    return (found.group(1), found.group(2)) if found else (name, "")
