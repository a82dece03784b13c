"""One way to find what a registry package holds, so that growing needs one new file.

The window, the command line, the self-test and the frozen build all ask this module.
"""

import importlib
import pkgutil
from functools import cache
from types import ModuleType


@cache
def modules(package: str) -> tuple[ModuleType, ...]:
    """Import and return every module of the registry `package`, in name order.

    A module that fails to import raises: a broken part is never skipped silently.
    """
    home = importlib.import_module(package)
    names = sorted(found.name for found in pkgutil.iter_modules(home.__path__))
    return tuple(importlib.import_module(f"{package}.{name}") for name in names)


@cache
def registered(package: str, constant: str) -> tuple[object, ...]:
    """Return the `constant` of every module in `package`; a tuple contributes its members.

    Ordered by each value's `order` attribute. A module without the constant raises.
    """
    found: list[object] = []
    for module in modules(package):
        if not hasattr(module, constant):
            raise TypeError(f"{module.__name__} exposes no {constant}")
        value = getattr(module, constant)
        found.extend(value if isinstance(value, tuple) else (value,))
    return tuple(sorted(found, key=lambda one: getattr(one, "order", 0)))
