"""The disclosures of an SD-JWT for a terminal: what each says, where it belongs, what is wrong."""

from collections.abc import Iterator

from jwtdesk.analysis.disclosures import Disclosure
from jwtdesk.analysis.report import Report
from jwtdesk.app.noted_json import noted
from jwtdesk.app.safe_text import safe
from jwtdesk.jose.jsontext.write import written
from jwtdesk.jose.reveal import reveal
from jwtdesk.jose.words import plural, tr

# A longer value is cut off: the whole one stands in the payload.
_LONGEST = 60


def disclosure_lines(report: Report) -> Iterator[str]:
    """Yield each disclosure of `report`, its place or fault below it, and what is kept back."""
    selective = report.token.selective
    if selective is None:
        return
    rows = report.disclosures
    yield (
        plural(len(rows), "{count} disclosure", "{count} disclosures")
        if rows
        else tr("No disclosures")
    )
    for one in rows:
        yield from _lines(one)
    if selective.undisclosed:
        yield plural(
            selective.undisclosed,
            "  {count} digest has no disclosure: something kept back, or a decoy",
            "  {count} digests have no disclosure: things kept back, or decoys",
        )


def processed_lines(report: Report) -> Iterator[str]:
    """Yield what the payload of an SD-JWT says with its disclosures in place."""
    selective = report.token.selective
    if selective is not None and selective.payload is not None and report.disclosures:
        yield tr("Payload with what is disclosed")
        yield noted(reveal(report.token), report.claims)


def _lines(one: Disclosure) -> Iterator[str]:
    name = safe(one.name) if one.name is not None else tr("(list entry)")
    yield f"  {'✗' if one.problem else '✓'} {name}: {safe(_value(one))}"
    if one.problem:
        yield f"    {safe(one.problem)}"
    if one.path is not None:
        yield tr("    at {path}, digest {digest}", path=safe(one.path), digest=safe(one.digest))
    else:
        yield tr("    digest {digest}", digest=safe(one.digest))


def _value(one: Disclosure) -> str:
    text = written(one.value, _LONGEST)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
