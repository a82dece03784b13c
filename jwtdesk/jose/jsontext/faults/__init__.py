"""What people get wrong in JSON, a family a module: each fault has a code, a sentence, a place."""
