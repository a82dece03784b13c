"""The key confusion: an HMAC made with the text of a public key as its secret."""

from collections.abc import Iterator

from jwtdesk.analysis.hypothesis import Case, Effort, Explanation, Hypothesis, Work
from jwtdesk.analysis.trials.cost import Meter
from jwtdesk.analysis.trials.key_texts import key_texts
from jwtdesk.analysis.trials.other_algorithms import other_algorithms
from jwtdesk.analysis.trials.part import SignedPart
from jwtdesk.analysis.trials.reading import entered
from jwtdesk.analysis.trials.supposition import Side, Supposition
from jwtdesk.analysis.trials.trial import prove, wrong_parts
from jwtdesk.jose.algorithm import KeyType
from jwtdesk.jose.key import Key
from jwtdesk.jose.material.oct import secret_key
from jwtdesk.jose.words import tr

IDS = ("pem-as-hmac-secret",)


def _explain(case: Case) -> Iterator[Explanation | Work]:
    meter = Meter()
    for part in wrong_parts(case):
        if part.is_keyed(KeyType.OCT) or part.algorithm is None:
            yield from prove(part, _tried(part), meter)
    yield meter.rest()


def _tried(part: SignedPart) -> Iterator[tuple[Supposition, ...]]:
    """Yield each text of each key under the header's algorithm, then under the other HMACs."""
    keys = _public(part)
    texts = [one for key in keys for one in key_texts(part.case, key)]
    for octets, what in texts:
        yield (_supposed(octets, what),)
    others = [one for one in other_algorithms(part) if _is_hmac(one)]
    for octets, what in texts:
        for other in others:
            yield _supposed(octets, what), other


def _public(part: SignedPart) -> tuple[Key, ...]:
    return tuple(key for key in part.keys if key.type is not KeyType.OCT)


def _is_hmac(one: Supposition) -> bool:
    return one.algorithm is not None and one.algorithm.key_type is KeyType.OCT


def _supposed(octets: bytes, what: str) -> Supposition:
    return Supposition(
        side=Side.KEY,
        id="pem-as-hmac-secret",
        title=tr("Key confusion: the text of the public key was used as a shared secret."),
        when=tr("{what} is taken for the HMAC secret", what=what),
        would=tr("the text of the public key were the secret, which anyone can write"),
        label=tr("Read the key's text as a secret"),
        key=secret_key(octets),
        given=entered(octets),
    )


def _excluded(case: Case) -> str:
    confused = any(part.is_keyed(KeyType.OCT) and _public(part) for part in wrong_parts(case))
    return tr("not the text of this key used as a secret") if confused else ""


HYPOTHESIS = Hypothesis(IDS, 9, Effort.QUICK, _explain, _excluded)
