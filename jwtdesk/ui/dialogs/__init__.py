"""Windows opened on request."""
