"""Where something stands in a payload: one step from what holds it, written out only when asked."""

from dataclasses import dataclass
from typing import Optional

from jwtdesk.jose.jsontext.strings import path_step


@dataclass(frozen=True, slots=True)
class Step:
    """One step down: `name` is a member's name or an entry's number; without one, the top."""

    outer: Optional["Step"] = None
    name: str | int | None = None

    def path(self) -> str:
        """Return the whole path, as in `$.address.street` and `$.roles[1]`."""
        parts, step = [], self
        while step.outer is not None:
            parts.append(
                f"[{step.name}]" if isinstance(step.name, int) else path_step(f"{step.name}")
            )
            step = step.outer
        return "$" + "".join(reversed(parts))
