"""The `enc` header parameter: one family of content encryptions a file (CONTENT_ENCRYPTIONS)."""
