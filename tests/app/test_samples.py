"""Claims about the samples: each is read when it is asked for."""

from pathlib import Path

from jwtdesk.app.samples import Samples, samples
from jwtdesk.model.samples import Sample


def test_no_file_is_read_to_count_them() -> None:
    """The menu asks whether there are any, and the first frame waits for no more."""
    assert len(Samples([Path("nowhere.toml")])) == 1
    assert not Samples([])


def test_they_come_in_the_order_of_their_names_and_in_part() -> None:
    """All, one, and the first few are samples."""
    found = list(samples())
    assert [one.name for one in found] == sorted(one.name for one in found)
    assert samples()[0] == found[0]
    assert list(samples()[:2]) == found[:2]
    assert all(isinstance(one, Sample) for one in found)
