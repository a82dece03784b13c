"""The undo of a key field."""

from jwtdesk.ui.parts.own_history import OwnHistory


def test_typing_is_one_step() -> None:
    """What is typed without a pause is undone at once, and comes back at once."""
    history = OwnHistory()
    for at, text in enumerate(("s", "se", "sec")):
        history.note(text, at / 10)

    assert history.back() == ""
    assert history.back() is None
    assert history.forward() == "sec"
    assert history.forward() is None


def test_a_pause_begins_a_step() -> None:
    """After more than a second it is another step."""
    history = OwnHistory()
    history.note("one", 0)
    history.note("two", 5)

    assert history.back() == "one"
    assert history.back() == ""


def test_a_new_text_ends_what_was_ahead() -> None:
    """Typing after an undo closes the way forward."""
    history = OwnHistory()
    history.note("one", 0)
    assert history.back() == ""
    history.note("two", 5)

    assert history.forward() is None
    assert history.back() == ""


def test_a_text_from_elsewhere_is_a_beginning() -> None:
    """A key that was generated or cleared leaves nothing to go back to."""
    history = OwnHistory()
    history.note("mine", 0)
    history.forget("mine")
    assert history.back() == ""
    history.note("mine", 5)
    history.forget("theirs")

    assert history.back() is None


def test_the_history_is_bounded() -> None:
    """No more than a hundred steps are kept."""
    history = OwnHistory()
    for at in range(300):
        history.note(str(at), at * 5)
    steps = 0
    while history.back() is not None:
        steps += 1

    assert steps == 100
