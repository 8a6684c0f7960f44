"""The frozen records that the stages hand to each other: no I/O, no patterns, no clock."""
