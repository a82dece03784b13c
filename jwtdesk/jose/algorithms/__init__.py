"""One signature algorithm family a file; each module exposes ALGORITHMS."""
