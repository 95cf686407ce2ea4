"""The steps of a turn: one function a file, each can be called alone."""
