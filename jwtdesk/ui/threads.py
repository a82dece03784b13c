"""The threads that slow questions are worked on."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

THREADS = 3


def started() -> ThreadPoolExecutor:
    """Return the threads, all of them running.

    To start one while another works on megabytes would keep the window waiting.
    """
    pool = ThreadPoolExecutor(THREADS, thread_name_prefix="jwtdesk")
    meeting = Barrier(THREADS, timeout=1.0)
    for _ in range(THREADS):
        pool.submit(meeting.wait)
    return pool
