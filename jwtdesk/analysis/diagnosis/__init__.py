"""One family of hypotheses a file; each module exposes HYPOTHESIS."""
