"""Expectations on disk, by issuer: plain settings that a person can read, nothing of a token."""

import json
from dataclasses import asdict, fields
from urllib.parse import quote

from jwtdesk.analysis.rules import Rules
from jwtdesk.app.settings import store

GROUP = "rules"
_LISTS = ("algorithms", "issuers", "audiences", "required")
_LENGTHS = ("leeway", "max_age", "max_lifetime")
_TEXTS = ("type", "kb_aud")


class KeptRules:
    """Reads and writes one entry an issuer; whatever is unusable is as if it were not there."""

    def find(self, issuer: str) -> Rules | None:
        """Return what was kept for `issuer`, or None."""
        written = store().value(_entry(issuer), "")
        return _read(written) if isinstance(written, str) and written else None

    def keep(self, issuer: str, rules: Rules) -> None:
        """Keep `rules` for `issuer`; a disk that cannot be written to is no reason to complain."""
        named = {name: value for name, value in asdict(rules).items() if _worth(name, value)}
        kept = store()
        kept.setValue(_entry(issuer), json.dumps(named, ensure_ascii=True))
        kept.sync()

    def forget(self, issuer: str) -> None:
        """Keep nothing for `issuer` any more."""
        kept = store()
        kept.remove(_entry(issuer))
        kept.sync()


def _entry(issuer: str) -> str:
    return f"{GROUP}/{quote(issuer, safe='', errors='replace')}"


def _worth(name: str, value: object) -> bool:
    """Return whether a field may be on disk, and says something."""
    lasting = name in (*_LISTS, *_LENGTHS, *_TEXTS)
    plain = {one.name: one.default for one in fields(Rules)}
    return lasting and value != plain[name]


def _read(written: str) -> Rules | None:
    try:
        found = json.loads(written)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict):
        return None
    return Rules(
        leeway=_length(found.get("leeway")) or 0,
        algorithms=_texts(found.get("algorithms")),
        issuers=_texts(found.get("issuers")),
        audiences=_texts(found.get("audiences")),
        required=_texts(found.get("required")),
        type=_text(found.get("type")),
        kb_aud=_text(found.get("kb_aud")),
        max_age=_length(found.get("max_age")),
        max_lifetime=_length(found.get("max_lifetime")),
    )


def _texts(value: object) -> tuple[str, ...]:
    return tuple(one for one in value if isinstance(one, str)) if isinstance(value, list) else ()


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _length(value: object) -> int | None:
    whole = isinstance(value, int) and not isinstance(value, bool)
    return value if whole and isinstance(value, int) and value >= 0 else None
