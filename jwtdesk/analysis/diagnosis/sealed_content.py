"""The key is right, yet the content does not open: its header or its octets were changed since."""

from collections.abc import Iterator
from dataclasses import replace

from jwtdesk.analysis.hypothesis import (
    Case,
    Confidence,
    Effort,
    Explanation,
    Hypothesis,
    Subject,
    Work,
)
from jwtdesk.analysis.trials.cost import Meter
from jwtdesk.analysis.trials.json_spellings import spellings
from jwtdesk.analysis.trials.opening import (
    OCTET,
    Opening,
    openings,
    proven,
    with_text,
    would_open,
)
from jwtdesk.jose import base64url
from jwtdesk.jose.open_content import open_content
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr

WRITTEN, CHANGED, BROKEN, WRONG = "reserialized", "content-changed", "zip-broken", "wrong-key"
MOST_MS = 800.0


def _explain(case: Case) -> Iterator[Explanation | Work]:
    for one in openings(case):
        for key in one.fitting:
            yield Work(one.cost)
            content_key = one.content_key(key)
            if content_key is not None:
                yield from _inside(one, content_key)
                return
    for one in openings(case):
        if one.fitting and not one.management.determined:
            yield _wrong_key(one)
            return


def _inside(one: Opening, content_key: bytes) -> Iterator[Explanation | Work]:
    """Yield what is wrong behind the content key, which is there."""
    found = open_content(one.content, content_key, one.sealed)
    if not isinstance(found, Problem):
        yield from _packed(one, found)
        return
    respelled = _Respelled(one, content_key)
    yield from respelled.tries()
    if respelled.hit or one.management.determined or one.management.conceals:
        return
    yield proven(
        CHANGED,
        tr("The token was changed after it was encrypted."),
        tr(
            "The key is right: it opens the encrypted key. But the tag fits no longer what it "
            "protects: the header, the initialisation vector, the ciphertext, or itself."
        ),
        would=tr("the token was changed after it was encrypted"),
    )


def _packed(one: Opening, octets: bytes) -> Iterator[Explanation]:
    found = one.unpacked(octets)
    if isinstance(found, Problem):
        title = tr("It decrypts, but what is inside cannot be unpacked.")
        yield proven(BROKEN, title, found.message, would=tr("what is inside cannot be unpacked"))


class _Respelled:
    """Tries the header as other programs write it: the tag covers its spelling, too."""

    def __init__(self, one: Opening, content_key: bytes) -> None:
        self.one = one
        self.content_key = content_key
        self.hit = False

    def tries(self) -> Iterator[Explanation | Work]:
        """Yield the card of the first spelling that the tag fits."""
        header = self.one.case.token.header
        document = header.document if header else None
        protected = self.one.sealed.protected
        if document is None or not document.sound or header is None or header.encoded != protected:
            return
        meter, spent = Meter(), 0.0
        each = 0.02 + len(self.one.sealed.ciphertext) * OCTET
        for spelling in spellings(document.text, document.value, shuffled=True):
            spent += each
            pause = meter.spent(each)
            if pause is not None:
                yield pause
            encoded = base64url.encode(spelling.text.encode("utf-8", "surrogatepass"))
            if self._fits(encoded):
                self.hit = True
                yield self._card(encoded, spelling.how)
                return
            if spent > MOST_MS:
                return
        yield meter.rest()

    def _fits(self, encoded: str) -> bool:
        old, aad = self.one.sealed.protected.encode(), self.one.sealed.aad
        covered = replace(self.one.sealed, aad=encoded.encode() + aad[len(old) :])
        found = open_content(self.one.content, self.content_key, covered)
        return not isinstance(found, Problem)

    def _card(self, encoded: str, how: str) -> Explanation:
        case, old = self.one.case, self.one.sealed.protected
        text = case.token.text.replace(old, encoded, 1)
        return proven(
            WRITTEN,
            tr("The header was written anew after the token was encrypted."),
            tr("The token decrypts when its header is written {how}.", how=how),
            with_text(case, tr("Write the header as it was"), text),
            would_open(tr("its header were written as it was")),
        )


def _wrong_key(one: Opening) -> Explanation:
    title = tr("This token was encrypted for another key.")
    if one.is_secret:
        title = tr("This token was encrypted with another key or password.")
    return Explanation(
        id=WRONG,
        title=title,
        evidence=tr("The encrypted key in it does not open with what is here."),
        confidence=Confidence.LIKELY,
        reference="RFC 7516 section 5.2",
    )


def _excluded(case: Case) -> str:
    tried = any(one.fitting for one in openings(case))
    return tr("no other spelling of the header") if tried else ""


HYPOTHESIS = Hypothesis(
    (WRITTEN, CHANGED, BROKEN, WRONG),
    53,
    Effort.QUICK,
    _explain,
    _excluded,
    last_resort=True,
    subject=Subject.CONTENT,
)
