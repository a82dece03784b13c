"""One token profile a file; each module exposes PROFILE."""
