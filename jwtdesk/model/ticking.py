"""Which disclosures a holder means to show: one inside another needs the other."""

from jwtdesk.jose.token import Disclosed


def ticked(
    disclosures: tuple[Disclosed, ...], left_out: frozenset[str], digest: str, *, on: bool
) -> frozenset[str]:
    """Return the digests to leave out once the disclosure `digest` was ticked or unticked.

    Ticking one ticks those it lies in; unticking one unticks those that lie in it (RFC 9901
    section 7.2: a disclosure is of no use without the one that refers to it).
    """
    parents = {one.digest: one.parent for one in disclosures}
    if not on:
        return left_out | _within(parents, digest)
    found = set(left_out)
    while digest:
        found.discard(digest)
        digest = parents.pop(digest, "")
    return frozenset(found)


def every(disclosures: tuple[Disclosed, ...]) -> frozenset[str]:
    """Return the digests of all of them: what leaving out everything is."""
    return frozenset(one.digest for one in disclosures)


def chosen(disclosures: tuple[Disclosed, ...], left_out: frozenset[str]) -> frozenset[str]:
    """Return the digests of what is shown."""
    return every(disclosures) - left_out


def _within(parents: dict[str, str], digest: str) -> frozenset[str]:
    """Return `digest` and all that lies in it, however deep."""
    inside: dict[str, list[str]] = {}
    for one, parent in parents.items():
        inside.setdefault(parent, []).append(one)
    found, waiting = set[str](), [digest]
    while waiting:
        one = waiting.pop()
        found.add(one)
        waiting += inside.pop(one, [])
    return frozenset(found)
