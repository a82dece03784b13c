"""ASN.1 containers of keys: SPKI, PKCS#8, PKCS#1, SEC1, and which one a text is."""
