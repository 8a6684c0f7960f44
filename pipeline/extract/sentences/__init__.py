"""What a sentence promises, how firmly, and what has become of it."""
