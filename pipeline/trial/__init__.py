"""Trying rules out: their own examples, a phrase, and what a change of them does to the corpus. Writes nothing."""
