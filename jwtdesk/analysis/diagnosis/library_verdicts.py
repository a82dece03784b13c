"""What libraries say to the token: PyJWT, which is asked, and others, by what is known of them."""

from collections.abc import Iterator

from jwtdesk.analysis.hypothesis import (
    Case,
    Confidence,
    Effort,
    Explanation,
    Hypothesis,
    Work,
)
from jwtdesk.analysis.trials.libraries import ANSWERS, Trouble
from jwtdesk.analysis.trials.part import SETTLED
from jwtdesk.analysis.trials.pyjwt_says import Answer, pyjwt_says
from jwtdesk.jose.verify import SignatureCode
from jwtdesk.jose.words import tr

IDS = ("library-verdicts",)
TROUBLES = {
    SignatureCode.MISMATCH: Trouble.WRONG,
    SignatureCode.MALFORMED: Trouble.MALFORMED,
    SignatureCode.UNSUPPORTED_ALGORITHM: Trouble.ALGORITHM,
    SignatureCode.KEY_UNUSABLE: Trouble.KEY,
}


def _explain(case: Case) -> Iterator[Explanation | Work]:
    code = next((one.code for one in case.verifications if one.code not in SETTLED), None)
    trouble = TROUBLES.get(code) if code is not None else None
    if trouble is None:
        return
    yield Work(1.0)
    asked = pyjwt_says(case)
    if asked is not None:
        yield _card(asked, trouble)


def _card(asked: Answer, trouble: Trouble) -> Explanation:
    """Return the card; proven where PyJWT accepts what is refused here, which is news."""
    others = "; ".join(f"{name}: {said[trouble]}" for name, said in ANSWERS.items())
    raised = asked.raised or tr("nothing: it accepts the signature")
    return Explanation(
        id="library-verdicts",
        title=tr("PyJWT accepts this token, stricter libraries do not.")
        if not asked.raised
        else tr("What libraries say to this token."),
        evidence=tr(
            "PyJWT {version}, asked just now, raises {raised}. Others are known to say: {others}.",
            version=asked.version,
            raised=raised,
            others=others,
        ),
        confidence=Confidence.LIKELY if asked.raised else Confidence.PROVEN,
    )


def _excluded(case: Case) -> str:  # noqa: ARG001 - it excludes nothing
    return ""


HYPOTHESIS = Hypothesis(IDS, 90, Effort.QUICK, _explain, _excluded)
