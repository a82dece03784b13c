"""The history remembers states, coalesces typing runs, and stays within bounds."""

from jwtdesk.model.history import LARGEST, LONGEST, History, Step
from jwtdesk.model.source import FromToken


def _step(name: str, size: int = 1) -> Step:
    return Step(FromToken(name), name, name * size, "", "", compact=True)


def test_a_typing_run_within_a_second_is_one_step() -> None:
    """Edits of one run less than a second apart add one step; the state before the run is kept."""
    history = History()
    for index in range(5):
        history = history.noted(_step(f"{index}"), "payload", 10 + index * 0.9)

    assert [step.original for step in history.past] == ["0"]


def test_a_pause_another_pane_or_no_name_start_a_new_step() -> None:
    """After a second, in another pane, or for a single act, a new step begins."""
    history = History()
    for name, run, at in (
        ("a", "payload", 1.0),
        ("b", "payload", 2.5),
        ("c", "header", 2.6),
        ("d", "", 2.7),
        ("e", "", 2.8),
    ):
        history = history.noted(_step(name), run, at)

    assert [step.original for step in history.past] == ["a", "b", "c", "d", "e"]


def test_back_and_forward_lead_to_the_same_states() -> None:
    """Going back and forward again passes the same states in reverse order."""
    history = History().noted(_step("a"), "", 0).noted(_step("b"), "", 0)
    back = history.back(_step("c"))
    assert back is not None
    assert back[0].original == "b"

    forward = back[1].forward(back[0])
    assert forward is not None
    assert forward[0].original == "c"
    assert forward[1].back(forward[0]) == back


def test_the_ends_of_history_are_none() -> None:
    """There is no step before the first one, and none after the last one."""
    assert History().back(_step("a")) is None
    assert History().forward(_step("a")) is None


def test_an_edit_after_undo_forgets_what_was_undone() -> None:
    """A new edit after an undo leaves nothing to redo, even inside a typing run."""
    history = History().noted(_step("a"), "token", 1.0)
    back = history.back(_step("b"))
    assert back is not None

    assert back[1].noted(_step("c"), "token", 1.1).future == ()


def test_the_number_of_steps_is_bounded() -> None:
    """Only the newest steps are kept."""
    history = History()
    for index in range(LONGEST + 20):
        history = history.noted(_step(str(index)), "", 0)

    assert len(history.past) == LONGEST
    assert history.past[-1].original == str(LONGEST + 19)


def test_the_weight_of_the_steps_is_bounded() -> None:
    """Large tokens push old steps out, but the newest one always stays."""
    history = History()
    for index in range(4):
        history = history.noted(_step(str(index), LARGEST // 2 - 9), "", 0)
    assert len(history.past) == 2

    history = history.noted(_step("huge", LARGEST), "", 0)
    assert [step.original for step in history.past] == ["huge"]
