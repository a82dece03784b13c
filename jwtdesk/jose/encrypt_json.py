"""Encrypting a text anew in the JSON form that it came in (RFC 7516 section 7.2)."""

from dataclasses import dataclass, replace

from jwtdesk.jose import base64url
from jwtdesk.jose.choose import named
from jwtdesk.jose.decrypt import decrypt
from jwtdesk.jose.encrypt import Encryption, Way, fitting_key, name_of, seal, way_of, wrap_for
from jwtdesk.jose.encryption import Wrapped
from jwtdesk.jose.headers import header_members
from jwtdesk.jose.json_entry import serialised
from jwtdesk.jose.jsontext import Value, read
from jwtdesk.jose.jwe_json import MOST_RECIPIENTS
from jwtdesk.jose.key import Key, Keys
from jwtdesk.jose.problem import Problem, Severity
from jwtdesk.jose.recipient_text import jwe_text
from jwtdesk.jose.segment import octets_of
from jwtdesk.jose.token import Token
from jwtdesk.jose.verify import SignatureCode
from jwtdesk.jose.words import tr


@dataclass(frozen=True, slots=True)
class _Entry:
    """One recipient that can be encrypted for: its place in the list, its way and its key."""

    index: int
    way: Way
    key: Key


def encrypt_json(
    like: Token, header: str, plaintext: bytes, keys: Keys, *, patient: bool = False
) -> Encryption | Problem:
    """Encrypt `plaintext` in the JSON form of `like` under the protected header `header`.

    Everything else is kept: the layout, `unprotected`, `aad` and each recipient's own header.
    Recipients that no key of `keys` fits are left out, which `notes` say; with none left it is a
    problem. `header` is JSON text, "" for none. Never raises.
    """
    value = serialised(like.text)
    if isinstance(value, Problem):
        return value
    protected = header_members(read(header)) if header else {}
    if isinstance(protected, Problem):
        return protected
    entries, notes = _entries(value, protected, _chosen(like, keys), keys)
    fault = _unfit(entries, notes)
    if fault is not None:
        return fault
    made = _wrapped(entries, patient=patient)
    if isinstance(made, Problem):
        return made
    text = jwe_text(like.text, header)
    for entry, wrapped in zip(entries, made, strict=True):
        text = text.with_recipient(entry.index, wrapped, alone=len(entries) == 1)
    encoded = base64url.encode(octets_of(text.protected)) if text.protected else ""
    aad = value.get("aad")
    covered = f"{encoded}.{aad}" if isinstance(aad, str) and aad else encoded
    sealed = seal(entries[0].way, made[0].content_key, plaintext, octets_of(covered))
    by = ", ".join(dict.fromkeys(name_of(keys, one.key) for one in entries))
    kept = [one.index for one in entries]
    return Encryption(text.finished(kept, encoded, sealed), text.protected, by, tuple(notes))


def _chosen(like: Token, keys: Keys) -> list[Keys]:
    """Return the keys that may be meant for each recipient, in order; none for some.

    Of several recipients each is meant by its name (`kid`), or is the one that a key opens; a
    key is not taken for a stranger's as long as any recipient is known so.
    """
    recipients = like.encrypted.recipients if like.encrypted else ()
    if len(recipients) < 2:  # noqa: PLR2004  # a single one is whom the keys are for
        return [keys] * len(recipients)
    opening = [
        (one.key,) if one.code is SignatureCode.DECRYPTED and one.key else ()
        for one in decrypt(like, keys).checks
    ]
    kids = [one.header.get("kid") for one in recipients]
    known = [found or named(keys, kid) for found, kid in zip(opening, kids, strict=True)]
    return [replace(keys, members=one) for one in known] if any(known) else [keys] * len(known)


def _entries(
    value: dict[str, Value], protected: dict[str, Value], chosen: list[Keys], keys: Keys
) -> tuple[list[_Entry], list[Problem]]:
    """Return the recipients that can be encrypted for, and why the others cannot."""
    listed = value.get("recipients", [value])
    owners = listed if isinstance(listed, list) else []
    shared = value.get("unprotected", {})
    found: list[_Entry] = []
    notes: list[Problem] = []
    # Only objects were read as recipients, so that each of them is the next of the chosen.
    given = iter(chosen)
    for index, owner in enumerate(owners[:MOST_RECIPIENTS]):
        meant = next(given, keys) if isinstance(owner, dict) else keys
        entry = _entry(index, owner, (shared, protected), meant)
        if isinstance(entry, Problem):
            notes.append(_left_out(index, entry, len(owners)))
        else:
            found.append(entry)
    if len(owners) > MOST_RECIPIENTS:
        count = f"{len(owners):,}"
        text = tr("Of {count} recipients {most} are kept.", count=count, most=MOST_RECIPIENTS)
        notes.append(Problem("too-many", text, severity=Severity.WARNING))
    return found, notes


def _entry(
    index: int, owner: Value, around: tuple[Value, dict[str, Value]], keys: Keys
) -> _Entry | Problem:
    """Return what encrypts for the recipient `owner`, or why nothing does."""
    if not isinstance(owner, dict):
        return Problem("member-not-object", tr("It is not an object."))
    shared, protected = around
    headers = [one for one in (shared, owner.get("header")) if isinstance(one, dict)]
    merged = {name: one for header in (*headers, protected) for name, one in header.items()}
    way = way_of(merged, protected)
    if isinstance(way, Problem):
        return way
    if not keys.members:
        return Problem("no-key", tr("None of the keys is for it."))
    key = fitting_key(way, keys)
    return key if isinstance(key, Problem) else _Entry(index, way, key)


def _left_out(index: int, why: Problem, count: int) -> Problem:
    if count == 1:
        return why
    text = tr("Recipient {number} is left out: {why}", number=index + 1, why=why.message)
    return Problem(why.code, text, severity=Severity.WARNING)


def _unfit(entries: list[_Entry], notes: list[Problem]) -> Problem | None:
    """Return why these recipients cannot share one encrypted content."""
    if not entries:
        if len(notes) == 1:
            return Problem(notes[0].code, notes[0].message)
        return Problem("no-key", tr("There is no recipient that any of the keys fits."))
    if len({(one.way.content.name, one.way.zipped) for one in entries}) > 1:
        text = tr("The recipients disagree about “enc”: the content is encrypted only once.")
        return Problem("enc-mixed", text)
    direct = next((one.way.management for one in entries if one.way.management.determined), None)
    if direct is None or len(entries) == 1:
        return None
    text = tr(
        "{alg} is for a single recipient: the others could not share its key.", alg=direct.name
    )
    return Problem("direct-among-several", text)


def _wrapped(entries: list[_Entry], *, patient: bool) -> list[Wrapped] | Problem:
    """Return one new content key, made ready for each recipient."""
    found: list[Wrapped] = []
    for one in entries:
        shared = found[0].content_key if found else None
        made = wrap_for(one.way, one.key, shared, patient=patient)
        if isinstance(made, Problem):
            return made
        found.append(made)
    return found
