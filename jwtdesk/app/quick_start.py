"""Keeps what only costs time out of the way between the start and the first frame."""

import builtins
import gc


def begin() -> None:
    """Import Qt and undo what that does to later imports; let garbage lie until `end` is called.

    Qt for Python puts a function in front of Python's import, which reads the source of every
    module that is imported from then on and looks for the word PySide6: by importing `__feature__`
    a module may choose another dialect of Qt's names. None here does, and reading hundreds of files
    costs a tenth of the time to the first frame.
    """
    gc.disable()
    import PySide6.QtCore  # noqa: F401 - for what it does to imports

    # Qt for Python keeps the function that it replaced under this name.
    plain = getattr(builtins, "__orig_import__", None)
    if plain is not None:
        builtins.__import__ = plain


def end() -> None:
    """Collect garbage again, but never look through what the program itself is made of.

    Modules and classes are here to stay; to walk them all in the middle of typing is in vain.
    """
    gc.freeze()
    gc.enable()
