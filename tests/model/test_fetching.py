"""Fetching keys in one step or two: nothing is asked before the button, nothing after it."""

import pytest

from jwtdesk.jose.fetched import Discovery, FetchedKeys
from jwtdesk.jose.key import KeyInput
from jwtdesk.jose.problem import Problem
from jwtdesk.model.answer_values import Answer, MadeKey
from jwtdesk.model.answers import answer
from jwtdesk.model.cost import Cost, cost
from jwtdesk.model.edits import Answered, FetchStopped, FetchWanted, KeyEdited, TokenPasted
from jwtdesk.model.key_addresses import issuer_fault, key_addresses
from jwtdesk.model.questions import FetchKeys
from jwtdesk.model.reduce import reduce
from jwtdesk.model.session import Session, wanted
from jwtdesk.model.stubborn import gave_up
from tests.made import token
from tests.model.desk import Desk

URL = "https://issuer.example/jwks"
JWKS = b'{"keys":[{"kty":"oct","k":"AAAA"}]}'


def _answered(session: Session, found: Answer) -> Session:
    (question,) = [one for one in wanted(session) if isinstance(one, FetchKeys)]
    return reduce(session, Answered(question, found))


def _pasted(text: str) -> Session:
    return Desk().do(TokenPasted(text))


def test_keys_go_into_the_key_field() -> None:
    """One press, one call; what came is in the field and the old key can return."""
    session = reduce(Session(), FetchWanted(f"  {URL} "))
    assert session.fetching.asking == FetchKeys(URL, 1)
    session = _answered(session, FetchedKeys(JWKS))
    assert session.key.octets == JWKS
    assert session.fetching.fetched == URL
    assert session.notice is not None
    assert not any(isinstance(one, FetchKeys) for one in wanted(session))


def test_a_document_leads_to_a_second_step() -> None:
    """The document is remembered while its second step is asked for and when that fails."""
    found = Discovery("https://issuer.example", URL)
    session = _answered(reduce(Session(), FetchWanted("https://issuer.example/x")), found)
    assert session.fetching.found == found
    assert session.key.octets == b""
    session = reduce(session, FetchWanted(found.keys_at))
    assert session.fetching.found == found
    failed = _answered(session, Problem("fetch-status", "No."))
    assert failed.fetching.problem == Problem("fetch-status", "No.")
    assert failed.fetching.found == found
    assert _answered(session, FetchedKeys(JWKS)).key.octets == JWKS


def test_an_address_that_may_not_be_called_is_not_asked() -> None:
    """Plain http to another computer is refused at once."""
    session = reduce(Session(), FetchWanted("http://issuer.example/jwks"))
    assert session.fetching.asking is None
    assert session.fetching.problem is not None
    assert not wanted(session) or not any(isinstance(one, FetchKeys) for one in wanted(session))


def test_stopping_ends_the_question() -> None:
    """After cancelling nobody asks, and a late answer changes nothing."""
    session = reduce(Session(), FetchWanted(URL))
    (question,) = [one for one in wanted(session) if isinstance(one, FetchKeys)]
    stopped = reduce(session, FetchStopped())
    assert stopped.fetching.asking is None
    assert reduce(stopped, Answered(question, FetchedKeys(JWKS))) is stopped
    assert reduce(stopped, FetchStopped()) is stopped
    assert reduce(stopped, FetchWanted(URL)).fetching.asking == FetchKeys(URL, 2)


def test_an_odd_answer_ends_it_too() -> None:
    """An answer of another kind leaves nothing waiting."""
    session = _answered(reduce(Session(), FetchWanted(URL)), MadeKey(b"x"))
    assert session.fetching.asking is None
    assert session.key.octets == b""


def test_the_model_itself_reaches_no_network() -> None:
    """Without the means that the window was given, the answer is that nothing can be fetched."""
    question = FetchKeys(URL, 1)
    assert cost(question) is Cost.STUBBORN
    found = answer(question)
    assert isinstance(found, Problem)
    assert found.code == "fetch-impossible"
    assert gave_up(question, 12).code == "fetch-too-slow"


def test_the_token_says_where_its_keys_may_be() -> None:
    """The issuer leads to its discovery documents, jku to an address that nobody vouches for."""
    text = token('{"iss":"https://issuer.example/a/"}', f'{{"alg":"HS256","jku":"{URL}"}}')
    session = _pasted(text)
    assert [one.url for one in key_addresses(session)] == [
        "https://issuer.example/a/.well-known/openid-configuration",
        "https://issuer.example/.well-known/oauth-authorization-server/a",
        URL,
    ]


@pytest.mark.parametrize(
    ("payload", "header"),
    [
        ("{}", '{"alg":"HS256"}'),
        ('{"iss":"accounts"}', '{"alg":"HS256","jku":"http://issuer.example/"}'),
        ('{"iss":5}', '{"alg":"HS256","jku":[]}'),
        ("[]", '{"alg":"HS256"}'),
    ],
)
def test_no_address_no_offer(payload: str, header: str) -> None:
    """What is no https address is not offered."""
    assert key_addresses(_pasted(token(payload, header))) == ()


@pytest.mark.parametrize(
    ("issuer", "fault"),
    [("https://issuer.example", False), ("https://evil.example", True), ("", True)],
)
def test_a_document_of_another_issuer_is_told(issuer: str, fault: bool) -> None:
    """The document must be of the token's own issuer (OpenID Discovery section 4.3)."""
    session = _pasted(token('{"iss":"https://issuer.example"}'))
    assert issuer_fault(session) == ""
    session = reduce(session, FetchWanted(URL))
    session = reduce(session, Answered(FetchKeys(URL, 1), Discovery(issuer, URL)))
    assert bool(issuer_fault(session)) == fault
    assert issuer in issuer_fault(session) or not fault
    assert issuer_fault(_pasted(token("{}"))) == ""


@pytest.mark.parametrize(
    ("where", "urls"),
    [
        ("https://a.example/jwks", ["https://a.example/jwks"]),
        ("http://a.example/jwks", []),
    ],
)
def test_a_pasted_document_leads_to_its_keys(where: str, urls: list[str]) -> None:
    """A discovery document in the key field is no key, and says where the keys are."""
    document = f'{{"issuer":"https://a.example","jwks_uri":"{where}"}}'.encode()
    session = Desk().do(KeyEdited(KeyInput(document)))
    assert [one.url for one in key_addresses(session)] == urls
    large = KeyInput(document + b" " * ((1 << 20) - len(document)))
    assert [one.url for one in key_addresses(Desk().do(KeyEdited(large)))] == urls
