"""What the Office writes, and what it helps customers to write: composed, and checked (WRI-1 to WRI-9)."""
