"""One security lint a file; each module exposes LINT."""
