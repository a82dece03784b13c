"""What the holder of an SD-JWT shows: some of its disclosures, and nothing else (RFC 9901 7.2)."""

from jwtdesk.jose.jsontext import quote
from jwtdesk.jose.jsontext.rebuild import ROOT, Rebuilding
from jwtdesk.jose.jsontext.strings import unquote
from jwtdesk.jose.selective.hashes import DEFAULT, digest_of
from jwtdesk.jose.token import Selective, Token

# Where the JSON serialisations keep the first unprotected header (RFC 9901 section 8).
HEADERS = ("$.header", "$.signatures[0].header")


def with_parents(selective: Selective, chosen: frozenset[str]) -> frozenset[str]:
    """Return the digests `chosen` and those of the disclosures that they stand in.

    A disclosure whose digest stands in another one has no place without it.
    """
    parents = {one.digest: one.parent for one in selective.disclosures}
    found = set[str]()
    for digest in chosen:
        while digest and digest not in found:
            found.add(digest)
            digest = parents.get(digest, "")  # noqa: PLW2901 - one step outwards
    return frozenset(found)


def present(token: Token, chosen: frozenset[str]) -> str:
    """Return `token` with only the disclosures whose digests are `chosen`, and their parents.

    Everything else keeps its characters; a key binding is left out, since it would fit no more.
    What is no SD-JWT comes back as it is.
    """
    if token.selective is None:
        return token.text
    kept = with_parents(token.selective, chosen)
    hash_name = token.selective.hash_name or DEFAULT
    if token.text.startswith("{"):
        return _json(token.text, kept, hash_name)
    issued = token.text.partition("~")[0]
    texts = [one for one in token.disclosures if digest_of(one, hash_name) in kept]
    return "".join(f"{one}~" for one in (issued, *texts))


def _json(text: str, kept: frozenset[str], hash_name: str) -> str:
    """Return a JSON serialisation with the disclosures that are `kept`, without a key binding."""
    rebuilt = Rebuilding(text)
    for index in rebuilt.inwards():
        path = rebuilt.members[index].path if index != ROOT else ""
        if path in {f"{one}.disclosures" for one in HEADERS}:
            for at in rebuilt.children[index]:
                lexeme = rebuilt.value(at)
                told = unquote(lexeme) if lexeme.startswith('"') else ""
                if digest_of(told, hash_name) not in kept:
                    rebuilt.drop(at)
        if path in HEADERS:
            _unbound(rebuilt, index)
    return rebuilt.whole()


def _unbound(rebuilt: Rebuilding, header: int) -> None:
    """Take the key binding out of a header; what was an SD-JWT stays one."""
    bindings = [one for one in rebuilt.children[header] if rebuilt.members[one].name == "kb_jwt"]
    for one in bindings:
        rebuilt.drop(one)
    if bindings and rebuilt.child(header, "disclosures") is None:
        rebuilt.add(header, quote("disclosures"), "[]")
