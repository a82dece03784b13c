"""What is tried, without the diagnosis around it."""
