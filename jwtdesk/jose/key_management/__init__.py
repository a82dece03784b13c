"""The `alg` header parameter of encrypted tokens: one way to the content key a file."""
