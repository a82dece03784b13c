"""The key binding JWT: the holder signs what they show, for one verifier (RFC 9901 section 4.3)."""

from jwtdesk.jose import base64url
from jwtdesk.jose.algorithm import Algorithm, Family, KeyType, algorithm, algorithms
from jwtdesk.jose.jsontext import quote
from jwtdesk.jose.jsontext.rebuild import ROOT, Rebuilding
from jwtdesk.jose.key import Key
from jwtdesk.jose.key_fit import described, misfit
from jwtdesk.jose.present import HEADERS
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.read_token import read_token
from jwtdesk.jose.selective.hashes import digest_of
from jwtdesk.jose.sign import sign
from jwtdesk.jose.words import tr


def bind(  # noqa: PLR0913  # each of what a key binding says, by its own name
    presentation: str, key: Key, *, aud: str, nonce: str, iat: int, alg: str | None = None
) -> str | Problem:
    """Return `presentation`, an SD-JWT, with a key binding JWT signed by its holder's `key`.

    `aud` and `nonce` are the verifier's, `iat` is in seconds since 1970; `alg` is chosen to suit
    the key when it is None. A key binding that is there already is replaced. The digest in
    `sd_hash` is made with the hash that the token names (section 4.3.1).
    """
    token = read_token(presentation)
    selective = token.selective
    unfinished = any(one.code == "sd-jwt-unfinished" for one in token.problems)
    if selective is None or not selective.hash_name or unfinished:
        message = tr("Only a whole SD-JWT whose hash is known here can be bound to its holder.")
        return Problem("not-sd-jwt", message)
    chosen = _suiting(key, alg)
    if isinstance(chosen, Problem):
        return chosen
    digest = digest_of(selective.bound.decode("utf-8", "surrogatepass"), selective.hash_name)
    header = f'{{"alg":{quote(chosen.name)},"typ":"kb+jwt"}}'
    claims = f'{{"iat":{iat},"aud":{quote(aud)},"nonce":{quote(nonce)},"sd_hash":"{digest}"}}'
    start = f"{base64url.encode(header.encode())}.{base64url.encode(claims.encode())}"
    made = sign(chosen, key, start.encode())
    if isinstance(made, Problem):
        return made
    return _with(token.text, f"{start}.{base64url.encode(made)}")


def _suiting(key: Key, alg: str | None) -> Algorithm | Problem:
    """Return the algorithm `alg`, or the one that suits `key`, when it can sign a key binding."""
    if key.type is KeyType.OCT:
        message = tr(
            "A key binding must be signed with a private key; this is {found}.",
            found=described(key),
        )
        return Problem("kb-alg-symmetric", message)
    wanted = alg or key.alg
    if wanted is None:
        fitting = (one for one in algorithms() if one.key_type is key.type)
        found = next((one for one in fitting if misfit(one, key, signing=False) is None), None)
    else:
        found = algorithm(wanted)
    if found is not None and found.family is not Family.NONE:
        return found
    if wanted is None:
        message = tr("No signature can be made with {found}.", found=described(key))
    else:
        message = tr("A key binding cannot be signed with the algorithm {alg}.", alg=quote(wanted))
    return Problem("unsupported-algorithm", message)


def _with(presentation: str, binding: str) -> str:
    """Return `presentation` with `binding` in its place: the end, or the unprotected header."""
    if not presentation.lstrip().startswith("{"):
        return presentation[: presentation.rindex("~") + 1] + binding
    rebuilt = Rebuilding(presentation)
    for index in rebuilt.inwards():
        if index != ROOT and rebuilt.members[index].path in HEADERS:
            there = rebuilt.child(index, "kb_jwt")
            if there is None:
                rebuilt.add(index, quote("kb_jwt"), quote(binding))
            else:
                rebuilt.replace(there, quote(binding))
    return rebuilt.whole()
