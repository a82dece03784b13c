"""The rows of the nest in words: what each one is, where it stands, and where one may go."""

from collections.abc import Sequence
from dataclasses import dataclass

from jwtdesk.analysis.inner_place import HEADER, KEY_BINDING
from jwtdesk.analysis.quoted import shortened
from jwtdesk.jose.words import plural, tr
from jwtdesk.model.holder import NodePath
from jwtdesk.model.layers import Layer
from jwtdesk.model.questions import Decrypt, LookInside, ReadChains, ReadKey, ReadToken, Verify
from jwtdesk.model.session import Session

_LONGEST = 60


@dataclass(frozen=True, slots=True)
class LayerRow:
    """One row as it is drawn.

    `path` is where it can be reached, None for a certificate, whose place is `node`. `guides` has
    one entry for each level of `depth`: whether the line of that level goes on below this row.
    `place` says where it stands, `detail` how it fares, `sentence` the same at length. `in_panes`
    marks the one that the panes show. `problem` says why a change further in is not in it.
    """

    path: NodePath | None
    node: tuple[str, ...]
    guides: tuple[bool, ...]
    title: str
    place: str
    detail: str
    state: str
    sentence: str
    in_panes: bool
    problem: str

    @property
    def depth(self) -> int:
        """How many tokens it stands in."""
        return len(self.guides)


def layer_rows(session: Session) -> tuple[LayerRow, ...]:
    """Return the rows of the nest in reading order, none when the token stands alone.

    A key binding has its place among the disclosures: by itself it makes no nest.
    """
    rows = session.known.layers.rows
    if not session.holders and all(one.path in ((), (KEY_BINDING,)) for one in rows):
        return ()
    depths = [one.depth for one in rows]
    return tuple(
        _row(one, _guides(depths, at), in_panes=_in_panes(session, one))
        for at, one in enumerate(rows)
    )


def unlisted(session: Session) -> str:
    """Return how many rows are not listed, "" when all are."""
    more = session.known.layers.more
    return plural(more, "{count} more is not listed", "{count} more are not listed") if more else ""


def place_words(step: str) -> str:
    """Return where a token stands in the one around it, from the last step of its path."""
    if not step:
        return tr("Whole payload")
    if step == KEY_BINDING:
        return tr("At the end")
    if step.startswith(HEADER):
        return tr("Header, {path}", path=shortened(step.removeprefix(HEADER), _LONGEST))
    if step.startswith("~"):
        number = int(step[1 : step.index("$")]) + 1
        return tr("Disclosure {number}", number=number)
    return tr("Claim {path}", path=shortened(step, _LONGEST))


def standing(session: Session) -> str:
    """Return which token of a nest the verdict is on, "" when it is the outermost one."""
    path = session.path
    if not path:
        return ""
    if path[-1] == KEY_BINDING:
        return tr("Key binding token")
    return tr("Inner token")


def outward(session: Session) -> NodePath | None:
    """Return the path of the token around what is in the panes, None when nothing is around it."""
    if session.certificate is not None:
        return session.path
    return session.path[:-1] if session.path else None


def inward(session: Session) -> NodePath | None:
    """Return the path of the first token inside the one on the desk, None when there is none."""
    here = session.path
    paths = (one.path for one in session.known.layers.rows if one.path is not None)
    return next((one for one in paths if len(one) == len(here) + 1 and one[:-1] == here), None)


def outermost_text(session: Session) -> str:
    """Return the outermost token with every change inside it, "" while it cannot be made."""
    if not session.path:
        return session.shown.token
    around = session.known.layers.around
    return (around[0].token or "") if around else ""


def _in_panes(session: Session, layer: Layer) -> bool:
    """Return whether the panes show this one; a certificate stands in the place of its token."""
    if session.certificate is None:
        return layer.on_desk
    return layer.node.path == session.certificate


def _row(layer: Layer, guides: tuple[bool, ...], *, in_panes: bool) -> LayerRow:
    node = layer.node
    return LayerRow(
        path=layer.path,
        node=node.path,
        guides=guides,
        title=node.title,
        place=_place(layer),
        detail=node.detail,
        state=node.lamp.state.value,
        sentence=node.lamp.text,
        in_panes=in_panes,
        problem=layer.problem.message if layer.problem else "",
    )


def _place(layer: Layer) -> str:
    path = layer.node.path
    if not path:
        return tr("Outermost")
    if layer.path is not None:
        return place_words(path[-1])
    where, _, number = path[-1].rpartition("[")
    name = tr("Key") if where == "key" else tr("Header, {path}", path=where.rpartition(".")[2])
    return tr("{name}, number {number}", name=name, number=int(number.rstrip("]")) + 1)


def _guides(depths: Sequence[int], at: int) -> tuple[bool, ...]:
    """Return for each level of row `at` whether a row of that level follows in the same branch."""
    return tuple(_goes_on(depths, at, level) for level in range(1, depths[at] + 1))


def _goes_on(depths: Sequence[int], at: int, level: int) -> bool:
    following = next((depth for depth in depths[at + 1 :] if depth <= level), 0)
    return following == level


def awaited(session: Session) -> bool:
    """Return whether an answer is under way that may add rows: none is to vanish until then."""
    asked = (ReadToken, LookInside, Decrypt, ReadChains, Verify, ReadKey)
    return not session.empty and any(isinstance(one, asked) for one in session.asks)


def inside_words(session: Session) -> str:
    """Return how many tokens stand inside the outermost one, "" when there is none."""
    inside = sum(bool(one.path) for one in session.known.layers.rows)
    return plural(inside, "{count} token inside", "{count} tokens inside") if inside else ""


def certificate_rows(session: Session) -> tuple[LayerRow, ...]:
    """Return the rows that are certificates."""
    return tuple(one for one in layer_rows(session) if one.path is None)


def first_certificate(session: Session) -> NodePath | None:
    """Return the certificate to begin with: the one in the panes, or the first of this token.

    One of another token of the nest when this one has none; None when there is none at all.
    """
    if session.certificate is not None:
        return session.certificate
    nodes = [one.node for one in certificate_rows(session)]
    own = (one for one in nodes if one[:-1] == session.path)
    return next(own, next(iter(nodes), None))
