"""What registered claims and header parameters mean; one file for each specification."""
