"""Which explanations stand beside each other, and in which order they are read."""

from collections.abc import Iterable, Sequence

from jwtdesk.analysis.hypothesis import Confidence, Explanation, hypotheses

# Cards that tell something beside the cause: no cause by themselves.
BESIDE = frozenset({"library-verdicts", "ecdsa-recovered-key", "kid-missing", "kid-is-thumbprint"})
# A proven cause that also explains why the content differs from what was signed.
EXPLAINS_CONTENT = frozenset(
    {"reserialized", "padded-signing-input", "unencoded-payload", "graph-nonce"}
)
# Cards that only stand while nothing better is proven.
WEAK = frozenset({"wrong-key", "content-changed", "truncated", "key-type", "library-verdicts"})


def settled(found: Iterable[Explanation]) -> bool:
    """Tell whether a cause has been proven, so that no last resort is needed."""
    return any(_is_cause(one) for one in found)


def _is_cause(one: Explanation) -> bool:
    strong = one.id not in BESIDE and one.id not in WEAK
    return one.confidence is Confidence.PROVEN and (strong or one.fix is not None)


def ranked(found: Sequence[Explanation]) -> tuple[Explanation, ...]:
    """Return what stands of `found`, each id once, best first: proven, with a mend, likeliest."""
    places = {name: at for at, name in enumerate(_order())}
    unique: dict[str, Explanation] = {}
    for one in sorted(found, key=_weight):
        unique.setdefault(one.id, one)
    standing = [one for one in unique.values() if _stands(one, unique)]
    if all(one.id == "library-verdicts" for one in standing):
        standing = [one for one in standing if one.confidence is Confidence.PROVEN]
    return tuple(sorted(standing, key=lambda one: (_weight(one), places.get(one.id, 99))))


def _order() -> list[str]:
    return [name for family in hypotheses() for name in family.ids]


def _weight(one: Explanation) -> tuple[bool, bool, bool]:
    return (one.id in BESIDE, one.confidence is not Confidence.PROVEN, one.fix is None)


def _stands(one: Explanation, among: dict[str, Explanation]) -> bool:
    """Tell whether `one` keeps its place beside the others (see the stable ids)."""
    others = [other for other in among.values() if other.id != one.id]
    causes = {other.id for other in others if _is_cause(other)}
    if one.id == "wrong-key":
        return not causes and "content-changed" not in among
    if one.id == "content-changed":
        beside = causes <= EXPLAINS_CONTENT
        return beside and "detached-payload" not in among and not _sure(among.get("wrong-key"), one)
    if one.id == "truncated":
        proven = {other.id for other in others if other.confidence is Confidence.PROVEN}
        return one.fix is not None or not proven - BESIDE
    if one.id == "key-type":
        return not causes
    if one.id == "ecdsa-recovered-key":
        return one.confidence is Confidence.PROVEN or not causes
    return True


def _sure(other: Explanation | None, one: Explanation) -> bool:
    """Tell whether `other` is proven where `one` is only likely."""
    if other is None:
        return False
    return other.confidence is Confidence.PROVEN and one.confidence is Confidence.LIKELY
