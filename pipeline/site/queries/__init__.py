"""What the pages ask of the register, one page a file."""
