"""Claims made into disclosures by ticking them (RFC 9901 section 4)."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jwtdesk.jose import base64url
from jwtdesk.jose.character import excerpt
from jwtdesk.jose.jsontext import Member, quote, read
from jwtdesk.jose.jsontext.rebuild import ROOT, Rebuilding
from jwtdesk.jose.problem import Problem, Severity
from jwtdesk.jose.selective.hashes import DEFAULT, HASHES, digest_of, hash_name_of
from jwtdesk.jose.selective.reading import Presented, read_selective
from jwtdesk.jose.words import plural, tr

HASH_NAMES = tuple(HASHES)
RESERVED = frozenset({"_sd", "_sd_alg", "..."})
# What SD-JWT VC wants to be read by everyone.
OPEN = frozenset({"iss", "nbf", "exp", "cnf", "vct", "vct#integrity", "status"})


@dataclass(frozen=True, slots=True)
class Concealed:
    """The payload with digests in it, and the disclosures that belong to them.

    The disclosures come in the order of the payload, outer before inner. `warnings` says which of
    the concealed claims a verifier needs.
    """

    payload: str
    disclosures: tuple[str, ...]
    warnings: tuple[Problem, ...] = ()


def conceal(
    payload: str,
    paths: frozenset[str],
    salts: Sequence[str],
    *,
    decoys: int = 0,
    hash_name: str = DEFAULT,
) -> Concealed | Problem:
    """Return `payload`, a JSON text, with the members and list entries at `paths` made disclosures.

    Of a ticked member inside a ticked one, the outer disclosure holds the digest of the inner one.
    `salts` has one text for each disclosure and each of the `decoys`, in the order of the payload.
    A payload that holds digests already keeps its hash, else `hash_name` is named in it. Values
    keep their lexemes (section 4.2.1). Never raises: what cannot be is a problem.
    """
    document = read(payload)
    if not document.sound or not isinstance(document.value, dict):
        message = tr("Claims can be made selective only in a payload that is a JSON object.")
        return Problem("payload-not-object", message)
    text = Rebuilding(payload)
    has_digests = any(one.name in RESERVED for one in text.members)
    named = hash_name_of(document.value if has_digests else {"_sd_alg": hash_name})
    if isinstance(named, Problem):
        return named
    chosen = [index for index, one in enumerate(text.members) if one.path in paths]
    decoys = max(decoys, 0)
    fault = _unfit(text, chosen, paths) or _unsalted(salts, len(chosen) + decoys)
    if fault:
        return fault
    own = dict(zip(chosen, salts, strict=False))
    made = _made(text, own, salts[len(own) : len(own) + decoys], named)
    whole = text.whole()
    return _unsound(whole, made) or Concealed(whole, made, tuple(_warnings(text, chosen)))


def _unsound(payload: str, disclosures: tuple[str, ...]) -> Problem | None:
    """Return why no verifier would take what was made: too deep, or with a reserved name."""
    document = read(payload)
    if not document.sound:
        message = tr("With its digests the payload would be nested too deeply.")
        return Problem("payload-too-deep", message)
    _, found = read_selective(document, Presented(disclosures, (None,) * len(disclosures)))
    fault = next((one for one in found if one.severity is Severity.ERROR), None)
    if fault is None:
        return None
    message = tr("An SD-JWT with this payload would be refused. {why}", why=fault.message)
    return Problem(fault.code, message)


def _made(
    text: Rebuilding, salts: Mapping[int, str], decoys: Sequence[str], hash_name: str
) -> tuple[str, ...]:
    """Change `text`, and return its new disclosures in document order."""
    disclosures, digests = dict[int, str](), dict[int, list[str]]()
    if decoys:
        digests[ROOT] = [digest_of(one, hash_name) for one in decoys]
    for index in text.inwards():
        if index in digests:
            _put_digests(text, index, digests[index])
        if index == ROOT:
            if digests.get(ROOT) or disclosures:
                _name_hash(text, hash_name)
            continue
        if index not in salts:
            continue
        member = text.members[index]
        name = "" if member.name is None else text.text[member.key.start : member.key.end] + ", "
        body = f"[{quote(salts[index])}, {name}{text.value(index)}]"
        disclosures[index] = base64url.encode(body.encode())
        digest = digest_of(disclosures[index], hash_name)
        if member.name is None:
            text.replace(index, f'{{"...":"{digest}"}}')
        else:
            text.drop(index)
            digests.setdefault(text.parents[index], []).append(digest)
    return tuple(disclosures[index] for index in sorted(disclosures))


def _put_digests(text: Rebuilding, index: int, digests: Sequence[str]) -> None:
    """Give the object `index` its digests, sorted, so that their order tells nothing."""
    there = text.child(index, "_sd")
    known = read(text.value(there)).value if there is not None else []
    before = [one for one in known if isinstance(one, str)] if isinstance(known, list) else []
    listed = f"[{','.join(quote(one) for one in sorted({*before, *digests}))}]"
    if there is None:
        text.add(index, '"_sd"', listed)
    else:
        text.replace(there, listed)


def _name_hash(text: Rebuilding, hash_name: str) -> None:
    if text.child(ROOT, "_sd_alg") is None:
        text.add(ROOT, '"_sd_alg"', quote(hash_name))


def _unfit(text: Rebuilding, chosen: Sequence[int], paths: frozenset[str]) -> Problem | None:
    """Return why these members cannot be made disclosures."""
    counts = Counter(text.members[index].path for index in chosen)
    missing = sorted(paths - counts.keys())
    if missing:
        message = tr("There is nothing at {path}.", path=excerpt(missing[0]))
        return Problem("no-such-claim", message)
    for index in chosen:
        member = text.members[index]
        names = {member.name, *(one.name for one in _around(text, index))}
        if not RESERVED.isdisjoint(names) or text.child(index, "...") is not None:
            message = tr("At {path} stands a digest already.", path=excerpt(member.path))
            return Problem("is-digest", message)
        if counts[member.path] > 1 or any(one.duplicate for one in _around(text, index)):
            message = tr("{path} occurs twice: make its name unique.", path=excerpt(member.path))
            return Problem("duplicate-member", message)
    try:
        text.text.encode()
    except UnicodeEncodeError:
        message = tr("A lone surrogate cannot be written as UTF-8; use an escape such as \\ud800.")
        return Problem("json-lone-surrogate", message)
    return None


def _around(text: Rebuilding, index: int) -> Iterator[Member]:
    while (index := text.parents[index]) != ROOT:
        yield text.members[index]


def _unsalted(salts: Sequence[str], needed: int) -> Problem | None:
    """Return what is wrong with the salts: each may be used only once."""
    used = salts[:needed]
    if len(used) == needed == len(set(used)):
        return None
    message = plural(
        needed,
        "{count} salt is needed, used nowhere else.",
        "{count} salts are needed, no two of them equal.",
    )
    return Problem("salts-missing", message)


def _warnings(text: Rebuilding, chosen: Sequence[int]) -> Iterator[Problem]:
    for index in chosen:
        member = text.members[index]
        if text.parents[index] == ROOT and member.name in OPEN:
            message = tr(
                "“{name}” must be readable by everyone in a credential (SD-JWT VC): do not conceal "
                "it.",
                name=member.name,
            )
            yield Problem("open-claim", message, member.key, Severity.WARNING)
