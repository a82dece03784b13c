"""Values from a token as they are named in a sentence: short, and safe to print anywhere."""

from jwtdesk.jose.character import excerpt, shortened
from jwtdesk.jose.jsontext import Number, Value
from jwtdesk.jose.words import tr

__all__ = ["instead", "quoted", "said", "shortened"]

# Issuers are URLs that often differ only at their end.
_LONGEST = 80
_ENTRIES = 3


def quoted(text: str) -> str:
    """Return `text` in quotation marks, with what cannot be seen written as an escape."""
    return excerpt(text, _LONGEST)


def said(value: Value) -> str:
    """Return a value as it is named in a sentence; None is said to be missing."""
    if value is None:
        return tr("missing")
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, Number):
        # Without quotes, so that the number 1 and the text “1” are told apart.
        return value.text[:_LONGEST] + ("…" if len(value.text) > _LONGEST else "")
    if isinstance(value, list):
        more = "…" if len(value) > _ENTRIES else ""
        return ", ".join(said(one) for one in value[:_ENTRIES]) + more or tr("an empty list")
    return tr("something that is no text")


def instead(value: Value) -> str:
    """Return what stands where something of another type must stand: "null", "a list", "“x”"."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return tr("a list")
    return tr("an object") if isinstance(value, dict) else said(value)
