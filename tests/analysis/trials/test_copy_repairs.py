"""What may have been done to a whole text when it was copied, undone."""

from jwtdesk.analysis.trials.copy_repairs import repairs


def test_hyphens_of_broken_lines_are_taken_out_together_and_one_by_one() -> None:
    """One of them may have been a hyphen of the token, at the end of a line by chance."""
    texts = {one.text for one in repairs("eyJab-\ncd.ef-\ngh.ij")}
    assert {"eyJabcd.efgh.ij", "eyJabcd.ef-gh.ij", "eyJab-cd.efgh.ij"} <= texts
