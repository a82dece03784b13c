"""The wall clock: the only place that asks what time it is."""

import time


def now() -> int:
    """Return the current moment in whole seconds since 1970 (UTC)."""
    return int(time.time())
