"""How the place of a token inside another one is written."""

# A member of the protected header stands behind this.
HEADER = "header:"
# The key binding JWT of an SD-JWT, behind its disclosures.
KEY_BINDING = "~kb"
