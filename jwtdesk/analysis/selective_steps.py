"""How the disclosures of an SD-JWT are checked, step by step (RFC 9901 section 7.1)."""

from jwtdesk.analysis.made_visible import made_visible
from jwtdesk.analysis.step import SHOWN_CHARACTERS, Step, cut
from jwtdesk.jose.jsontext.write import written
from jwtdesk.jose.selective.hashes import digest_of
from jwtdesk.jose.token import Disclosed, Selective
from jwtdesk.jose.words import plural, tr


def selective_steps(selective: Selective) -> tuple[Step, ...]:
    """Return the steps that follow once the issuer's signature was checked."""
    found = [_pieces(selective)]
    if selective.disclosures and selective.hash_name:
        found.append(_digests(selective, selective.disclosures[0]))
    if selective.payload is not None:
        found.append(_put_in(selective))
    if selective.key_binding and selective.hash_name:
        found.append(_bound(selective))
    return tuple(found)


def _pieces(selective: Selective) -> Step:
    count = len(selective.disclosures)
    text = plural(
        count,
        "What follows the signature is cut at its tildes: {count} disclosure,",
        "What follows the signature is cut at its tildes: {count} disclosures,",
    )
    ending = tr("and a key binding JWT.") if selective.key_binding else tr("and no key binding.")
    whole = "~".join(one.encoded for one in selective.disclosures)
    return Step(tr("Disclosures"), f"{text} {ending}", cut(whole), len(whole), "RFC 9901 section 4")


def _digests(selective: Selective, first: Disclosed) -> Step:
    text = tr(
        "Each disclosure is hashed with {hash} as it stands. Its digest must occur exactly once: "
        "in the payload, or in a disclosure that is in its place. This is the first one's.",
        hash=selective.hash_name,
    )
    return Step(
        tr("Digests"), text, first.digest, len(first.digest), reference="RFC 9901 section 4.2.3"
    )


def _put_in(selective: Selective) -> Step:
    wrong = sum(one.problem is not None for one in selective.disclosures)
    placed = sum(one.path is not None for one in selective.disclosures)
    text = plural(
        placed,
        "{count} disclosure is put where its digest stands; digests without one are left out.",
        "{count} disclosures are put where their digests stand; digests without one are left out.",
    )
    if wrong:
        more = plural(
            wrong,
            "{count} is wrong, so that the whole token must be refused.",
            "{count} are wrong, so that the whole token must be refused.",
        )
        text = f"{text} {more}"
    value = cut(made_visible(written(selective.payload, SHOWN_CHARACTERS)))
    return Step(tr("Disclosed payload"), text, value, 0, "RFC 9901 section 7.1")


def _bound(selective: Selective) -> Step:
    text = tr(
        "The key binding covers everything before it, to the last tilde: its “sd_hash” must be "
        "this {hash}.",
        hash=selective.hash_name,
    )
    bound = selective.bound.decode("utf-8", "surrogatepass")
    value = digest_of(bound, selective.hash_name)
    return Step(tr("Key binding"), text, value, len(selective.bound), "RFC 9901 section 4.3.1")
