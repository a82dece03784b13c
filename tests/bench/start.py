"""Start → first frame, and start with a token → verdict painted, beside a bare PySide6 window.

Run with `python3 -m tests bench start`. Milliseconds from starting the process, median and range;
the kinds take turns, so that a busy moment of the machine meets all of them.
"""

from statistics import median

from tests.bench._children import Folder
from tests.bench._desk import heading, row, token_of

ROUNDS = 9


def main() -> None:
    """Print a row for each kind of start."""
    with Folder() as folder:
        token = folder.written("token.jwt", token_of(8192))
        secret = folder.written("secret.txt", "a secret of thirty-two characters")
        kinds = {
            "bare PySide6 window → first frame": ("bare", "frame"),
            "jwtdesk → first frame": ("jwtdesk", "frame"),
            "jwtdesk, 8 KB token and key → verdict painted": (
                *("jwtdesk", "verdict"),
                *("--key", secret, token),
            ),
        }
        times: dict[str, list[float]] = {kind: [] for kind in kinds}
        for at in range(ROUNDS + 1):
            for kind, call in kinds.items():
                took = folder.child(*call)["took"]
                if at:  # the first round warms the disk's cache
                    times[kind].append(took)
    heading("start", "median", "least to most", "÷ bare window")
    bare = median(next(iter(times.values())))
    for kind, found in times.items():
        spread = f"{min(found):.0f} to {max(found):.0f}"
        row((kind, f"{median(found):.0f}", spread, f"{median(found) / bare:.2f}"))


if __name__ == "__main__":
    main()
