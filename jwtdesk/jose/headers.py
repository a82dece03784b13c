"""What the JOSE header must be before a signature can be thought about (RFC 7515 section 4)."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from jwtdesk.jose.character import excerpt
from jwtdesk.jose.jsontext import Document, Value
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr

UNDERSTOOD = frozenset({"b64"})
# How many names a sentence lists before it counts the rest.
_TOLD = 3
REGISTERED = frozenset(
    "alg jku jwk kid x5u x5c x5t x5t#S256 typ cty crit enc zip epk apu apv iv tag p2s p2c".split()
)


def header_members(document: Document | None) -> dict[str, Value] | Problem:
    """Return the members of a header, or the problem that keeps it from being one."""
    if document is None:
        return Problem("header-not-utf8", tr("The header is not UTF-8 text."))
    if document.problem:
        message = tr("The header is not JSON. {place}", place=document.problem.message)
        return Problem("header-not-json", message)
    if not isinstance(document.value, dict):
        message = tr("The header is JSON, but not an object: it must look like {…}.")
        return Problem("header-not-object", message)
    return document.value


def alg_fault(header: Mapping[str, Value]) -> Problem | None:
    """Return what is wrong with the `alg` header parameter (RFC 7515 section 4.1.1)."""
    if "alg" not in header:
        message = tr("The header has no “alg” member: nobody can know how this token was signed.")
        return Problem("alg-missing", message)
    if not isinstance(header["alg"], str):
        return Problem("alg-not-text", tr("The header member “alg” is not a text."))
    return None


def unencoded(header: Mapping[str, Value], protected: Collection[str]) -> bool | Problem:
    """Return whether the payload stands unencoded (`b64: false`, RFC 7797 section 3).

    `protected` are the names that the signature covers. A misuse comes back as a problem.
    """
    value = header.get("b64", True)
    if value is True:
        return False
    if value is not False:
        return Problem("b64-not-boolean", tr("The header member “b64” must be true or false."))
    crit = header.get("crit") if "crit" in protected else None
    if "b64" not in protected:
        return Problem("b64-not-protected", tr("“b64” must stand in the protected header."))
    if not isinstance(crit, list) or "b64" not in crit:
        message = tr("The header has “b64”: false but does not list it in “crit”.")
        return Problem("b64-without-crit", message)
    return True


def crit_faults(
    header: Mapping[str, Value],
    protected: Collection[str],
    understood: Collection[str] = UNDERSTOOD,
) -> tuple[Problem, ...]:
    """Return why `crit` demands that this token be refused (RFC 7515 section 4.1.11).

    `understood` are the extensions that are known here; for something encrypted there are none.
    """
    if "crit" not in header:
        return ()
    if "crit" not in protected:
        message = tr(
            "“crit” must stand in the protected header, where nobody can change it unseen."
        )
        return (Problem("crit-not-protected", message),)
    names = header["crit"]
    if not isinstance(names, list) or not names:
        message = tr("“crit” must be a list that names at least one header member.")
        return (Problem("crit-malformed", message),)
    return tuple(_listed_faults(header, names, understood))


def _listed_faults(
    header: Mapping[str, Value], listed: list[Value], understood: Collection[str]
) -> Iterator[Problem]:
    """Yield one problem for each rule that the list breaks, however many names break it."""
    counts = Counter(one for one in listed if isinstance(one, str))
    if counts.total() < len(listed):
        yield Problem("crit-malformed", tr("“crit” holds something that is not a name."))
    if standard := [name for name in counts if name in REGISTERED]:
        yield _crit_malformed(
            "“crit” names {names}: standard members do not belong there.", standard
        )
    if repeated := [name for name, count in counts.items() if count > 1]:
        yield _crit_malformed("“crit” names {names} more than once.", repeated)
    own = [name for name in counts if name not in REGISTERED]
    if absent := [name for name in own if name not in header]:
        yield _crit_malformed("“crit” names {names}, which the header does not have.", absent)
    if unknown := [name for name in own if name in header and name not in understood]:
        message = tr(
            "The header demands that {names} be understood (“crit”), which is not known here.",
            names=_some(unknown),
        )
        yield Problem("crit-not-understood", message)


def _crit_malformed(template: str, names: list[str]) -> Problem:
    return Problem("crit-malformed", tr(template, names=_some(names)))


def _some(names: list[str]) -> str:
    """Return the first few of the names, quoted, and how many more there are."""
    told = ", ".join(excerpt(one) for one in names[:_TOLD])
    rest = len(names) - _TOLD
    return told if rest <= 0 else tr("{told} and {count} more", told=told, count=f"{rest:,}")
