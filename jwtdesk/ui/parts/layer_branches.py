"""The rows of the nest as a list draws them."""

from collections.abc import Mapping

from jwtdesk.jose.words import tr
from jwtdesk.model.layer_rows import LayerRow
from jwtdesk.ui.parts.branch import Branch, Line


def layer_branch(row: LayerRow, before: Mapping[tuple[str, ...], str]) -> Branch:
    """Return `row` for a list; while its answer is awaited it keeps its state from `before`."""
    state = before.get(row.node, "unknown") if row.state == "pending" else row.state
    below = tr("{place} · {detail}", place=row.place, detail=row.detail)
    lines = [Line(below)]
    if row.problem:
        lines.append(Line(row.problem, "warn", whole=True, icon="warning"))
    return Branch(
        state=state,
        title=row.title,
        lines=tuple(lines),
        mark=tr("Shown") if row.in_panes else "",
        guides=row.guides,
        icon="certificate" if row.path is None and state == "unknown" else "",
        tip="\n".join(dict.fromkeys(filter(None, (row.title, below, row.sentence)))),
        enter="" if row.in_panes else tr("put it in the panes"),
    )
