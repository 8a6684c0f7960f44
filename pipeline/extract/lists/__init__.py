"""List items: what they promise, what stands above them, and which stands below which."""
