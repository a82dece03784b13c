"""Tokens, JSON text, keys and algorithms: formats as pure functions (RFC 7515 to 7519)."""
