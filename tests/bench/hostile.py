"""How long hostile texts keep the window, and how much memory they take.

Run with `python3 -m tests bench hostile [NAME …]` or `python3 -m tests.bench.hostile NAME …`. A
timer of two milliseconds beats; *stall* is the longest gap between two beats after a paste,
*verdict* how long the lamps took, *memory* the most that was held while the text was there.
"""

import gc
import sys
from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtCore import QMimeData, QTimer
from PySide6.QtWidgets import QApplication

from jwtdesk.ui.main_window import MainWindow
from tests.bench._desk import empty, heading, opened, row, verdict_of, wait
from tests.vectors.hostile import Hostile, tokens

WORST = 20
LIMIT = 10_000_000
CLEAR, STATUS = Path("/proc/self/clear_refs"), Path("/proc/self/status")


class Beat:
    """The longest time during which the event loop did not come round, in milliseconds."""

    def __init__(self) -> None:
        self._timer = QTimer(interval=2)
        self._timer.timeout.connect(self.beat)
        self._timer.start()
        self.start()

    def start(self) -> None:
        """Begin to watch."""
        self._last, self.longest = perf_counter(), 0.0

    def beat(self) -> None:
        """Note a gap."""
        now = perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self._last = now


def pasted(window: MainWindow, beat: Beat, token: Hostile) -> tuple[float, float, int, str]:
    """Paste one text; return stall, time to the verdict, peak memory in MB, and the answer."""
    data = QMimeData()
    data.setText(token.text)
    gc.collect()
    forget_peak()
    window.toast.hide()
    beat.start()
    begun = perf_counter()
    window.intake.take(data)
    wait(verdict_of(window))
    took = (perf_counter() - begun) * 1000
    beat.beat()
    stall = beat.longest
    refused = len(token.text) > LIMIT
    said = window.toast.words.text() if refused else window.store.session.verdict.structure.code
    return stall, took, peak(), said[:40]


def forget_peak() -> None:
    """Let the system count the peak from now on."""
    if CLEAR.exists():
        CLEAR.write_text("5", "ascii")


def peak() -> int:
    """Return the most memory that was held, in MB; 0 where the system does not tell."""
    if not STATUS.exists():
        return 0
    lines = dict(line.split(":", 1) for line in STATUS.read_text("ascii").splitlines())
    return int(lines["VmHWM"].split()[0]) // 1024


def main() -> None:
    """Print the worst rows, and how many kept to 200 ms."""
    window, found = opened(), []
    beat = Beat()
    chosen = sys.argv[1:]
    try:
        for token in tokens():
            if not chosen or token.name in chosen:
                empty(window)
                found.append((*pasted(window, beat, token), token.name, len(token.text)))
    except pytest.skip.Exception as absent:
        print(absent)
    heading("text", "characters", "stall", "verdict", "memory", "answer")
    for stall, took, memory, said, name, length in sorted(found, reverse=True)[:WORST]:
        row((name, f"{length:,}", f"{stall:.0f}", f"{took:.0f}", memory, said))
    late = sum(one[0] > 200 for one in found), sum(one[1] > 1000 for one in found)
    print(f"\n{len(found)} texts; {late[0]} stalls over 200 ms, {late[1]} verdicts over 1 s")
    window.close()
    QApplication.processEvents()


if __name__ == "__main__":
    main()
