"""Tables of plans and minutes, and tables that an export has taken apart: which column is what, and what a row promises."""
