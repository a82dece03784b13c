"""The same key under another algorithm than the header names."""

from collections.abc import Iterator

from jwtdesk.analysis.trials.part import SignedPart
from jwtdesk.analysis.trials.supposition import Side, Supposition
from jwtdesk.jose.algorithm import Algorithm, Family, algorithms
from jwtdesk.jose.words import tr

RSA = frozenset({Family.RSA_PKCS1, Family.RSA_PSS})


def other_algorithms(part: SignedPart) -> Iterator[Supposition]:
    """Yield every other algorithm: with the header saying so, then with the header as it is."""
    for chosen in algorithms():
        if chosen.key_type is None or chosen is part.algorithm:
            continue
        if part.header_text is not None:
            yield _supposed(part, chosen, renamed=True)
        yield _supposed(part, chosen, renamed=False)


def is_padding_swap(part: SignedPart, chosen: Algorithm) -> bool:
    """Tell whether `chosen` differs from the header's algorithm in the RSA padding."""
    named = part.algorithm
    return (
        named is not None
        and named.family is not chosen.family
        and {named.family, chosen.family} <= RSA
    )


def _supposed(part: SignedPart, chosen: Algorithm, *, renamed: bool) -> Supposition:
    if is_padding_swap(part, chosen):
        ident = "rs-ps-mixed"
        title = tr("The other RSA padding was used to sign.")
    else:
        ident = "other-algorithm"
        title = tr("Another algorithm signed this token than its header names.")
    if renamed:
        when = tr("the header says {alg}, as it must have when it was signed", alg=chosen.name)
        would = tr("the header said {alg}", alg=chosen.name)
    else:
        when = tr("{alg} is used, whatever the header says", alg=chosen.name)
        would = tr("{alg} were used", alg=chosen.name)
    return Supposition(
        side=Side.ALGORITHM,
        id=ident,
        title=title,
        when=when,
        would=would,
        label=tr("Let the header say {alg}", alg=chosen.name) if renamed else "",
        algorithm=chosen,
        renamed=renamed,
    )
