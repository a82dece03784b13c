"""Claims about frozen values whose code is written late: they are those of `dataclasses`."""

import copy
import dataclasses
import importlib
import pickle
import pkgutil
from threading import Barrier, Thread
from typing import Any, ClassVar

import pytest

import jwtdesk
from jwtdesk.jose.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Late:
    """A value with everything that is ordinary."""

    a: int
    b: tuple[object, ...] = ()
    c: str = "c"

    @property
    def twice(self) -> int:
        """Something that is worked out."""
        return 2 * self.a


@dataclasses.dataclass(frozen=True, slots=True)
class Standard:
    """The same, made by the standard decorator."""

    a: int
    b: tuple[object, ...] = ()
    c: str = "c"


@dataclass(frozen=True, slots=True)
class One:
    """A value of one field."""

    a: object


@dataclass(frozen=True, slots=True)
class Nothing:
    """A value of no field."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A value with a default that must be made anew, which is left to the standard decorator."""

    a: list[int] = dataclasses.field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Heir(Late):
    """A value that inherits, which is left to the standard decorator."""

    d: int = 4


@dataclass(frozen=True, slots=True)
class Named:
    """A value that writes itself."""

    a: int

    def __repr__(self) -> str:
        return "named"


@dataclass(slots=True)
class Changing:
    """A value that may change, which is left to the standard decorator."""

    a: int


def _values() -> list[type[Any]]:
    """Return every dataclass of the program that this decorator made."""
    found: dict[type[Any], None] = {}
    for module in pkgutil.walk_packages(jwtdesk.__path__, "jwtdesk."):
        if not module.name.endswith("__main__"):
            for one in vars(importlib.import_module(module.name)).values():
                if isinstance(one, type) and one.__module__ == module.name:
                    found[one] = None
    return [one for one in found if dataclasses.is_dataclass(one)]


def test_every_value_of_the_program_is_what_its_source_says() -> None:
    """Slots, fields, parameters and patterns of all classes are as the standard ones."""
    classes = _values()
    assert len(classes) > 300
    for one in classes:
        names = tuple(field.name for field in dataclasses.fields(one))
        assert one.__match_args__ == tuple(
            field.name for field in dataclasses.fields(one) if field.init
        )
        assert "__dict__" not in dir(one)
        assert all(name in dir(one) for name in names)
        assert one.__dataclass_params__.eq
        if not hasattr(one, "__post_init__"):
            needed = [f for f in dataclasses.fields(one) if f.init and _has_no_default(f)]
            assert type(one(**{field.name: 0 for field in needed})) is one


def _has_no_default(field: "dataclasses.Field[Any]") -> bool:
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING


@pytest.mark.parametrize("arguments", [(1,), (1, (2,)), (1, (2, "x"), "d")])
def test_it_reads_compares_and_hashes_like_the_standard_one(arguments: tuple[Any, ...]) -> None:
    """Words, equality, hash and defaults agree."""
    late, standard = Late(*arguments), Standard(*arguments)
    assert repr(late) == repr(standard).replace("Standard", "Late")
    assert hash(late) == hash(standard)
    assert dataclasses.astuple(late) == dataclasses.astuple(standard)
    assert late == Late(*arguments)
    assert late != standard
    assert late != Late(7)
    assert late.__eq__(standard) is NotImplemented


def test_values_of_one_field_and_of_none() -> None:
    """Even the smallest values compare as tuples do."""
    nan = float("nan")
    assert One(nan) == One(nan)
    assert hash(One(1)) == hash((1,))
    assert One(1) != One(2)
    assert Nothing() == Nothing()
    assert hash(Nothing()) == hash(())
    assert (repr(One(1)), repr(Nothing())) == ("One(a=1)", "Nothing()")


def test_it_refuses_to_change() -> None:
    """Setting and deleting raise what the standard one raises, a new name too."""
    late: Any = Late(1)
    for name in ("a", "unheard"):
        with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field"):
            setattr(late, name, 2)
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot delete field"):
        del late.a
    assert late == Late(1)


@pytest.mark.parametrize("arguments", [(), (1, 2, 3, 4)])
def test_a_wrong_call_is_refused_the_first_time_too(arguments: tuple[Any, ...]) -> None:
    """Too few and too many arguments raise, before and after the code was written."""

    @dataclass(frozen=True, slots=True)
    class Fresh:
        a: int
        b: int = 2
        c: int = 3

    makes: Any = Fresh
    for _ in range(2):
        with pytest.raises(TypeError, match="argument"):
            makes(*arguments)
        assert Fresh(1) == Fresh(1, 2)


def test_it_is_changed_copied_and_pickled_by_the_standard_means() -> None:
    """`replace`, `copy`, `deepcopy` and `pickle` give equal values."""
    late = Late(1, (2,))
    assert dataclasses.replace(late, c="d") == Late(1, (2,), "d")
    assert copy.copy(late) == copy.deepcopy(late) == late
    again = pickle.loads(pickle.dumps(late))  # noqa: S301 - of our own making
    assert again == late
    assert late.twice == 2


def test_it_is_matched_by_place() -> None:
    """A pattern names the fields in their order."""
    match Late(1, (2,)):
        case Late(a, b, c):
            assert (a, b, c) == (1, (2,), "c")


def test_a_value_that_holds_itself_is_written() -> None:
    """A circle ends in dots, as in the standard one."""
    inside: list[object] = []
    one = One(inside)
    inside.append(one)
    assert repr(one) == "One(a=[...])"


def test_what_is_out_of_the_ordinary_is_left_to_the_standard_decorator() -> None:
    """Fresh defaults, heirs, own words and values that change work as ever."""
    assert Listed().a is not Listed().a
    assert Heir(1, d=5) == Heir(1, (), "c", 5)
    assert Heir(1) != Late(1)
    assert repr(Named(1)) == "named"
    changing = Changing(1)
    changing.a = 2
    assert changing == Changing(2)


def test_a_subclass_with_a_beginning_of_its_own_keeps_it() -> None:
    """What is written late is written into the class it belongs to."""

    class Child(One):
        made: ClassVar[int] = 0

        def __init__(self) -> None:
            super().__init__("child")

    assert Child().a == Child().a == "child"


def test_many_threads_may_make_the_first_value() -> None:
    """Each gets its own value, whoever writes the code."""

    @dataclass(frozen=True, slots=True)
    class Fresh:
        a: int

    gate, made = Barrier(8), []

    def make(number: int) -> None:
        gate.wait()
        made.append(Fresh(number).a)

    threads = [Thread(target=make, args=(number,)) for number in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert sorted(made) == list(range(8))
