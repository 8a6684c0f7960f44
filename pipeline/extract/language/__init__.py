"""The words and sentences of a text, by spaCy."""
