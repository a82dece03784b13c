"""The `jwtdesk` command: says which part of the program a call is for, and hands it over."""

import sys
from collections.abc import Sequence

from jwtdesk import __version__
from jwtdesk.app import streams
from jwtdesk.jose.words import tr

USAGE = """\
jwtdesk [FILE|TOKEN|-]            open the window with a token
jwtdesk inspect [FILE|TOKEN|-]    say everything about a token in this terminal
jwtdesk sign --header FILE --payload FILE --key FILE [--raw]
                                  print a signed or an encrypted token
jwtdesk --screenshot OUT.png [--theme light|dark] [--size WxH] [--key FILE] [TOKEN]
                                  draw the window into a picture
jwtdesk --self-test               check that every part of the program is there
jwtdesk --version

Secrets are never arguments: they come from a file or from standard input.
More: jwtdesk inspect --help, jwtdesk sign --help"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line `argv` (without the program's name) and return the exit code.

    0 all is well, 1 a lamp is bad, 2 the call or the input is unusable.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    streams.open_missing()
    try:
        code = _dispatch(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read the output has had enough.
        streams.give_up_output()
        return 1
    except OSError as fault:
        if not streams.is_lost_output(fault):
            raise
        streams.give_up_output()
        print(tr("The output could not be written: {why}.", why=fault.strerror), file=sys.stderr)
        return 2
    return code


def _dispatch(arguments: list[str]) -> int:  # one line a command
    if arguments[:1] in (["inspect"], ["sign"]):
        return _command(arguments[0], arguments[1:])
    if "--self-test" in arguments:
        from jwtdesk.app import selftest

        return selftest.run()
    if any(one.partition("=")[0] == "--screenshot" for one in arguments):
        from jwtdesk.app import screenshot

        return screenshot.run(arguments)
    if arguments[:1] in (["-h"], ["--help"]):
        print(tr(USAGE))
        return 0
    if arguments[:1] == ["--version"]:
        print(f"jwtdesk {__version__}")
        return 0
    return _window(arguments)


def _window(arguments: list[str]) -> int:
    """Open the window; where there is no display, do its job in words and a picture."""
    from jwtdesk.app.display import display

    screen = display()
    if not screen.usable:
        from jwtdesk.app import no_display

        return no_display.run(arguments, screen)
    from jwtdesk.app import quick_start

    quick_start.begin()
    from jwtdesk.app import main as window

    return window.run(arguments)


def _command(name: str, arguments: Sequence[str]) -> int:
    """Run `inspect` or `sign`, which print what may hold any character there is."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
    if name == "inspect":
        from jwtdesk.app import inspect_command

        return inspect_command.run(arguments)
    from jwtdesk.app import sign_command

    return sign_command.run(arguments)
