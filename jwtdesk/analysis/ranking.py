"""Which explanations stand beside each other, and in which order they are read."""

from collections.abc import Iterable, Sequence

from jwtdesk.analysis.hypothesis import Confidence, Explanation, hypotheses

# Cards that tell something beside the cause: no cause by themselves.
BESIDE = frozenset({"library-verdicts", "ecdsa-recovered-key", "kid-missing", "kid-is-thumbprint"})
# A proven cause that also explains why the content differs from what was signed.
EXPLAINS_CONTENT = frozenset(
    {"reserialized", "padded-signing-input", "unencoded-payload", "graph-nonce"}
)
# Cards that without a mend settle nothing: something better may still be proven.
WEAK = frozenset(
    {
        "wrong-key",
        "content-changed",
        "truncated",
        "damaged-in-copy",
        "key-type",
        "library-verdicts",
    }
)


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
    proven = {other.id for other in others if other.confidence is Confidence.PROVEN}
    if one.confidence is Confidence.LIKELY and causes - {"truncated"}:
        return one.id == "library-verdicts"
    rules = {
        "wrong-key": not causes and not _as_sure(among.get("content-changed"), one),
        "content-changed": causes <= EXPLAINS_CONTENT
        and "detached-payload" not in among
        and not _surer(among, one),
        "truncated": one.fix is not None or not proven - BESIDE,
        "key-type": not causes,
    }
    return rules.get(one.id, True)


def _surer(among: dict[str, Explanation], one: Explanation) -> bool:
    """Tell whether a wrong key is proven where changed content is only likely."""
    other = among.get("wrong-key")
    likely = one.confidence is Confidence.LIKELY
    return other is not None and likely and other.confidence is Confidence.PROVEN


def _as_sure(other: Explanation | None, one: Explanation) -> bool:
    """Tell whether `other` is there and at least as sure as `one`."""
    if other is None:
        return False
    return other.confidence is Confidence.PROVEN or one.confidence is Confidence.LIKELY
