"""Selective disclosure (RFC 9901): reading disclosures, putting them in place, making them."""
