"""What tasks turn on, by area. Each asks the library for its key."""
