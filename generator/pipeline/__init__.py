"""The table of contents: one short function a command, each a sequence of stages. A command loads its part alone."""
