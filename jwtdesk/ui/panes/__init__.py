"""One pane a file; each module exposes PANE."""
