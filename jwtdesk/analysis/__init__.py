"""What can be concluded from a token: claims, time, rules, verdict, findings, diagnosis."""
