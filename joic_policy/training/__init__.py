"""Practice: stories and drills, what is asked in them, and marks with reasons."""
