"""Values from tokens as `json.dumps` and a claims table take them."""

from jwtdesk.jose.jsontext import Number, Value


def plain(value: Value) -> object:
    """Return `value` with every number as int, float, or its own text when neither can hold it."""
    if isinstance(value, Number):
        return value.plain
    if isinstance(value, dict):
        return {name: plain(one) for name, one in value.items()}
    if isinstance(value, list):
        return [plain(one) for one in value]
    return value
