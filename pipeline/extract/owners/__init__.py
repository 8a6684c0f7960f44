"""Who must do it: bodies and persons, in cells, labels, lead-ins and sentences."""
