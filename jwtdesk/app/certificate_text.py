"""The certificates of a report for a terminal: each with its dates, its key and its thumbprint."""

from collections.abc import Iterator
from decimal import Decimal

from jwtdesk.analysis.calendar import absolute
from jwtdesk.analysis.chain_check import Row
from jwtdesk.analysis.report import Report
from jwtdesk.app.safe_text import safe
from jwtdesk.jose.certificate_details import Details
from jwtdesk.jose.key import Key
from jwtdesk.jose.words import plural, tr


def certificate_lines(report: Report) -> Iterator[str]:
    """Yield the chains that came with a token or in its key, nothing when there are none."""
    for chain in report.certificates:
        yield tr("Certificates ({where})", where=chain.where)
        for number, row in enumerate(chain.rows, 1):
            yield from _row(number, row)
        yield from (f"  {one}" for one in chain.notes)


def _row(number: int, row: Row) -> Iterator[str]:
    if row.certificate is None:
        yield f"  {number}  ! {row.problem}"
        return
    yield f"  {number}  {safe(row.certificate.facts.subject)}"
    yield from (f"     {one}" for one in _facts(row.certificate))
    if row.problem is not None:
        yield f"     ! {row.problem}"


def _facts(one: Details) -> Iterator[str]:
    facts = one.facts
    yield tr("issued by {issuer}", issuer=safe(facts.issuer))
    yield tr(
        "valid from {begin} to {end}",
        begin=absolute(Decimal(facts.not_before)),
        end=absolute(Decimal(facts.not_after)),
    )
    kind = tr("an authority") if one.authority else tr("no authority")
    yield ", ".join([_key(one), tr("signed with {algorithm}", algorithm=one.algorithm), kind])
    if one.names:
        yield tr("for {names}", names=safe(", ".join(one.names)))
    yield tr("serial {serial}", serial=one.serial)
    yield f"SHA-256 {one.sha256}"


def _key(one: Details) -> str:
    if not isinstance(one.key, Key):
        return tr("a key that no token uses")
    size = plural(one.key.size, "{count} bit", "{count} bits")
    return f"{one.key.type.value} {one.key.curve or size}"
