"""What a registry package holds is found, and a broken part of it is never skipped."""

import pytest

from jwtdesk.jose.discover import modules, registered

PACKAGE = "jwtdesk.jose.algorithms"


def test_the_modules_come_in_name_order() -> None:
    """Whatever order the disk has them in."""
    names = [one.__name__ for one in modules(PACKAGE)]
    assert names
    assert names == sorted(names)


def test_a_module_without_the_constant_is_a_fault() -> None:
    """It is named, and so is what it lacks."""
    first = modules(PACKAGE)[0].__name__
    with pytest.raises(TypeError, match=f"^{first} exposes no NOTHING_OF_THE_KIND$"):
        registered(PACKAGE, "NOTHING_OF_THE_KIND")
