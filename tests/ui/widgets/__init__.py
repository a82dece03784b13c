"""Claims about what the person at the window sees."""
