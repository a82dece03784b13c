"""How times are taken and told: medians and 99th percentiles, and ratios to a floor."""

import statistics
from collections.abc import Callable, Sequence
from time import perf_counter


def taken(act: Callable[[], object], times: int) -> list[float]:
    """Return how long each of `times` calls of `act` took, in milliseconds."""
    found = []
    for _ in range(times):
        begun = perf_counter()
        act()
        found.append((perf_counter() - begun) * 1000)
    return found


def told(times: Sequence[float]) -> str:
    """Return the median and the 99th percentile as "1.2 / 3.4"."""
    return f"{statistics.median(times):.1f} / {late(times):.1f}"


def late(times: Sequence[float]) -> float:
    """Return the 99th percentile, the largest of fewer than 100."""
    return sorted(times)[min(len(times) - 1, int(len(times) * 0.99))]


def ratio(floor: Sequence[float], times: Sequence[float]) -> str:
    """Return how many times as long the floor took, by medians."""
    return f"{statistics.median(floor) / statistics.median(times):.1f} x"
