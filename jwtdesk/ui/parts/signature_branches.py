"""The signatures of a token, or its recipients, as a list draws them."""

from collections.abc import Mapping

from jwtdesk.jose.words import tr
from jwtdesk.model.signature_rows import SignatureRow
from jwtdesk.ui.parts.branch import Branch, Line


def signature_branch(
    row: SignatureRow, before: Mapping[int, str], number: int, *, removable: bool
) -> Branch:
    """Return `row` for a list; while its answer is awaited it keeps its state from `before`."""
    state = before.get(number, "unknown") if row.state == "pending" else row.state
    named = tr("{alg} · {kid}", alg=row.alg, kid=row.kid) if row.kid else row.alg
    said = tr("{words} · {members}", words=row.words, members=row.members)
    lines = [Line(said if row.words else row.members)]
    if row.unprotected:
        lines.append(Line(row.unprotected, "warn", whole=True, icon="warning"))
    return Branch(
        state=state,
        title=named,
        lines=tuple(lines),
        mark=tr("Shown") if row.shown else "",
        removal=tr("remove this signature") if removable else "",
        tip=f"{named}\n{row.sentence}\n{row.members}",
        enter="" if row.shown else tr("show its header"),
    )
