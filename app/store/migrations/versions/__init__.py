"""Each step forward, in order; a step that was released never changes."""
