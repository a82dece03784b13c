"""first version"""

from jwtdesk.jose.jsontext.place import placed
from jwtdesk.jose.jsontext.walk import Stop
from jwtdesk.jose.problem import Problem, Span


def explain(text: str, stop: Stop) -> Problem:
    """Say what is wrong."""
    return Problem(
        "json-unexpected", placed(text, stop.at, "this is not JSON."), Span(stop.at, stop.at)
    )
