"""Made-up successors of papers that were read by hand: the next year's plan, with a known truth."""
