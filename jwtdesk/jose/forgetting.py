"""What is remembered of tokens and keys from one call to the next, and how it is forgotten.

A key must not linger once the desk was cleared, so everything that is remembered is listed here.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from functools import _lru_cache_wrapper

Found = TypeVar("Found")
_FORGETS: list[Callable[[], None]] = []


def remembered(
    most: int,
) -> "Callable[[Callable[..., Found]], _lru_cache_wrapper[Found]]":
    """Return what makes a function remember its `most` latest answers until `forget`."""

    def remembering(function: Callable[..., Found]) -> "_lru_cache_wrapper[Found]":
        made = lru_cache(maxsize=most)(function)
        forget_with(made.cache_clear)
        return made

    return remembering


def forget_with(clear: Callable[[], None]) -> None:
    """Have `clear` called by `forget` too; for what is remembered in another way."""
    _FORGETS.append(clear)


def forget() -> None:
    """Forget everything that is remembered of tokens and keys."""
    for clear in _FORGETS:
        clear()
