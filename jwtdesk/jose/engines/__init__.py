"""Algorithms PyJWT lacks, written in the form of its Algorithm objects."""
