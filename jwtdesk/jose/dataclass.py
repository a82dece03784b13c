"""Frozen values like those of `dataclasses`, whose code is written when the first one is made.

The standard decorator compiles half a dozen functions for every class that is imported: half a
millisecond each, for more than two hundred classes, before the first frame. Here one function is
compiled, and only for a class that is used; the others are shared. To a type checker, and to
`fields` and `replace`, it is the standard decorator.
"""

import dataclasses
from collections.abc import Callable, Iterable
from operator import attrgetter
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any

_WRITTEN_BY_HAND = frozenset(
    f"__{name}__" for name in "init post_init eq hash setattr delattr getstate setstate".split()
)


def _late(*, frozen: bool = False, slots: bool = False) -> Callable[[type], type]:
    """Return the decorator of a class; what is out of the ordinary is left to the standard one.

    That is a class which may change, inherits, has a `field()`, or has a method of its own where
    one would be written.
    """

    def decorate(cls: type) -> type:
        body = dict(vars(cls))
        given = {name: body.pop(name) for name in cls.__annotations__ if name in body}
        ordinary = frozen and slots and cls.__bases__ == (object,)
        if not ordinary or _WRITTEN_BY_HAND & body.keys() or _has_field(given.values()):
            return dataclasses.dataclass(frozen=frozen, slots=slots)(cls)
        return _slotted(cls, body, given)

    return decorate


def _has_field(given: Iterable[object]) -> bool:
    return any(isinstance(one, dataclasses.Field) for one in given)


def _slotted(cls: type, body: dict[str, object], given: dict[str, object]) -> type:
    """Return `cls` made anew with slots: it is too late to give them to a class that is there."""
    names = tuple(cls.__annotations__)
    for one in ("__dict__", "__weakref__"):
        body.pop(one, None)
    body.setdefault("__repr__", _repr)
    body.update(
        __slots__=names,
        __match_args__=names,
        __setattr__=_refuse_to_set,
        __delattr__=_refuse_to_delete,
        __getstate__=_state,
        __setstate__=_restore,
        __dataclass_fields__=_Asked(cls, "__dataclass_fields__"),
        __dataclass_params__=_Asked(cls, "__dataclass_params__"),
        **_comparing(_values(names)),
    )

    def begin(self: object, *arguments: object, **named: object) -> None:
        write = _init(made, names, given)
        made.__init__ = write  # type: ignore[misc]  # from the second value on, the real one
        write(self, *arguments, **named)

    made = type(cls.__name__, cls.__bases__, {**body, "__init__": begin})
    made.__qualname__ = cls.__qualname__
    return made


def _comparing(values: Callable[[object], tuple[object, ...]]) -> dict[str, object]:
    """Return the two functions that compare what `values` takes out of a value."""

    def equal(self: object, other: object) -> object:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return values(self) == values(other)

    def hashed(self: object) -> int:
        return hash(values(self))

    return {"__eq__": equal, "__hash__": hashed}


class _Asked:
    """What the standard decorator notes on a class, worked out when somebody asks for it."""

    def __init__(self, plain: type, name: str) -> None:
        self._plain = plain
        self._name = name

    def __get__(self, _one: object, _cls: type) -> object:
        if self._name not in vars(self._plain):
            dataclasses.dataclass(frozen=True)(self._plain)
        return vars(self._plain)[self._name]


def _init(cls: type, names: tuple[str, ...], given: dict[str, object]) -> Callable[..., None]:
    """Return the function that fills a new value of `cls`; `given` are the defaults by name."""
    place: dict[str, object] = {f"default_{name}": value for name, value in given.items()}
    # A slot's own setter knows nothing of `__setattr__`, which refuses.
    place |= {f"set_{name}": getattr(cls, name).__set__ for name in names}
    head = "".join(f", {name}=default_{name}" if name in given else f", {name}" for name in names)
    lines = "".join(f"\n set_{name}(self, {name})" for name in names)
    exec(f"def __init__(self{head}):{lines or ' pass'}", place)  # noqa: S102 - names of our own
    made: Any = place["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    written: Callable[..., None] = made
    return written


def _values(names: tuple[str, ...]) -> Callable[[object], tuple[object, ...]]:
    """Return the function that takes the values out, always as a tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda one: tuple(getattr(one, name) for name in names)


@recursive_repr()
def _repr(self: object) -> str:
    words = ", ".join(f"{name}={getattr(self, name)!r}" for name in _names(self))
    return f"{type(self).__qualname__}({words})"


def _names(one: object) -> tuple[str, ...]:
    names: tuple[str, ...] = type(one).__match_args__  # type: ignore[attr-defined]  # set above
    return names


def _refuse_to_set(_self: object, name: str, _value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_self: object, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: object) -> list[object]:
    return [getattr(self, name) for name in _names(self)]


def _restore(self: object, state: list[object]) -> None:
    for name, value in zip(_names(self), state, strict=True):
        object.__setattr__(self, name, value)


if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    dataclass = _late

__all__ = ["dataclass"]
