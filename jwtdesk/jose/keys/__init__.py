"""One key format a file; each module exposes KEY_FORMAT."""
