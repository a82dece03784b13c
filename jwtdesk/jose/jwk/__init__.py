"""Keys written in JSON: one JWK, its members, and the texts they are found in (RFC 7517)."""
