"""What the user has done so far: immutable values and pure functions."""
