"""The end of the token is missing: a part, or some of its signature."""

from collections.abc import Iterator

from jwtdesk.analysis.hypothesis import (
    Case,
    Confidence,
    Effort,
    Explanation,
    Fix,
    Hypothesis,
    UseToken,
    Work,
)
from jwtdesk.analysis.trials.ecdsa_forms import der_pair
from jwtdesk.analysis.trials.expected import expected, signature_octets
from jwtdesk.analysis.trials.mend import verifies
from jwtdesk.analysis.trials.part import SignedPart, parts_of
from jwtdesk.analysis.trials.spelled import respelled
from jwtdesk.jose.algorithm import Algorithm, Family
from jwtdesk.jose.token import Kind
from jwtdesk.jose.words import tr

IDS = ("truncated",)
# Where fields and buffers cut: database columns, header limits, log lines.
CUTS = (128, 250, 255, 256, 500, 512, 1000, 1023, 1024, 2000, 2047, 2048, 4000, 4095, 4096, 8191)
CUTS_AND_MORE = frozenset((*CUTS, 8000, 8192, 16383, 16384, 32767, 65535))
RSA_LENGTHS = frozenset({64, 96, 128, 192, 256, 384, 512, 768, 1024, 2048})
LEAST_PREFIX = 16


def _explain(case: Case) -> Iterator[Explanation | Work]:
    for part in parts_of(case):
        yield Work(0.2)
        if _parts(case) < 3:  # noqa: PLR2004 - header, payload, signature
            yield _without_parts(case)
        elif not part.written and part.algorithm is not None and part.algorithm.key_type:
            yield _card(case, tr("The signature part is empty: nothing stands after the last dot."))
        else:
            yield from _short(part)


def _parts(case: Case) -> int:
    return case.token.text.count(".") + 1 if case.token.kind is Kind.JWS else 3


def _without_parts(case: Case) -> Explanation:
    document = case.token.payload.document if case.token.payload else None
    if document is not None and document.sound:
        return _card(case, tr("Header and payload are whole, but the signature is missing."))
    return _card(case, tr("The token ends in the middle, before its signature begins."))


def _short(part: SignedPart) -> Iterator[Explanation]:
    chosen = part.algorithm
    if chosen is None or not part.written:
        return
    for one in expected(part):
        if len(part.written) < len(one.text) and _begins(one.text, part.written):
            yield _whole(part, one.text)
            return
    lengths = signature_octets(chosen, part.fitting())
    count = len(part.octets)
    if not lengths or count >= min(lengths) or _another_form(part, chosen, count):
        return
    evidence = tr(
        "The signature has {count} bytes; {alg} makes {right}, so at least {missing} characters "
        "are missing.",
        count=count,
        alg=chosen.name,
        right=min(lengths),
        missing=(min(lengths) * 8 + 5) // 6 - len(part.written),
    )
    yield _card(part.case, evidence)


def _begins(whole: str, start: str) -> bool:
    """Tell whether `start` begins `whole`; a last character that is cut in its bits counts."""
    return len(start) >= LEAST_PREFIX and whole.startswith(start)


def _another_form(part: SignedPart, chosen: Algorithm, count: int) -> bool:
    """Tell whether the signature is whole in itself, in another form or by another key."""
    if chosen.family is Family.ECDSA:
        return der_pair(part.octets) is not None
    if chosen.family in (Family.RSA_PKCS1, Family.RSA_PSS):
        return count in RSA_LENGTHS
    return chosen.family is Family.HMAC and count in (32, 48, 64)


def _whole(part: SignedPart, text: str) -> Explanation:
    old = (part.protected, part.payload, part.written)
    token = respelled(part.token, old, (*old[:2], text))
    fix = Fix(tr("Complete the signature"), (UseToken(token),)) if token else None
    missing = len(text) - len(part.written)
    evidence = tr(
        "The right signature begins with these {count} characters; its last {missing} are missing.",
        count=len(part.written),
        missing=missing,
    )
    return _card(part.case, evidence, fix if fix and verifies(part.case, fix) else None)


def _card(case: Case, evidence: str, fix: Fix | None = None) -> Explanation:
    length = len(case.token.text)
    if length in CUTS_AND_MORE:
        cut = tr("The token is exactly {count} characters long, as if cut there.", count=length)
        evidence = f"{evidence} {cut}"
    return Explanation(
        id="truncated",
        title=tr("The token was cut off: its end is missing."),
        evidence=evidence,
        confidence=Confidence.PROVEN,
        fix=fix,
        would=tr("the end of the token is missing"),
    )


def _excluded(case: Case) -> str:
    return tr("the signature has its full length") if parts_of(case) else ""


HYPOTHESIS = Hypothesis(IDS, 28, Effort.QUICK, _explain, _excluded)
