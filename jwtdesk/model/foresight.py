"""What the walk and the panes will ask of a large token, asked where nobody waits.

Both answers are remembered: asked again, on the thread of the window, they are at hand. Without
this everything would come out the same, only later.
"""

from jwtdesk.analysis.inner import whole_payload
from jwtdesk.jose.token import Token
from jwtdesk.model.signature_rows import serialisation_of

# What is smaller is looked through in a millisecond or two.
LARGE = 400_000


def foreseen(token: Token) -> None:
    """Find out whether the payload is a token, and how `token` is written, if it is large."""
    if max(len(token.text), len(token.payload_octets or b"")) > LARGE:
        whole_payload(token)
        serialisation_of(token)
