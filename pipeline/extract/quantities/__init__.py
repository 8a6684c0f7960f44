"""Targets, budgets and what only describes: amounts in words and figures, and what they are to a promise."""
