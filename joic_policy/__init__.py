"""The customer contact policy of the Jersey Office of the Information Commissioner, as software."""
