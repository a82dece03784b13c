"""A disclosure as a row to tick, with its details while it is open."""

from jwtdesk.jose.words import tr
from jwtdesk.model.disclosure_details import disclosure_details
from jwtdesk.model.disclosure_rows import DisclosureRow
from jwtdesk.model.session import Session
from jwtdesk.ui.parts.tick_row import TickRow


def tick_of(session: Session, one: DisclosureRow, *, ticked: bool, opened: str) -> TickRow:
    """Return the row of `one`; `opened` is the digest of the disclosure whose details are shown."""
    details = disclosure_details(session, one.digest) if one.digest == opened else None
    lines: list[tuple[str, str]] = []
    if details is not None:
        lines = [
            (tr("The disclosure, decoded"), details.array),
            (tr("Salt"), details.salt),
            (tr("Digest, {holder}", holder=details.holder), details.digest),
            (tr("Place in the disclosed payload"), details.place),
        ]
    return TickRow(
        key=one.digest,
        name=one.name,
        value=one.value,
        ticked=ticked,
        depth=one.depth,
        below=one.trouble or ("" if _is_plain(one) else one.place),
        tone="bad" if one.trouble else "faint",
        tip=tr("Digest {digest}", digest=one.digest),
        lines=tuple(pair for pair in lines if pair[1]),
    )


def _is_plain(one: DisclosureRow) -> bool:
    """Return whether the place of a disclosure says no more than its name does."""
    return one.depth == 0 and one.place == f"$.{one.name}"
