"""The iteration count of password-based encryption: what it costs, and what is too much."""

import json
from collections.abc import Mapping

from jwtdesk.jose.character import excerpt
from jwtdesk.jose.jsontext import Number, Value
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr

ITERATIONS = 10_000
"""The count that is written where the header has none: the most that every library reads."""

MOST_POSSIBLE = 2**31 - 1
"""Beyond this the library cannot count, however patient one is."""


def is_password_based(header: Mapping[str, Value]) -> bool:
    """Tell whether `alg` derives the key from a password."""
    name = header.get("alg")
    return isinstance(name, str) and name.startswith("PBES2-")


def iteration_count(header: Mapping[str, Value]) -> int | Problem:
    """Return `p2c`, which must be a positive whole number (RFC 7518 section 4.8.1.2)."""
    if "p2c" not in header:
        return Problem("member-missing", tr("The header has no “{name}” member.", name="p2c"))
    value = header["p2c"]
    if not isinstance(value, Number) or not value.text.isdigit() or value.text == "0":
        shown = value.text if isinstance(value, Number) else json.dumps(value, default=str)
        text = tr(
            "The iteration count “p2c” is {value}: it must be a whole number above 0.",
            value=excerpt(shown),
        )
        return Problem("p2c-not-count", text)
    # So long a number is beyond every limit; reading it would take its own time.
    return int(value.text) if len(value.text) <= 18 else 10**18  # noqa: PLR2004 - 64 bits


def affordable(header: Mapping[str, Value], most: int) -> int | Problem:
    """Return the iteration count when it is at most `most`, else why it is not computed."""
    count = iteration_count(header)
    if isinstance(count, Problem) or count <= min(most, MOST_POSSIBLE):
        return count
    if count > MOST_POSSIBLE:
        text = tr("The iteration count “p2c” is beyond what can be computed at all.")
        return Problem("p2c-too-large", text)
    text = tr(
        "Deriving the key from the password takes {count} iterations (p2c): more than {most} are "
        "not computed unasked.",
        count=f"{count:,}",
        most=f"{most:,}",
    )
    return Problem("p2c-too-large", text)
