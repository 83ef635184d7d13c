"""Reads scenarios from their files, strictly: only facts stand there, and what does not fit is refused."""
