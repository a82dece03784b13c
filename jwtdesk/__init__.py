"""A desktop JWT debugger: see a token, check it, change it, and learn why it does not verify."""

__version__ = "0.1.0"
