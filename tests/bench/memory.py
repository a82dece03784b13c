"""Memory of the window with small and large tokens, beside a bare PySide6 window.

Run with `python3 -m tests bench memory`. Megabytes: resident (RSS), and with shared pages divided
among those who share them (PSS). Linux only.
"""

import sys
from statistics import median

from tests.bench._children import Folder
from tests.bench._desk import heading, row, token_of

ROUNDS = 3
MEGA = 1024 * 1024


def main() -> None:
    """Print a row for each window."""
    if sys.platform != "linux":
        print("only Linux tells how much memory is shared")
        return
    with Folder() as folder:
        secret = folder.written("secret.txt", "a secret of thirty-two characters")
        kinds: dict[str, tuple[str, ...]] = {"bare PySide6 window": ("bare", "memory")}
        for size, length in {"0.5 KB": 512, "8 KB": 8192, "64 KB": 65_536, "1 MB": MEGA}.items():
            token = folder.written(f"token-{length}.jwt", token_of(length))
            kinds[f"jwtdesk, {size} token"] = ("jwtdesk", "memory", "--key", secret, token)
        found = {kind: [folder.child(*call) for _ in range(ROUNDS)] for kind, call in kinds.items()}
    heading("window", "RSS", "PSS", "PSS ÷ bare window")
    sizes = {
        kind: [median(one[name] for one in runs) / MEGA for name in ("Rss", "Pss")]
        for kind, runs in found.items()
    }
    bare = next(iter(sizes.values()))[1]
    for kind, (resident, shared) in sizes.items():
        row((kind, f"{resident:.0f}", f"{shared:.0f}", f"{shared / bare:.2f}"))


if __name__ == "__main__":
    main()
