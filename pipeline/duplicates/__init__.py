"""Texts that say the same thing, whole or nearly: compared word by word, found among a million."""
