"""Texts and key files that were made to do harm; the large ones are built from recipes."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jwtdesk.jose import base64url
from tests.vectors.locate import vectors

KINDS = (
    "json-payload",
    "binary-payload",
    "json-header",
    "shape",
    "jwe",
    "deep",
    "bigint",
    "large",
)
"""The classes the tokens come in."""


@dataclass(frozen=True, slots=True)
class Hostile:
    """A text to paste, what it is called, and why it hurts."""

    name: str
    kind: str
    why: str
    text: str


def tokens(kind: str | None = None) -> Iterator[Hostile]:
    """Return every hostile token (of one class), its text built only when its turn has come."""
    for entry in json.loads(vectors("hostile/tokens.json").read_text("utf-8")):
        if kind is None or entry["class"] == kind:
            yield Hostile(entry["id"], entry["class"], entry["why"], _text(entry))


def key_files() -> Iterator[Path]:
    """Return the key files that are here: the index names some that were not kept."""
    home = vectors("hostile")
    named = [one.get("file") for one in json.loads((home / "keys_index.json").read_text("utf-8"))]
    return (home / name for name in named if name is not None and (home / name).is_file())


def jwks() -> dict[str, bytes]:
    """Return the JWKs and JWK Sets, as texts, by name."""
    entries = json.loads(vectors("hostile/jwks.json").read_text("utf-8"))
    return {one["id"]: json.dumps(one["jwk"]).encode() for one in entries}


def made_at_test_time() -> tuple[str, ...]:
    """Return the names of the files that a test has to make itself."""
    entries = json.loads(vectors("hostile/keys_index.json").read_text("utf-8"))
    return tuple(one["create_at_test_time"] for one in entries if "create_at_test_time" in one)


def _text(entry: dict[str, object]) -> str:
    written = entry.get("text")
    if isinstance(written, str):
        return written
    recipe = entry["recipe"]
    assert isinstance(recipe, dict)
    if "template" not in recipe:
        return _repeated(recipe)
    head, rest = str(recipe["template"]).split("<", 1)
    tail = rest.rpartition(">")[2]
    return head + base64url.encode(_repeated(recipe["inner"]).encode()) + tail


def _repeated(recipe: dict[str, object]) -> str:
    part, count = str(recipe["rep"]), int(str(recipe["n"]))
    holes = part.count("%d")
    body = "".join(part % ((at,) * holes) for at in range(count)) if holes else part * count
    back = str(recipe.get("rep2", "")) * int(str(recipe.get("n2", 0)))
    said = [str(recipe.get(name, "")) for name in ("pre", "mid", "post")]
    return said[0] + body + said[1] + back + said[2]
