"""Keys built from their numbers: checked by arithmetic, with their facts (RFC 7517, 7518)."""
